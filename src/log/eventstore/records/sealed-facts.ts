import { NormtrailError } from '../../../common/error.ts'
import { readingAhead } from '../../../common/read-ahead.ts'
import type { CommitStreams } from './commit-stream.ts'
import type { LogNames } from './names.ts'
import { ownFacts, type StoredFact, type Range, type Seal } from './record.ts'
import { page, type Server } from '../connection/server.ts'

/** How many reads run ahead of the reader: a commit has many short ranges. */
const ahead = 8

/**
 * The facts that a seal names, in order and many at a time, without so many at the beginning; what the caller kept is
 * not read again.
 */
export type FactsOf = (seal: Seal, skip: number, kept?: Kept) => AsyncIterable<readonly StoredFact[]>

/** The facts of a range, where the caller has all of them at hand. */
export type Kept = (stream: string, first: number, count: number) => readonly StoredFact[] | undefined

const damaged = (seal: Seal, message: string) =>
  new NormtrailError('check-failed', 'log-damaged', message, {
    where: `commit ${seal.commit}`,
    hint: '`verify` says what else does not hold.',
  })

/** The facts that a seal names, read from their streams: a reader need not keep what is not sealed yet. */
export const sealedFacts = (server: Server, names: LogNames, commits: CommitStreams) =>
  async function* (seal: Seal, skip = 0, kept: Kept = () => undefined): AsyncGenerator<readonly StoredFact[]> {
    const read = async (range: Range): Promise<readonly StoredFact[]> => {
      const [stream, first, count] = range
      const known = kept(...range)
      if (known !== undefined) return known
      return ownFacts(stream, await server.readStream(names.onServer(stream), { from: BigInt(first), limit: count }))
    }
    let given = skip
    for await (const facts of readingAhead(shortReads(await commits.rangesOf(seal), skip), ahead, read)) {
      for (const fact of facts) {
        if (fact.commit.id !== seal.commit || fact.commit.index !== given)
          throw damaged(seal, `event ${fact.id} stands where number ${given} of the commit was expected.`)
        given += 1
      }
      if (facts.length > 0) yield facts
    }
    if (given !== seal.count) throw damaged(seal, `its seal counts ${seal.count} events, but ${given} are there.`)
  }

function* shortReads(ranges: readonly Range[], skip: number): Generator<Range> {
  let left = skip
  for (const [stream, first, count] of ranges) {
    const passed = Math.min(left, count)
    left -= passed
    for (let done = passed; done < count; done += page) yield [stream, first + done, Math.min(page, count - done)]
  }
}
