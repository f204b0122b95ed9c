import { request } from 'node:http'
import { answerHere } from '../../../src/http/answering/answer-parts.ts'
import { openFeed, type FeedOptions } from '../../../src/http/feed/feed.ts'
import { readHere } from '../../../src/http/feed/read-here.ts'
import { listen } from '../../../src/http/server.ts'
import { accessOnThisMachine, type AccessSettings } from '../../../src/http/service/access-settings.ts'
import type { Settings } from '../../../src/workspace/settings.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { silentLog } from '../a-server.ts'

/** The feed of a log on a real socket; closed, it can be opened anew. */
export const aFeed = async (
  place: string | Settings,
  options: Partial<FeedOptions> = {},
  access: Partial<AccessSettings> = {},
) => {
  const workspace = await openWorkspace(place)
  const answering = answerHere([], workspace)
  const feed = await openFeed({ reading: readHere(workspace), upToHead: answering.upToHead, log: silentLog }, options)
  const service = { questions: [], workspace, answering, log: silentLog, feed }
  const server = await listen({ ...service, access: { ...accessOnThisMachine, ...access } }, 0, '127.0.0.1')
  return {
    workspace,
    feed,
    address: server.address,
    url: (query = '') => `${server.address}/v1/feed${query}`,
    close: async () => {
      await server.close()
      await workspace.close()
    },
  }
}

export type AFeed = Awaited<ReturnType<typeof aFeed>>

/** A client that reads what it is sent; it waits for as many messages as a test wants. */
export const follow = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
  const messages: EventSourceMessage[] = []
  const comments: string[] = []
  const waiting = new Set<() => void>()
  const wake = (): void => waiting.forEach((look) => look())
  let ended = false
  const parser = createParser({
    onEvent: (message) => void messages.push(message),
    onComment: (comment) => void comments.push(comment),
  })
  const call = request(url, { headers, agent: false })
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    call.once('response', resolve).once('error', reject).end()
  })
  response.setEncoding('utf8')
  response.on('data', (text: string) => {
    parser.feed(text)
    wake()
  })
  response.on('close', () => {
    ended = true
    wake()
  })
  response.on('error', () => undefined)
  /** Resolves when something is so, and rejects where the stream ends before. */
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!isSo() && !ended) return
        waiting.delete(look)
        if (isSo()) resolve()
        else reject(new Error(`the stream ended after ${JSON.stringify(messages.at(-1))}`))
      }
      waiting.add(look)
      look()
    })
  const events = (): readonly EventSourceMessage[] => messages.filter(({ event }) => event === 'event')
  return {
    status: response.statusCode,
    headers: response.headers,
    messages,
    comments,
    until,
    events,
    /** The ordinals of the events that have come. */
    ordinals: () => events().map(({ data }) => (JSON.parse(data) as { ordinal: number }).ordinal),
    /** Waits for so many events. */
    take: (count: number) => until(() => events().length >= count),
    ended: () => until(() => ended).catch(() => undefined),
    last: () => messages.at(-1),
    leave: () => response.destroy(),
  }
}
