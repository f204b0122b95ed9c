import type { CommitId } from '../../../events/envelope.ts'
import type { WriterContext } from './writer-context.ts'
import { beginning } from '../records/position.ts'
import type { Range } from '../records/record.ts'
import { recordsToEnd } from '../read/read-to-head.ts'

/**
 * How many of the events that a seal is going to name the server does not hold under this commit.
 * An append that repeats the ids of another commit at the same place succeeds without writing, so only reading tells.
 */
export const readBack = async (
  { server, names }: WriterContext,
  commit: CommitId,
  after: bigint | undefined,
  ranges: readonly Range[],
): Promise<number> => {
  const wanted = new Map<string, { first: number; end: number }[]>()
  let missing = 0
  for (const [stream, first, count] of ranges) {
    const ofStream = wanted.get(stream)
    if (ofStream === undefined) wanted.set(stream, [{ first, end: first + count }])
    else ofStream.push({ first, end: first + count })
    missing += count
  }
  for await (const records of recordsToEnd(server, names, beginning, after))
    for (const record of records) {
      if (record.kind !== 'fact' || record.commit.id !== commit) continue
      const revision = Number(record.serverRevision)
      if (wanted.get(record.stream)?.some(({ first, end }) => revision >= first && revision < end)) missing -= 1
    }
  return missing
}
