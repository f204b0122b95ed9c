import { z } from 'zod'
import { groupBy } from '../../../common/group-by.ts'
import { memo } from '../../../common/memo.ts'
import { rememberingLast } from '../../../common/remembering-last.ts'
import type { Day } from '../../../time/day.ts'
import { holdsOn } from '../../../time/timeline.ts'
import { kindsOnDay } from '../../memberships/kinds-on-days.ts'
import { loadKeptMemberships } from '../../memberships/kept-memberships.ts'
import { membershipKinds } from '../../memberships/packed-spans.ts'
import { keptCoverageOfMemberships } from '../../memberships/membership-coverage.ts'
import { coverageOf } from '../../question/coverage-fields.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { loadBindingSpans } from '../../treaties/binding-spans.ts'
import { claimsOfMembershipsTell, membershipsTell } from '../rests/of-memberships.ts'
import { treatiesTell } from '../rests/of-treaties.ts'
import { together } from '../rests/rests.ts'
import { columnKind, sharedIn, type Scope } from './column-kind.ts'
import type { LoadedColumn } from './reading.ts'

const kinds = ['full', 'associate', 'observer', 'unknown'] as const
const counts = [...kinds, 'treaties'] as const

/** The counts of a day are made once for all kinds that are asked of it. */
const countingOnce = (kindsOf: ReturnType<typeof kindsOnDay>) =>
  rememberingLast((day: Day) => memo((state) => kindsOf(state, day)))

const memberships = async (world: Snapshot, kind: (typeof kinds)[number], scope: Scope): Promise<LoadedColumn> => {
  const { kindsOn, coverage } = await sharedIn(scope, 'memberships', async () => ({
    kindsOn: countingOnce(kindsOnDay(await loadKeptMemberships(world))),
    coverage: await keptCoverageOfMemberships(world),
  }))
  const place = membershipKinds.indexOf(kind)
  return {
    type: 'int',
    description:
      kind === 'unknown'
        ? 'Of how many organisations the source says that it cannot tell whether it belonged to them'
        : `In how many organisations it was a ${kind} member on that day, of those that are told`,
    empty: 'No source covers its memberships (not-covered)',
    rests: {
      raw: false,
      on: () => together(membershipsTell(world, { years: scope.read }), claimsOfMembershipsTell(world)),
    },
    on: (day) => {
      const kindsOf = kindsOn(day)
      return (state) => {
        const covered = coverage.inAll(state, day)
        const count = kindsOf(state)[place]!
        // None that are told are none where sources would tell of them; else nobody knows how many there were.
        const isKnown = count > 0 || covered.state !== 'none'
        const why = isKnown ? null : 'not-covered'
        return { value: isKnown ? count : null, why, coverage: () => coverageOf(covered) }
      }
    },
  }
}

/** How many treaties surely bind each actor on a day, and how many may. */
const boundOn =
  (spans: ReadonlyMap<string, readonly { from: Day; to: Day; certainty: string }[]>, day: Day) => (state: string) => {
    const on = (spans.get(state) ?? []).filter((span) => holdsOn(span, day))
    return { certain: on.filter(({ certainty }) => certainty === 'certain').length, possible: on.length }
  }

const treaties = async (world: Snapshot, { read }: Scope): Promise<LoadedColumn> => {
  const binding = await loadBindingSpans(world)
  const byActor = groupBy(
    [...binding.values()].flatMap(({ spans }) => spans),
    ({ value }) => value,
  )
  return {
    type: 'int',
    description: 'How many of the treaties that the log knows surely are in force for it on that day',
    empty: 'The log knows no treaty (no-treaty)',
    rests: { raw: false, on: () => treatiesTell(world, read.to) },
    on: (day) => {
      const bound = boundOn(byActor, day)
      return (state) => {
        const { certain, possible } = bound(state)
        return { value: certain, why: null, min: certain, max: possible }
      }
    },
  }
}

/** Of how many organisations or treaties. */
export const countColumn = columnKind({
  key: 'count',
  says: 'In how many organisations the state is, by kind of membership; or how many treaties are in force for it.',
  example: { name: 'igos', count: 'full' },
  shape: {
    count: z
      .enum(counts)
      .describe('Memberships: full, associate, observer, or unknown (the source cannot tell); or treaties in force'),
  },
  extras: ['why', 'bounds', 'coverage'],
  load: (world, { count }, scope) => (count === 'treaties' ? treaties(world, scope) : memberships(world, count, scope)),
})
