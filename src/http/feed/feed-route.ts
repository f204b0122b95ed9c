import type { Express, Response } from 'express'
import type { Metrics } from '../operation/metrics.ts'
import { noOtherMethod } from '../problems/not-answered.ts'
import { Refusal } from '../problems/refusal.ts'
import { root } from '../service/paths.ts'
import type { Feed } from './feed.ts'
import { endingFrame, retryFrame } from './frames.ts'
import { readWanted } from './read-wanted.ts'

/** Where the log is followed. */
export const feedPath = `${root}/feed`

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Nobody between may keep it, gather it or pack it: each event is to be there when it is sent.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const

/** `GET /v1/feed`: the events as they are recorded, as server-sent events. */
export const routeFeed = (app: Express, feed: Feed, metrics: Pick<Metrics, 'feedConsumers' | 'endless'>): void => {
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
    feed.join(response, wanted.filter, begun)
    endless.add(response)
    feedConsumers.inc()
    response.once('close', () => feedConsumers.dec())
  })
  app.all(feedPath, noOtherMethod('GET'))
}

const sendReset = (response: Response, { reset, says }: { readonly reset: string; readonly says: string }): void =>
  void response.end(retryFrame + endingFrame({ event: 'reset', reason: reset, says }))
