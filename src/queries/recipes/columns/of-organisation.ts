import { z } from 'zod'
import { isMember, standingOn } from '../../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../../common/group-by.ts'
import { standardDeviation } from '../../../common/standard-deviation.ts'
import { firstDayOfYear, yearOf, type Day } from '../../../time/day.ts'
import { loadAllMemberships } from '../../memberships/load-memberships.ts'
import { attributeId } from '../../network/igo-conditions.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { loadAttribute } from '../../relations/load-attributes.ts'
import { loadKnownScores } from '../../subjects/scores.ts'
import { membershipsTell } from '../rests/of-memberships.ts'
import { attributesTell, scoresTell } from '../rests/of-years.ts'
import { together } from '../rests/rests.ts'
import { columnKind, sharedIn, type ColumnKind, type Scope } from './column-kind.ts'
import { absent, told } from './reading.ts'

const kinds = ['full', 'associate', 'observer', 'unknown', 'any'] as const

/** Who stands in an organisation on a day, by kind. */
const loadMembers = (world: Snapshot, scope: Scope) =>
  sharedIn(scope, 'members of organisations', async () => {
    const spans = await loadAllMemberships(world, firstDayOfYear(scope.from), firstDayOfYear(scope.to + 1))
    const byIgo = new Map(
      [...groupBy(spans, ({ igo }) => igo)].map(([igo, list]) => [igo, groupBy(list, ({ actor }) => actor)]),
    )
    return (igo: string, day: Day, kind: (typeof kinds)[number]): readonly string[] =>
      [...(byIgo.get(igo) ?? [])].flatMap(([actor, list]) => {
        const standing = standingOn(list, day)?.kind
        if (standing === undefined) return []
        const isMeant = kind === 'any' ? isMember(standing) : standing === kind
        return isMeant ? [actor] : []
      })
  })

const members = columnKind({
  key: 'members',
  says: 'How many members the organisation has, by kind, of those that are told.',
  example: { name: 'members', members: 'full' },
  shape: { members: z.enum(kinds).describe('full, associate, observer, unknown (the source cannot tell), or any') },
  extras: [],
  load: async (world, { members: kind }, scope) => {
    const of = await loadMembers(world, scope)
    return {
      type: 'int',
      description: `How many ${kind === 'any' ? 'members of any kind' : `${kind} members`} are told of it on that day`,
      empty: 'Never',
      rests: { raw: false, on: () => membershipsTell(world, { years: scope.read }) },
      on: (day) => (igo) => told(of(igo, day, kind).length),
    }
  },
})

const statistics: Readonly<Record<'mean' | 'sd' | 'n', (values: readonly number[]) => number | undefined>> = {
  mean: (values) => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length),
  sd: standardDeviation,
  n: (values) => values.length,
}

const memberScores = columnKind({
  key: 'memberScore',
  says: 'The mean, the standard deviation or the number of the scores of its full members.',
  example: { name: 'physint_mean', memberScore: 'cirights:physint', statistic: 'mean' },
  shape: {
    memberScore: z
      .string()
      .regex(/^[^:]+:[^:]+$/, 'expected rater:indicator')
      .describe('rater:indicator'),
    statistic: z
      .enum(['mean', 'sd', 'n'])
      .default('mean')
      .describe('mean; sd: the sample standard deviation, of two or more; n: how many are rated'),
  },
  extras: ['why'],
  load: async (world, { memberScore, statistic }, scope) => {
    const of = await loadMembers(world, scope)
    const byYear = await sharedIn(scope, `score ${memberScore}`, () => loadKnownScores(world, memberScore, scope))
    return {
      type: statistic === 'n' ? 'int' : 'double',
      description: `The ${statistic} of ${memberScore} over its full members that are rated in that year`,
      empty: 'Too few of them are rated (too-few-rated)',
      rests: {
        raw: false,
        on: () => together(membershipsTell(world, { years: scope.read }), scoresTell(memberScore, scope.read)),
      },
      on: (day) => {
        const scores = byYear.get(yearOf(day))
        return (igo) => {
          const values = of(igo, day, 'full').flatMap((state) => scores?.get(state)?.value ?? [])
          const value = statistics[statistic](values)
          return value === undefined ? absent('too-few-rated') : told(value)
        }
      },
    }
  },
})

const attribute = columnKind({
  key: 'attribute',
  says: 'An attribute of the organisation on the day, as its source gives it.',
  example: { name: 'pooling', attribute: 'mia:pooling' },
  shape: { attribute: z.string().min(1).describe('An attribute of organisations, such as mia:pooling') },
  extras: ['why'],
  load: async (world, asked, scope) => {
    const id = attributeId(asked.attribute)
    const values = await sharedIn(scope, `attribute ${id}`, () => loadAttribute(world, id, 'igo'))
    return {
      type: values.hasNumbers ? 'double' : 'string',
      description: `${id} on that day, in the unit of its source`,
      empty: "There is no value: the source's own reason, or not-recorded",
      rests: { raw: true, on: async () => attributesTell(id, scope.read) },
      on: (day) => (igo) => {
        const found = values.on(igo, day)
        return found?.value === undefined ? absent(found?.missing ?? 'not-recorded') : told(found.value)
      },
    }
  },
})

/** What can be said of an organisation on a day. */
export const columnsOfOrganisations: readonly ColumnKind[] = [members, memberScores, attribute]
