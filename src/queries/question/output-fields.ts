import { z } from 'zod'

/** Parts that many answers share, with what their fields mean. */
export const eventIds = z.array(z.string()).describe('Ids of the deciding events')
export const certainty = z.enum(['certain', 'possible'])
export const anomaly = z.object({
  code: z.string(),
  article: z
    .string()
    .describe('The article that it offends; of the Vienna Convention on the Law of Treaties where no other is named'),
  says: z.string(),
  events: eventIds,
})
export const nullableDay = z.string().nullable()

/** The first and the last day that a date may mean. */
export const dates = z.object({ earliest: nullableDay, latest: nullableDay })

/** A number and what is counted, in words: 1 event, 2 events; `many` where an s does not do. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
