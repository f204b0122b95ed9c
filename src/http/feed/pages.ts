import type { FollowFilter } from '../../queries/following/followed.ts'
import { everything, keyOf, pageSize, type Batch, type FeedReading } from './reading.ts'

/** So many pages are kept for others who come from the same place. */
const most = 32

/**
 * Pages of the log for clients that come from far back. Those who want everything share them, wherever in a page each
 * comes from: after a restart all clients come at once, and each event is read and written once.
 */
export const pagesOf = (reading: Pick<FeedReading, 'page'>) => {
  const kept = new Map<string, Promise<Batch>>()
  const pageFrom = (start: number, filter: FollowFilter): Promise<Batch> => {
    const key = `${start} ${keyOf(filter)}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const page = reading.page(start, filter)
    kept.set(key, page)
    const oldest = kept.keys().next().value
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    const drop = (): void => {
      if (kept.get(key) === page) kept.delete(key)
    }
    // One that ends at the head is another one as soon as something is appended.
    page.then(({ to, entries }) => (entries.length === pageSize && to > start ? undefined : drop()), drop)
    return page
  }
  return async (after: number, filter: FollowFilter): Promise<Batch> => {
    if (keyOf(filter) !== everything) return pageFrom(after, filter)
    const start = after - (after % pageSize)
    const page = await pageFrom(start, filter)
    return { ...page, entries: page.entries.filter(({ ordinal }) => ordinal > after) }
  }
}
