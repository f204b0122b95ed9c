import { Agent, request as ask, type IncomingHttpHeaders } from 'node:http'
import type { Request } from './requests.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const patience = 120_000

/**
 * Sends a request as it is: nothing is normalised on the way. What has no end, as a feed, is left after its first
 * bytes.
 */
export const sender = (address: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const { hostname, port } = new URL(address)
  const send = ({ method, target, headers, body }: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
      const sent = ask(
        { agent, hostname, port, method, path: target, headers: { ...headers, ...length } },
        (response) => {
          const parts: Buffer[] = []
          const done = (): void =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
          const isEndless = response.headers['content-type']?.startsWith('text/event-stream') === true
          if (isEndless) setTimeout(() => (done(), sent.destroy()), 20)
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', done)
          response.on('error', (thrown) => {
            if (!isEndless) reject(thrown)
          })
        },
      )
      sent.setTimeout(patience, () => sent.destroy(new Error('no answer came in time')))
      sent.on('error', reject)
      sent.end(body)
    })
  return { send, close: () => agent.destroy() }
}
