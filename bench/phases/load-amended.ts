import { join } from 'node:path'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import type { CommitPart } from '../../src/log/port.ts'
import { measured, type Measured } from '../phase.ts'
import { commitSize } from '../synthetic.ts'
import { inCommits, revision, worldStreams, type WorldStream } from '../synthetic-world.ts'

/**
 * How many facts of a corrected stream give way to as many corrections of the others: a fifth, so that both logs are of
 * one length.
 */
const wrongIn = ({ facts }: WorldStream): number => Math.floor(facts.length / 5)

/**
 * Appends so many events and folds none; in each stream whose number `every` divides some of them are corrections,
 * recorded after all else. 0: none.
 */
export const loadAmended = async (folder: string, total: string, every: string): Promise<Measured> => {
  const log = openSqliteLog(join(folder, 'log.sqlite'))
  const later: CommitPart[] = []
  function* first(): Iterable<WorldStream> {
    let index = 0
    for (const one of worldStreams(Number(total))) {
      index += 1
      const wrong = Number(every) > 0 && index % Number(every) === 0 ? wrongIn(one) : 0
      const left = wrong === 0 ? one : { ...one, facts: one.facts.slice(0, -wrong) }
      const corrections = wrong === 0 ? undefined : revision(left, 1)
      if (corrections !== undefined) later.push({ ...corrections, events: corrections.events.slice(0, wrong) })
      yield left
    }
  }
  const result = await measured(async () => {
    for (const commit of inCommits(first(), commitSize)) await log.appendCommit(commit, { recordedBy: 'bench' })
    if (later.length > 0) await log.appendCommit(later, { recordedBy: 'bench' })
    return (await log.head()).ordinal
  })
  await log.close()
  return result
}
