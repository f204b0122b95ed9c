import type { DateRange } from '../../time/date-range.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import { loadFacts } from '../question/facts.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadNormWords, type ByWord } from './norm-words.ts'

/** A recommendation of the Universal Periodic Review to a state. */
export interface Recommendation {
  readonly text: string
  /** The state that made it; undefined where its source does not say. */
  readonly from: string | undefined
  /** When it was made: of most only the year is known. */
  readonly made: DateRange
  readonly session: number | undefined
  /** What the state made of it, as recorded: supported, noted …; undefined where nothing is. */
  readonly decision: string | undefined
  /** The recommendation, the answer, and the assignments that it counts by. */
  readonly decidedBy: readonly EventId[]
}

/** Recommendations to a state, as far as they count for a norm. */
export interface Recommendations {
  /** Those that say a word which is assigned to the norm, by date, with that word. */
  readonly over: readonly (Recommendation & { readonly byWord: ByWord })[]
  /** Those that say no word of any norm: nobody knows over what they are. */
  readonly unattributed: number
  /** All that had been made by the day. */
  readonly all: number
  /** Whether words are assigned to the norm at all: where none are, none of them counts for it. */
  readonly hasWords: boolean
}

interface Made {
  readonly text: string
  readonly from?: string
  readonly session?: number
}

/**
 * The recommendations to a state up to the world's day, whoever tells of them. No recommendation carries a norm of its
 * own: they count for one by the words that are assigned to it, and by nothing else.
 */
export const loadRecommendations = async (world: Snapshot, state: string, norm: string): Promise<Recommendations> => {
  const [told, words] = [
    await loadFacts(world, {
      family: 'review',
      actor: state,
      types: ['UprRecommendationMade', 'UprRecommendationAnswered'],
    }),
    await loadNormWords(world),
  ]
  const found = told.flatMap(({ facts }) => {
    const answers = new Map(
      facts
        .filter(({ type }) => type === 'UprRecommendationAnswered')
        .map((fact) => [String(fact.data.recommendation), fact]),
    )
    return facts
      .filter(({ type, occurred }) => type === 'UprRecommendationMade' && occurred.lo <= world.asOf)
      .map((fact) => {
        const { text, from, session } = fact.data as unknown as Made
        const answer = fact.fact === undefined ? undefined : answers.get(fact.fact)
        const decision = answer === undefined ? undefined : String(answer.data.decision)
        const decidedBy = unionOf(fact.decidedBy, answer?.decidedBy ?? [])
        return { text, from, made: fact.occurred, session, decision, decidedBy, byWords: words.saidIn(text) }
      })
  })
  const over = found.flatMap(({ byWords, ...one }) => {
    const byWord = byWords.find((word) => word.norm === norm)
    return byWord === undefined ? [] : [{ ...one, byWord, decidedBy: unionOf(one.decidedBy, byWord.decidedBy) }]
  })
  return {
    over: over.toSorted((a, b) => a.made.lo - b.made.lo),
    unattributed: found.filter(({ byWords }) => byWords.length === 0).length,
    all: found.length,
    hasWords: words.norms.has(norm),
  }
}
