import { createHash } from 'node:crypto'
import type { EventId, NewEvent } from '../src/events/envelope.ts'
import { seal, type SealedEvent } from '../src/events/seal.ts'
import type { CommitPart } from '../src/log/port.ts'

/** Years in each stream of scores. */
const years = 50

/** An id that is as random as any, and the same in every run. */
export const idOf = (n: number | string): EventId => {
  const hex = createHash('md5').update(String(n)).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)]
  return parts.join('-') as EventId
}

const eventOf = (n: number, stream: number, year: number): NewEvent => ({
  id: idOf(n),
  type: 'PracticeScoreRecorded',
  schemaVersion: 1,
  occurred: String(year),
  sources: [{ ref: 'synthetic-1', kind: 'dataset', series: 'synthetic', locator: `row ${n}` }],
  confidence: 'certain',
  fact: String(year),
  data: {
    actor: `s${stream % 200}`,
    rater: 'synthetic',
    indicator: `i${Math.floor(stream / 200)}`,
    year,
    value: (n * 7919) % 9,
  },
})

const nameOf = (stream: number): string => `practice-synthetic-i${Math.floor(stream / 200)}-s${stream % 200}`

/** Scores of made-up states, stream by stream: `total` events in streams of fifty. */
export function* syntheticParts(from: number, total: number): Iterable<CommitPart> {
  for (let n = from; n < from + total; n += years) {
    const stream = n / years
    const events = Array.from({ length: Math.min(years, from + total - n) }, (_, index) =>
      seal(eventOf(n + index, stream, 1970 + index)),
    )
    yield { stream: nameOf(stream), expected: 'no-stream', events }
  }
}

/** A stream, and all that is to be appended to it. */
export interface SyntheticStream {
  readonly stream: string
  readonly events: readonly SealedEvent[]
}

/** The same scores in streams of any length, all at once: `total` events. */
export const syntheticStreams = (total: number, length: number): readonly SyntheticStream[] =>
  Array.from({ length: Math.ceil(total / length) }, (_, stream) => {
    const first = stream * length
    return {
      stream: nameOf(stream),
      events: Array.from({ length: Math.min(length, total - first) }, (_none, index) =>
        seal(eventOf(first + index, stream, 1970 + index)),
      ),
    }
  })

/** The scores of one stream, not sealed. */
export const scoresOf = (stream: number): { readonly stream: string; readonly facts: readonly NewEvent[] } => ({
  stream: nameOf(stream),
  facts: Array.from({ length: years }, (_, index) => eventOf(stream * years + index, stream, 1970 + index)),
})

/** How many events one commit holds: an import of some size. */
export const commitSize = 100_000
