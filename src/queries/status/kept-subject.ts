import { memo } from '../../common/memo.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSubject } from './load-subject.ts'
import type { StatusHistory, StatusSubject } from './status-subject.ts'

/** Acts, and the histories of the states that were asked about: about so much for each of either. */
const bytesOf = ({ laws, actors }: StatusSubject): number =>
  200_000 + laws.reduce((sum, { acts }) => sum + acts.length * 1500, actors.length * 3000)

const kept = keeping(bytesOf)

/** What a word means on the world's day: what is loaded of that is the same on every day. */
const meaningOf = ({ names, asOf: day }: Snapshot, word: string): string => {
  const treaty = names.lookUp('treaty', word, { day })
  if (treaty !== undefined) return `treaty ${treaty}`
  const norm = names.lookUp('norm', word, { day })
  return norm === undefined ? `nothing ${word}` : `norm ${norm}`
}

/**
 * A treaty or norm that is loaded once, and with it the history of everybody who is asked about. Throws
 * `unknown-subject`.
 */
export const keptSubject = (world: Snapshot, word: string): Promise<StatusSubject> =>
  kept(world, meaningOf(world, word), async () => {
    const subject = await loadSubject(world, word)
    const historyOf = memo((actor): StatusHistory => subject.historyOf(actor))
    return { ...subject, historyOf, coverageOf: memo((actor) => subject.coverageOf(actor)) }
  })
