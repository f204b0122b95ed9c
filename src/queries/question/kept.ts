import { getHeapStatistics } from 'node:v8'
import { isMainThread } from 'node:worker_threads'
import type { Kysely } from 'kysely'
import { shelfOf } from '../../common/shelf.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'

/** What all that is kept may take, in bytes: less in one of several threads, and where there is little memory. */
const most = Math.min((isMainThread ? 128 : 64) * 2 ** 20, getHeapStatistics().heap_size_limit / 8)

const shelf = shelfOf(most)

/**
 * All that rows depend on: the log up to an event, when that was recorded, whom to believe, which day stands for an
 * uncertain date, which organisations count, and what is left out. What was made of them depends on nothing else of a
 * world: not on its day, not on the clock. The shape of the folds is that of the read model that is asked, and of
 * another one nothing is ever taken.
 */
const momentOf = (world: Snapshot): string =>
  JSON.stringify([
    world.ordinal,
    world.prefix,
    world.knownAt ?? null,
    policyOf(world),
    world.resolution ?? null,
    world.formality ?? 'formal',
    world.without?.key ?? null,
  ])

type Kept<T> = (
  world: Snapshot,
  what: string,
) => {
  readonly value: T | undefined
  readonly set: (value: T) => void
  /** It is given up from now on, where there is too much. */
  readonly weigh: (bytes: number) => void
  readonly drop: () => void
}

const kept = <T extends object>(): Kept<T> => {
  const known = new WeakMap<Kysely<Schema>, Map<string, T>>()
  return (world, what) => {
    const ofModel = known.get(world.sql) ?? new Map<string, T>()
    known.set(world.sql, ofModel)
    const key = `${momentOf(world)}\n${what}`
    const value = ofModel.get(key)
    if (value !== undefined) shelf.touch(value)
    const drop = () => void ofModel.delete(key)
    return {
      value,
      drop,
      set: (made) => void ofModel.set(key, made),
      weigh: (bytes) => {
        const made = ofModel.get(key)
        if (made !== undefined) shelf.put(made, { bytes: bytes + 2 * key.length + 200, age: world.ordinal, drop })
      },
    }
  }
}

/**
 * A kind of value that is made of rows, once for each moment and policy and for what is asked of it, and kept for as
 * long as there is room. What `make` reads must be said by the world's moment and by `what`. One that could not be made
 * is not kept.
 */
export const keeping = <V>(
  bytesOf: (value: V) => number,
): ((world: Snapshot, what: string, make: () => Promise<V>) => Promise<V>) => {
  const find = kept<Promise<V>>()
  return (world, what, make) => {
    const { value, set, weigh, drop } = find(world, what)
    if (value !== undefined) return value
    const making = make()
    set(making)
    making.then((made) => weigh(bytesOf(made)), drop)
    return making
  }
}

/** The same of what is made at once, of what is kept already. */
export const keepingAtOnce = <V extends object>(
  bytesOf: (value: V) => number,
): ((world: Snapshot, what: string, make: () => V) => V) => {
  const find = kept<V>()
  return (world, what, make) => {
    const { value, set, weigh } = find(world, what)
    if (value !== undefined) return value
    const made = make()
    set(made)
    weigh(bytesOf(made))
    return made
  }
}
