import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { yearOf, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCoverageOfScores } from '../subjects/score-coverage.ts'
import { loadKnownScores, raterOf } from '../subjects/scores.ts'
import { coverageOfTies } from './coverage-of-ties.ts'
import { loadAttribute } from './load-attributes.ts'

/** A number of a state on a day. */
export interface NumberOfState {
  readonly value: number
  readonly decidedBy: readonly EventId[]
}

/** The numbers of states, and how far those who tell them reach. */
export interface NumbersOfStates {
  /** Undefined where none is known of a state on a day. */
  readonly on: (state: string, day: Day) => NumberOfState | undefined
  readonly coverageOf: (state: string, day: Day) => Coverage
}

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
    const coverageOf = await loadCoverageOfScores(world, raterOf(word))
    return {
      on: (state, day) => known(byYear.get(yearOf(day))?.get(state)),
      coverageOf: (state, day) => coverageOf(state, yearOf(day)),
    }
  }
  const attribute = await loadAttribute(world, word, 'state')
  return {
    on: (state, day) => known(attribute.on(state, day)),
    coverageOf: (state, day) => coverageOfTies(attribute.coverage(state, day)),
  }
}
