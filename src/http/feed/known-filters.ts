import type { FollowFilter } from '../../queries/following/followed.ts'
import type { Consumer } from './consumer.ts'
import { everything, keyOf } from './reading.ts'

/** Since when the entries of the ring say whether a filter means them: only while somebody has it. */
export interface KnownFilters {
  /** The filters of all clients that are there, for what follows an ordinal. */
  readonly now: (consumers: Iterable<Consumer>, after: number) => readonly FollowFilter[]
  /** Whether all entries after an ordinal say whether a filter means them. */
  readonly isMarked: (filter: FollowFilter, after: number) => boolean
}

export const knownFilters = (): KnownFilters => {
  const since = new Map<string, number>()
  return {
    now: (consumers, after) => {
      const wanted = new Map([...consumers].map(({ filter }) => [keyOf(filter), filter]))
      wanted.delete(everything)
      for (const key of since.keys()) if (!wanted.has(key)) since.delete(key)
      for (const key of wanted.keys()) if (!since.has(key)) since.set(key, after)
      return [...wanted.values()]
    },
    isMarked: (filter, after) => {
      const key = keyOf(filter)
      return key === everything || (since.get(key) ?? Infinity) <= after
    },
  }
}
