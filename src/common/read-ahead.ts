/**
 * What comes of items, in their order, where the work on the next ones is under way meanwhile: on `most` at a time, at
 * least 1. Only for work that changes nothing: what is under way when the reader leaves is waited for and forgotten.
 */
export async function* readingAhead<T, R>(
  items: Iterable<T>,
  most: number,
  work: (item: T) => Promise<R> | R,
): AsyncGenerator<R> {
  const left = items[Symbol.iterator]()
  const under: Promise<R>[] = []
  const begin = async (item: T): Promise<R> => work(item)
  const fillUp = (): void => {
    while (under.length < most) {
      const next = left.next()
      if (next.done === true) return
      const doing = begin(next.value)
      doing.catch(() => undefined)
      under.push(doing)
    }
  }
  try {
    for (;;) {
      fillUp()
      const oldest = under.shift()
      if (oldest === undefined) return
      yield await oldest
    }
  } finally {
    await Promise.allSettled(under)
  }
}
