import type { Certainty } from '../../time/timeline.ts'
import type { Reach, SourceCoverage } from '../relations/source-coverage.ts'

/** How far the sources of a part reach for both states on a day; `not-recorded`: nobody has recorded anything of it. */
export type PairReach = Reach | 'not-recorded'

/** Whether two states have something in common on a day, and how that is known. */
export interface Finding {
  /**
   * `no` only where sources that reach the day tell nothing, or, of classes such as languages, where some are told of
   * both and none is the same; `possible`: uncertain dates leave it open; `unknown`: no
   * source covers it.
   */
  readonly answer: 'yes' | 'no' | 'possible' | 'unknown'
  /** Why it is unknown; undefined where it is not. */
  readonly reason: 'not-recorded' | 'not-covered' | undefined
  readonly reach: PairReach
  /** The registered sources that reach so far. */
  readonly by: readonly string[]
}

export const notRecorded: Finding = { answer: 'unknown', reason: 'not-recorded', reach: 'not-recorded', by: [] }

/** What is found, given all that is told, and whether nothing told would mean no. */
export const findingOf = (
  told: readonly { readonly certainty: Certainty }[],
  { state, by }: SourceCoverage,
  meansNo: boolean,
): Finding => {
  const known = { reason: undefined, reach: state, by }
  if (told.some(({ certainty }) => certainty === 'certain')) return { ...known, answer: 'yes' }
  if (told.length > 0) return { ...known, answer: 'possible' }
  return meansNo ? { ...known, answer: 'no' } : { ...known, answer: 'unknown', reason: 'not-covered' }
}

/** Whether a source tells all there was: it holds the day, or describes others and is taken to hold on this one. */
export const tellsAll = ({ state }: SourceCoverage): boolean => state === 'covered' || state === 'assumed'
