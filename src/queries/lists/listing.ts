/** What tells the entries of a list apart, and says where a page of it ends. */
export type Key = string | number

/** All that a list holds, in its order, to be read a page at a time. */
export interface Listing<E> {
  /** The next entries, at most so many: those after the one of that key, or the first ones. */
  readonly after: (key: Key | undefined, most: number) => Promise<readonly E[]>
  /** How many there are in all. */
  readonly count: () => Promise<number>
}

/** A list that is in memory as a whole, in its order. After a key that none of them has comes nothing. */
export const listingOf = <E>(entries: readonly E[], keyOf: (entry: E) => Key): Listing<E> => ({
  after: async (key, most) => {
    if (key === undefined) return entries.slice(0, most)
    const index = entries.findIndex((entry) => keyOf(entry) === key)
    return index < 0 ? [] : entries.slice(index + 1, index + 1 + most)
  },
  count: async () => entries.length,
})
