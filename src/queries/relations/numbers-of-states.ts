import { yearOf, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAttribute } from './load-attributes.ts'
import { loadKnownScores } from '../subjects/scores.ts'

/** A number of a state on a day. */
export interface NumberOfState {
  readonly value: number
  readonly decidedBy: readonly EventId[]
}

/** The numbers of states: undefined where none is known of one on a day. */
export type NumbersOfStates = (state: string, day: Day) => NumberOfState | undefined

interface Found {
  readonly value: number | string | undefined
  readonly decidedBy: readonly EventId[]
}

/** What is a number of it: words are none. */
const known = (found: Found | undefined): NumberOfState | undefined =>
  typeof found?.value === 'number' ? { value: found.value, decidedBy: found.decidedBy } : undefined

/**
 * What a word names of states: a score of a rater (`polity:polity2`), else an attribute (`cow-nmc-cinc`). Throws
 * `unknown-score` or `unknown-attribute`.
 */
export const loadNumbersOfStates = async (world: Snapshot, word: string): Promise<NumbersOfStates> => {
  if (word.includes(':')) {
    const byYear = await loadKnownScores(world, word)
    return (state, day) => known(byYear.get(yearOf(day))?.get(state))
  }
  const attribute = await loadAttribute(world, word, 'state')
  return (state, day) => known(attribute.on(state, day))
}
