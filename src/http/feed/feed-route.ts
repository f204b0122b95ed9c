import type { Express, Response } from 'express'
import { callerOf } from '../access/caller.ts'
import type { Metrics } from '../operation/metrics.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { Refusal } from '../problems/refusal.ts'
import { root } from '../service/paths.ts'
import type { Feed } from './feed.ts'
import { endingFrame, retryFrame } from './frames.ts'
import { readWanted } from './read-wanted.ts'
import type { WatchToken } from './watch-tokens.ts'

/** Where the log is followed. */
export const feedPath = `${root}/feed`

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Nobody between may keep it, gather it or pack it: each event is to be there when it is sent.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const

/** What counts those who follow, and what sees whether they still may. */
interface Beside {
  readonly metrics: Pick<Metrics, 'feedConsumers' | 'endless'>
  readonly watchToken: WatchToken
}

const tokenEnded = {
  event: 'bye',
  reason: 'token-refused',
  says: 'the token that opened it was revoked, or its last day is past',
} as const

/** `GET /v1/feed`: the events as they are recorded, as server-sent events. */
export const routeFeed = (app: Express, feed: Feed, { metrics, watchToken }: Beside): void => {
  const { feedConsumers, endless } = metrics
  app.get(feedPath, async (request, response) => {
    if (request.accepts('text/event-stream') === false)
      throw new Refusal(406, 'not-acceptable', `"${request.get('Accept')}" was asked for.`, {
        where: 'Accept',
        hint: 'The feed is text/event-stream; `/v1/events` has the same events in other forms.',
      })
    const wanted = readWanted(request.originalUrl, request.headers)
    const begun = await feed.begin(wanted)
    if (response.destroyed) return
    response.status(200).set(headers)
    if (request.method === 'HEAD') return void response.end()
    response.flushHeaders()
    if ('reset' in begun) return sendReset(response, begun)
    const end = feed.join(response, wanted.filter, begun)
    const caller = callerOf(request)
    if (caller !== undefined)
      response.once(
        'close',
        watchToken(caller.tokenId, () => end(tokenEnded)),
      )
    endless.add(response)
    feedConsumers.inc()
    response.once('close', () => feedConsumers.dec())
  })
  app.all(feedPath, noOtherMethod('GET'))
}

const sendReset = (response: Response, { reset, says }: { readonly reset: string; readonly says: string }): void =>
  void response.end(retryFrame + endingFrame({ event: 'reset', reason: reset, says }))
