import { pinnedAt } from '../ask/released.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import type { Cited } from './cite.ts'

/** What is cited of today's knowledge is cited as known at the last event: the address tells that answer for good. */
export const pinned = async (one: Cited): Promise<Cited> => {
  if (one.address.asKnownAt !== undefined) return one
  const { recordedAt } = await bodyOf(v1.GET('/v1/info'))
  const then = recordedAt === null ? undefined : await pinnedAt(one.releaseId, recordedAt)
  if (then === undefined) return one
  const { asKnownAt, releaseId, ordinal } = then
  return { ...one, releaseId, ordinal, address: { ...one.address, asKnownAt } }
}
