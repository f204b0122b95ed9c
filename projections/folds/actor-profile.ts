import { ALWAYS, FOREVER, type Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'

type Profile = { readonly actor: string; readonly name: string; readonly kind: string }

/** A name, the first day of it, and who says so. */
interface Named {
  readonly name: string
  readonly from: Day
  readonly decidedBy: readonly EventId[]
}

const nameOf = (fact: Fact): string => payload<{ name: string }>(fact).name

/** Its names, one after the other: what it was called before the first renaming, then what each renaming says. */
const namesOf = (defined: Fact, renamed: readonly Fact[]): readonly Named[] => {
  const [first] = renamed
  const before = first === undefined ? undefined : payload<{ formerly?: string }>(first).formerly
  return [
    {
      name: before ?? nameOf(defined),
      from: ALWAYS,
      decidedBy: first === undefined || before === undefined ? [] : first.decidedBy,
    },
    ...renamed.map((fact) => ({ name: nameOf(fact), from: fact.occurred.lo, decidedBy: fact.decidedBy })),
  ]
}

/**
 * What an actor is, and what it was called on which days: the name that it was defined with, where nobody says that it
 * took another one. Reads `state-<actor>`.
 */
export const actorProfile = fold<Profile>({
  name: 'actor-profile',
  reads: ['state'],
  table: 'actor',
  columns: ['actor', 'name', 'kind'],
  intervals: (facts) => {
    const defined = facts.findLast((fact) => fact.type === 'ActorDefined')
    if (defined === undefined) return []
    const { kind } = payload<Profile>(defined)
    const names = namesOf(
      defined,
      facts.filter(({ type }) => type === 'StateRenamed'),
    )
    return names.flatMap(({ name, from, decidedBy }, index): readonly Interval<Profile>[] => {
      const to = names[index + 1]?.from ?? FOREVER
      return from >= to
        ? []
        : [
            {
              from,
              to,
              certainty: 'certain',
              decidedBy: unionOf(defined.decidedBy, decidedBy),
              columns: { actor: subjectOf(defined.stream), name, kind },
            },
          ]
    })
  },
})
