import { z } from 'zod'
import { isMember, standingOn, type MembershipSpan } from '../../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../../common/group-by.ts'
import type { Day } from '../../../time/day.ts'
import { cuts } from '../../../time/timeline.ts'
import { loadMembersOf } from '../../memberships/load-memberships.ts'
import { loadCoverageOfMembers } from '../../memberships/membership-coverage.ts'
import { coverageOf } from '../../question/coverage-fields.ts'
import { claimsOfMembershipsTell, membershipsTell } from '../rests/of-memberships.ts'
import { together } from '../rests/rests.ts'
import { columnKind } from './column-kind.ts'
import { overInput, readOver } from './over-the-year.ts'

type Spans = readonly MembershipSpan[]

/** Whether somebody was a member on a day: undefined where a source says that it cannot tell, or none speaks. */
const wasMember =
  (spans: Spans, kind: 'full' | 'any', covered: (day: Day) => boolean) =>
  (day: Day): boolean | undefined => {
    const standing = standingOn(spans, day)
    if (standing === undefined) return covered(day) ? false : undefined
    if (standing.kind === 'unknown' || (!standing.observed && standing.certainty === 'possible')) return undefined
    return kind === 'full' ? standing.kind === 'full' : isMember(standing.kind)
  }

const whyUnknown = (spans: Spans, day: Day): string => {
  const standing = standingOn(spans, day)
  if (standing === undefined) return 'not-covered'
  return standing.kind === 'unknown' ? 'source-cannot-tell' : 'uncertain'
}

/** Whether a state was a member of an organisation. */
export const membershipColumn = columnKind({
  key: 'membership',
  says: 'Whether the state is a member of an organisation: 1 or 0, on the day or over the year.',
  example: { name: 'un', membership: 'un' },
  shape: {
    membership: z.string().min(1).describe('An organisation: id (un), code or name'),
    kind: z
      .enum(['full', 'any'])
      .default('full')
      .describe('full: full members alone; any: associates and observers too'),
    over: overInput,
  },
  extras: ['why', 'coverage'],
  load: async (world, { membership, kind, over = 'day' }, { read }) => {
    const igo = world.names.require('igo', membership, { day: world.asOf })
    const byActor = groupBy(await loadMembersOf(world, igo), ({ actor }) => actor)
    const coverageOn = await loadCoverageOfMembers(world, igo)
    const { type, says, read: readOf } = readOver(over)
    const member = kind === 'full' ? 'a full member' : 'a member'
    const turnsOf = (state: string) => cuts(byActor.get(state) ?? [])
    return {
      type,
      description: `${says} ${member} of ${world.names.nameOf('igo', igo)} (${igo})`,
      empty: 'It is not known: uncertain, the source cannot tell (source-cannot-tell), or none covers it (not-covered)',
      rests: {
        raw: true,
        on: () => together(membershipsTell(world, { years: read, only: [igo] }), claimsOfMembershipsTell(world, [igo])),
      },
      on: (day) => (state) => {
        const spans = byActor.get(state) ?? []
        const isCovered = (on: Day) => coverageOn(on, state).state !== 'none'
        const value = readOf(wasMember(spans, kind, isCovered), () => turnsOf(state), day)
        const why = value === undefined ? whyUnknown(spans, day) : null
        return { value: value ?? null, why, coverage: () => coverageOf(coverageOn(day, state)) }
      },
      ...(over === 'day' && { turns: turnsOf }),
    }
  },
})
