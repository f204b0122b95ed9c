import { factsOf } from '../../projections/fold/facts.ts'
import { keyOf, type Fold } from '../../projections/fold/fold.ts'
import { folds } from '../../projections/index.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import { familyOf } from '../events/registry.ts'
import { columnsOf, replacement } from './intervals.ts'
import { keyIn, type KnownKey, type KnownStream } from './cached-stream.ts'
import type { Outbox } from './write-buffer.ts'
import type { IntervalTable } from './schema.ts'
import { eventColumns, rowOfEvent } from './stored-event.ts'

const foldsByFamily = new Map<string, readonly Fold[]>()
export const foldsOf = (stream: string): readonly Fold[] => {
  const family = familyOf(stream)
  const known = foldsByFamily.get(family)
  if (known !== undefined) return known
  const reading = folds.filter((fold) => fold.reads.includes(family))
  foldsByFamily.set(family, reading)
  return reading
}

/** What one commit adds to one stream. */
export interface Run {
  readonly stream: string
  readonly events: readonly RecordedEvent[]
  /** The body of each, as it is stored. */
  readonly bodies: readonly string[]
  /** The first ordinal of the commit: from there on what it says is known. */
  readonly known: number
}

/** Which key each event of a stream is folded with; a correction goes with its target. */
export const keysOf = (
  events: readonly RecordedEvent[],
  earlier: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>(earlier)
  const target = (event: RecordedEvent): string | undefined =>
    event.type === 'EventCorrected' || event.type === 'EventRetracted' ? String(event.data.target) : undefined
  for (const event of events) if (target(event) === undefined) keys.set(event.id, keyOf(event))
  for (const event of events) {
    const of = target(event)
    if (of !== undefined) keys.set(event.id, keys.get(of) ?? '*')
  }
  return keys
}

/**
 * Folds what a commit adds to one stream: each touched key once, and only the rows that differ are written. `keys` are
 * those of the events, as `keysOf` gives them.
 */
export const project = (run: Run, keys: ReadonlyMap<string, string>, stream: KnownStream, outbox: Outbox): void => {
  const touched = new Map<string, KnownKey>()
  run.events.forEach((event, index) => {
    const key = keys.get(event.id) ?? '*'
    const known = keyIn(stream, key)
    known.events.push(event)
    touched.set(key, known)
    outbox.add('event', eventColumns, rowOfEvent(event, key, run.bodies[index] as string))
  })
  const reading = foldsOf(run.stream)
  if (reading.length === 0) return
  for (const [key, known] of touched) {
    const facts = factsOf(known.events)
    for (const fold of reading) {
      const table = fold.table as IntervalTable
      const columns = columnsOf(fold)
      const { held, gone, added } = replacement(fold, known.held.get(fold) ?? [], fold.intervals(facts), {
        stream: run.stream,
        key,
        known: run.known,
      })
      known.held.set(fold, held)
      outbox.close(
        table,
        gone.map(({ row }) => row),
        run.known,
      )
      for (const { row } of added) outbox.add(table, columns, row)
    }
  }
}
