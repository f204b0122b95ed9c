import type { Entry, Following } from '../../../projections/compose/treaty/date-of-succession.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { idsOf } from '../question/known-rows.ts'

/** What a row says of an actor from one day to another, and by which events. */
export interface SpellRow {
  readonly actor: string
  readonly valid_from: number
  readonly valid_to: number
  readonly certainty: string
  readonly decided_by: string
}

const day = (number: number): Day => number as Day

/**
 * When states entered a system, by actor: the first days of unbroken runs of spells. A run that begins with a possible
 * spell was entered on one of its days.
 */
export const entriesIn = (
  rows: readonly (SpellRow & { readonly system: string })[],
): ReadonlyMap<string, readonly Entry[]> => {
  const found = [...groupBy(rows, ({ actor, system }) => `${actor} ${system}`).values()].flatMap((ofOne) => {
    let reached = -Infinity
    let sure = true
    const entries: (Entry & { readonly actor: string })[] = []
    for (const { actor, system, valid_from, valid_to, certainty, decided_by } of ofOne.toSorted(
      (a, b) => a.valid_from - b.valid_from,
    )) {
      const last = entries.at(-1)
      const isSure = certainty === 'certain'
      if (last === undefined || valid_from > reached)
        entries.push({
          actor,
          system,
          on: { lo: day(valid_from), hi: day(isSure ? valid_from : valid_to) },
          decidedBy: idsOf(decided_by),
        })
      else if (!sure)
        entries[entries.length - 1] = { ...last, on: { lo: last.on.lo, hi: day(isSure ? valid_from : valid_to) } }
      sure = valid_from > reached ? isSure : sure || isSure
      reached = Math.max(reached, valid_to)
    }
    return entries
  })
  return groupBy(found, ({ actor }) => actor)
}

/** Whom states followed and when, by actor. A day that is uncertain is a possible row before the certain one. */
export const followingsIn = (
  rows: readonly (SpellRow & { readonly predecessor: string })[],
): ReadonlyMap<string, readonly Following[]> => {
  const found = rows
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ actor, predecessor, valid_from, decided_by }) => {
      const before = rows.find(
        (other) =>
          other.certainty === 'possible' &&
          other.decided_by === decided_by &&
          other.actor === actor &&
          other.valid_to === valid_from,
      )
      return {
        actor,
        predecessor,
        on: { lo: day(before?.valid_from ?? valid_from), hi: day(valid_from) },
        decidedBy: idsOf(decided_by),
      }
    })
  return groupBy(found, ({ actor }) => actor)
}
