import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { memo } from '../../common/memo.ts'
import { inOrder } from '../../time/timeline.ts'
import { notRecordedIn, recordedOfLaw } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSubject } from './load-subject.ts'
import type { StatusHistory, StatusSubject } from './status-subject.ts'

/** Acts, and the histories of the states that were asked about: about so much for each of either. */
const bytesOf = ({ laws, actors }: StatusSubject): number =>
  200_000 + laws.reduce((sum, { acts }) => sum + acts.length * 1500, actors.length * 3000)

/** The status under a norm may hang on how it is kept; that under a treaty does not. */
const kept = keeping(bytesOf, (what) => (what.startsWith('treaty ') ? recordedOfLaw : notRecordedIn('proposal')))

/** What a word means on the world's day: what is loaded of that is the same on every day. */
const meaningOf = ({ names, asOf: day }: Snapshot, word: string, only: 'norm' | undefined): string => {
  const treaty = only === undefined ? names.lookUp('treaty', word, { day }) : undefined
  if (treaty !== undefined) return `treaty ${treaty}`
  const norm = names.lookUp('norm', word, { day })
  return norm === undefined ? `nothing ${word}` : `norm ${norm}`
}

type CoverageOfActor = ReturnType<StatusSubject['coverageOf']>

/**
 * The same, reckoned once for each stretch of days on which it does not change; what is equal is one object, for
 * whoever compares it over many actors and days.
 */
const onEachStretch = (
  { on, claims, edges }: CoverageOfActor,
  one: (coverage: Coverage) => Coverage,
): CoverageOfActor => {
  const ends = inOrder(edges)
  const known = new Map<number, Coverage>()
  return {
    claims,
    edges,
    on: (day) => {
      const stretch = ends.findLastIndex((edge) => edge <= day)
      const coverage = known.get(stretch) ?? one(on(day))
      known.set(stretch, coverage)
      return coverage
    },
  }
}

/**
 * A treaty or norm that is loaded once, and with it the history of everybody who is asked about; `only` a norm, where
 * that is meant. Throws `unknown-subject`.
 */
export const keptSubject = (world: Snapshot, word: string, only?: 'norm'): Promise<StatusSubject> =>
  kept(world, meaningOf(world, word, only), async () => {
    const subject = await loadSubject(world, word, only)
    const historyOf = memo((actor): StatusHistory => subject.historyOf(actor))
    const equal = new Map<string, Coverage>()
    const one = (coverage: Coverage): Coverage => {
      const key = JSON.stringify(coverage)
      const known = equal.get(key) ?? coverage
      equal.set(key, known)
      return known
    }
    return { ...subject, historyOf, coverageOf: memo((actor) => onEachStretch(subject.coverageOf(actor), one)) }
  })
