import { pinnedAt } from '../ask/released.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import type { Cited } from './cite.ts'

/** What is cited of today's knowledge is cited as known at the last event: the address tells those answers for good. */
export const pinned = async (one: Cited): Promise<Cited> => {
  if (one.address.asKnownAt !== undefined) return one
  const { recordedAt } = await bodyOf(v1.GET('/v1/info'))
  if (recordedAt === null) return one
  const then = await Promise.all(one.answers.map(({ releaseId }) => pinnedAt(releaseId, recordedAt)))
  const answers = one.answers.flatMap((answer, place) => {
    const found = then[place]
    return found === undefined ? [] : [{ ...answer, releaseId: found.releaseId, ordinal: found.ordinal }]
  })
  if (answers.length < one.answers.length) return one
  return { ...one, answers, address: { ...one.address, asKnownAt: recordedAt } }
}
