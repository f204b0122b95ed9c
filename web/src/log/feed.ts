import { createParser } from 'eventsource-parser'
import { forgetAnswers } from '../ask/patient-fetch.ts'
import { tokenHeaders } from '../ask/token.ts'
import { baseUrl } from '../ask/v1.ts'

/** An event as the feed sends it. */
export interface Arrived {
  readonly ordinal: number
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly recordedAt: string
  readonly recordedBy: string
  readonly occurred: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

export type FeedFilters = Readonly<Partial<Record<'stream' | 'type' | 'state' | 'norm', string>>>

interface CloudEvent {
  readonly id: string
  readonly subject: string
  readonly time: string
  readonly ordinal: number
  readonly recordedby: string
  readonly data: { readonly type: string; readonly occurred?: string; readonly data?: Record<string, unknown> }
}

/** After a break the feed is asked for again in so many milliseconds. */
const pause = 3000

/**
 * Follows the log from an event on. `hear` gets each event once and in order, over breaks; `tell` hears whether the
 * feed is there. Gives what ends it. By `fetch`, since a browser's own reader of feeds sends no token.
 */
export const followLog = (
  after: number,
  filters: FeedFilters,
  hear: (event: Arrived) => void,
  tell: (isLive: boolean) => void,
): (() => void) => {
  const controller = new AbortController()
  let last = String(after)
  const parser = createParser({
    onEvent: ({ event, id, data }) => {
      if (id !== undefined) last = id
      if (event !== 'event') return
      forgetAnswers()
      hear(arrivedOf(JSON.parse(data) as CloudEvent))
    },
  })
  const read = async (): Promise<void> => {
    const query = new URLSearchParams({ ...filters, after: last })
    const response = await fetch(`${baseUrl}/v1/feed?${query}`, { headers: tokenHeaders(), signal: controller.signal })
    if (!response.ok || response.body === null) return
    tell(true)
    const text = response.body.pipeThrough(new TextDecoderStream())
    for (const reader = text.getReader(); ;) {
      const { done, value } = await reader.read()
      if (done) return
      parser.feed(value)
    }
  }
  const follow = async (): Promise<void> => {
    while (!controller.signal.aborted) {
      await read().catch(() => undefined)
      tell(false)
      parser.reset()
      if (!controller.signal.aborted) await new Promise((done) => setTimeout(done, pause))
    }
  }
  void follow()
  return () => controller.abort()
}

const arrivedOf = ({ id, subject, time, ordinal, recordedby, data }: CloudEvent): Arrived => ({
  ordinal,
  id,
  stream: subject,
  type: data.type,
  recordedAt: time,
  recordedBy: recordedby,
  occurred: data.occurred,
  data: data.data ?? {},
})
