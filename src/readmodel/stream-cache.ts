import { groupBy } from '../common/group-by.ts'
import type { Writing } from './engine.ts'
import { idsIn, knownStream, type KnownStream } from './cached-stream.ts'
import { keysOf, type Run } from './projector.ts'
import { readIds, readKeys, readStreams } from './load-cached.ts'

/** How much is remembered, and how much is read. Which rows come of it does not depend on it. */
export interface Remembering {
  /** How many events are kept from one window to the next. */
  readonly mostEvents: number
  /**
   * A stream is read back whole where it holds no more earlier events than this for each new one; else only the keys
   * that are touched.
   */
  readonly earlierForEach: number
}

/** What one commit adds to one stream, and all that is needed to fold it. */
export interface Prepared {
  readonly run: Run
  readonly keys: ReadonlyMap<string, string>
  readonly stream: KnownStream
}

/**
 * The streams that were touched last, as the projector knows them: what was just written need not be read back. What
 * else a window of the log touches is read with a few statements before any of it is folded. So all must be written
 * when the next window is prepared, and what was given up must be forgotten.
 */
export interface WorkingSet {
  /** To be told at which ordinal the read model stands: what is known of it at another one is forgotten. */
  readonly standAt: (ordinal: number) => void
  readonly prepare: (writing: Writing, runs: readonly Run[]) => Promise<readonly Prepared[]>
  /** The runs have been folded and written. */
  readonly settle: (runs: readonly Run[]) => void
  /** The ordinal at which the read model now stands. */
  readonly arrive: (ordinal: number) => void
}

export const workingSet = (limits: Remembering): WorkingSet => {
  const cache: Cache = { limits, streams: new Map(), sizes: new Map(), events: 0 }
  let at = 0
  return {
    standAt: (ordinal) => {
      if (ordinal !== at) for (const name of cache.streams.keys()) forget(cache, name)
      at = ordinal
    },
    prepare: (writing, runs) => prepare(cache, writing, runs),
    settle: (runs) => settle(cache, runs),
    arrive: (ordinal) => {
      at = ordinal
    },
  }
}

interface Cache {
  readonly limits: Remembering
  /** Those touched longest ago come first. */
  readonly streams: Map<string, KnownStream>
  /** How many events are known of each stream, and of all of them. */
  readonly sizes: Map<string, number>
  events: number
}

const forget = (cache: Cache, name: string): void => {
  cache.streams.delete(name)
  cache.events -= cache.sizes.get(name) ?? 0
  cache.sizes.delete(name)
}

const prepare = async (cache: Cache, writing: Writing, runs: readonly Run[]): Promise<readonly Prepared[]> => {
  const { streams } = cache
  const byStream = groupBy(runs, ({ stream }) => stream)
  await readStreams(writing, touch(cache, byStream))
  const keysByRun = new Map<Run, ReadonlyMap<string, string>>()
  const missing: (readonly [string, string])[] = []
  for (const [name, ofStream] of byStream) {
    const stream = streams.get(name) as KnownStream
    for (const [run, keys] of await keysOfRuns(writing, name, stream, ofStream)) {
      keysByRun.set(run, keys)
      if (!stream.whole) for (const key of keys.values()) if (!stream.keys.has(key)) missing.push([name, key])
    }
  }
  if (missing.length > 0) await readKeys(writing, streams, distinct(missing))
  return runs.map((run) => ({
    run,
    keys: keysByRun.get(run) as ReadonlyMap<string, string>,
    stream: streams.get(run.stream) as KnownStream,
  }))
}

/** Makes the streams of a window known; gives back those of them that must be read back whole. */
const touch = (cache: Cache, byStream: ReadonlyMap<string, readonly Run[]>): ReadonlyMap<string, KnownStream> => {
  const { limits, streams } = cache
  const toRead = new Map<string, KnownStream>()
  for (const [name, runs] of byStream) {
    const earlier = runs[0]?.events[0]?.revision ?? 0
    const worthAll = earlier <= limits.earlierForEach * sizeOf(runs)
    const known = streams.get(name)
    if (known !== undefined && (known.whole || !worthAll)) {
      streams.delete(name)
      streams.set(name, known)
      continue
    }
    if (known !== undefined) forget(cache, name)
    const stream = knownStream(worthAll)
    streams.set(name, stream)
    if (worthAll && earlier > 0) toRead.set(name, stream)
  }
  return toRead
}

/** Counts what a window has added, and forgets the streams touched longest ago where that is too much. */
const settle = (cache: Cache, runs: readonly Run[]): void => {
  const { limits, streams, sizes } = cache
  // A commit comes to each stream once: what a window that lies within one has touched is not soon touched again.
  if (runs.every(({ known }) => known === runs[0]?.known)) {
    for (const { stream } of runs) forget(cache, stream)
    return
  }
  for (const name of new Set(runs.map(({ stream }) => stream))) {
    let size = 0
    for (const known of streams.get(name)?.keys.values() ?? []) size += known.events.length
    cache.events += size - (sizes.get(name) ?? 0)
    sizes.set(name, size)
  }
  for (const name of streams.keys()) {
    if (cache.events <= limits.mostEvents) break
    forget(cache, name)
  }
}

const sizeOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.events.length, 0)

const distinct = (pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] => [
  ...new Map(pairs.map((pair) => [JSON.stringify(pair), pair] as const)).values(),
]

/**
 * The keys of the runs of one stream, one after the other: a correction stands under the key of its target, which may
 * be in the run, in one before, or long written.
 */
const keysOfRuns = async (
  writing: Writing,
  name: string,
  stream: KnownStream,
  runs: readonly Run[],
): Promise<readonly (readonly [Run, ReadonlyMap<string, string>])[]> => {
  const targetsOf = ({ events }: Run): readonly string[] =>
    events.flatMap(({ data }) => (typeof data.target === 'string' ? [data.target] : []))
  const targets = runs.flatMap(targetsOf)
  if (targets.length === 0 && stream.ids === undefined) return runs.map((run) => [run, keysOf(run.events)])
  const ids = idsIn(stream)
  if (!stream.whole) {
    const here = new Set<string>(runs.flatMap(({ events }) => events.map(({ id }) => id)))
    const unknown = targets.filter((id) => !ids.has(id) && !here.has(id))
    if (unknown.length > 0) await readIds(writing, name, stream, [...new Set(unknown)])
  }
  return runs.map((run) => {
    const earlier = targetsOf(run).flatMap((id) => {
      const key = ids.get(id)
      return key === undefined ? [] : [[id, key] as const]
    })
    const keys = keysOf(run.events, new Map(earlier))
    for (const { id } of run.events) ids.set(id, keys.get(id) ?? '*')
    return [run, keys] as const
  })
}
