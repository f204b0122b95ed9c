import { getHeapStatistics } from 'node:v8'
import { isMainThread } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import { shelfOf } from '../../common/shelf.ts'
import type { Schema } from '../../readmodel/schema.ts'
import type { Changes, Matters } from './changes.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'

/** What all that is kept may take, in bytes: less in one of several threads, and where there is little memory. */
const most = Math.min((isMainThread ? 128 : 64) * 2 ** 20, getHeapStatistics().heap_size_limit / 8)

const shelf = shelfOf(most)

/** All that an answer depends on beside the rows and the day that it is about. */
const wayOf = (world: Snapshot): readonly unknown[] => [
  policyOf(world),
  world.resolution ?? null,
  world.formality ?? 'formal',
  world.without?.key ?? null,
]

/**
 * All that rows depend on: the log up to an event, when that was recorded, whom to believe, which day stands for an
 * uncertain date, which organisations count, and what is left out. What was made of them depends on nothing else of a
 * world: not on its day, not on the clock. The shape of the folds is that of the read model that is asked, and of
 * another one nothing is ever taken. Of what is known now, an entry says itself up to which event it is known to hold;
 * of when that was recorded nothing but the day tells anything: lists without a date reach no further.
 */
const momentOf = (world: Snapshot): string =>
  JSON.stringify(
    world.changes === undefined
      ? [world.ordinal, world.prefix, world.knownAt ?? null, ...wayOf(world)]
      : ['now', world.knownAt?.slice(0, 'YYYY-MM-DD'.length) ?? null, ...wayOf(world)],
  )

/** What was made, and the event up to which it is known to be what rows tell. */
interface Entry<T> {
  readonly made: T
  readonly changes: Changes | undefined
  upTo: number
}

type Kept<T> = (
  world: Snapshot,
  what: string,
) => {
  readonly value: T | undefined
  readonly set: (value: T) => void
  /** It is given up from now on, where there is too much. */
  readonly weigh: (value: T, bytes: number) => void
  readonly drop: (value: T) => void
}

/** Whether an entry is what the rows of a world tell: it holds on as long as nothing is recorded that matters to it. */
const holds = <T>({ changes, upTo }: Entry<T>, world: Snapshot, matters: Matters): boolean =>
  changes === undefined || (changes === world.changes && !changes.touched(upTo, world.ordinal, matters))

const kept = <T extends object>(mattersTo: (what: string) => Matters): Kept<T> => {
  const known = new WeakMap<Kysely<Schema>, Map<string, Entry<T>>>()
  return (world, what) => {
    const ofModel = known.get(world.sql) ?? new Map<string, Entry<T>>()
    known.set(world.sql, ofModel)
    const key = `${momentOf(world)}\n${what}`
    const drop = (value: T): void => {
      if (ofModel.get(key)?.made === value) ofModel.delete(key)
    }
    const entry = ofModel.get(key)
    const held = entry !== undefined && holds(entry, world, mattersTo(what)) ? entry : undefined
    if (held !== undefined) {
      held.upTo = Math.max(held.upTo, world.ordinal)
      shelf.touch(held.made, held.upTo)
    }
    return {
      value: held?.made,
      drop,
      set: (made) => {
        if (entry !== undefined) shelf.remove(entry.made)
        ofModel.set(key, { made, changes: world.changes, upTo: world.ordinal })
      },
      weigh: (made, bytes) => {
        if (ofModel.get(key)?.made !== made) return
        shelf.put(made, { bytes: bytes + 2 * key.length + 200, age: world.ordinal, drop: () => drop(made) })
      },
    }
  }
}

/** What is not said to hang on less hangs on everything. */
const onEverything = (): Matters => () => true

/**
 * A kind of value that is made of rows, once for each moment and policy and for what is asked of it, and kept for as
 * long as there is room. What `make` reads must be said by the world's moment and by `what`, and be recorded in streams
 * that matter to it: as long as nothing is, a value of an earlier moment is the same. One that could not be made is not
 * kept.
 */
export const keeping = <V>(
  bytesOf: (value: V) => number,
  mattersTo: (what: string) => Matters = onEverything,
): ((world: Snapshot, what: string, make: () => Promise<V>) => Promise<V>) => {
  const find = kept<Promise<V>>(mattersTo)
  return (world, what, make) => {
    const { value, set, weigh, drop } = find(world, what)
    if (value !== undefined) return value
    const making = make()
    set(making)
    making.then(
      (made) => weigh(making, bytesOf(made)),
      () => drop(making),
    )
    return making
  }
}

/** The same of what is made at once, of what is kept already. */
export const keepingAtOnce = <V extends object>(
  bytesOf: (value: V) => number,
  mattersTo: (what: string) => Matters = onEverything,
): ((world: Snapshot, what: string, make: () => V) => V) => {
  const find = kept<V>(mattersTo)
  return (world, what, make) => {
    const { value, set, weigh } = find(world, what)
    if (value !== undefined) return value
    const made = make()
    set(made)
    weigh(made, bytesOf(made))
    return made
  }
}
