import { failureWords } from './failure-words.ts'
import { retryAfter } from './retry-after.ts'

/** What one request came to. */
export type Answer =
  | { readonly is: 'content'; readonly bytes: Uint8Array; readonly etag?: string; readonly lastModified?: string }
  | { readonly is: 'not-modified' }
  /** Nothing stands there. */
  | { readonly is: 'absent' }
  /** Refused; asking again would not help. */
  | { readonly is: 'refused'; readonly why: string }
  /**
   * The server, or the way to it, is not well: later may be better. `after` in milliseconds, where the server said so.
   */
  | { readonly is: 'ill'; readonly why: string; readonly after?: number }

export interface Request {
  readonly url: string
  /** What the server called the state of the file that is there, if any. */
  readonly known?: { readonly etag?: string | undefined; readonly lastModified?: string | undefined } | undefined
  readonly userAgent: string
  /** For the whole answer, in milliseconds. */
  readonly timeout: number
  /** Bytes of content, unpacked. */
  readonly largest: number
}

const mostRedirects = 5
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const passing: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** Asks for one file, and follows redirects within the same host. Never throws for what a server or a network does. */
export const request = async (asked: Request): Promise<Answer> => {
  const signal = AbortSignal.timeout(asked.timeout)
  try {
    return await follow(asked, new URL(asked.url), signal, mostRedirects)
  } catch (thrown) {
    return { is: 'ill', why: signal.aborted ? `no whole answer in ${asked.timeout / 1000} s` : failureWords(thrown) }
  }
}

const follow = async (asked: Request, url: URL, signal: AbortSignal, redirects: number): Promise<Answer> => {
  const response = await fetch(url, { headers: headersOf(asked), redirect: 'manual', signal })
  const { status, headers } = response
  if (status === 200) return contentOf(response, asked.largest)
  await response.body?.cancel()
  if (redirecting.has(status)) {
    const location = headers.get('location') ?? ''
    if (location === '' || !URL.canParse(location, url.href))
      return { is: 'refused', why: `status ${status} without an address to go to` }
    const next = new URL(location, url)
    if (!isSameHost(url, next)) return { is: 'refused', why: `it leads to another host, ${next.origin}` }
    if (redirects === 0) return { is: 'refused', why: `more than ${mostRedirects} redirects` }
    return follow(asked, next, signal, redirects - 1)
  }
  if (status === 304)
    return asked.known === undefined ? { is: 'refused', why: 'status 304 to no condition' } : { is: 'not-modified' }
  if (status === 404 || status === 410) return { is: 'absent' }
  if (!passing.has(status)) return { is: 'refused', why: `status ${status}` }
  const after = retryAfter(headers.get('retry-after'), Date.now())
  return { is: 'ill', why: `status ${status}`, ...(after !== undefined && { after }) }
}

const headersOf = ({ known, userAgent }: Request): Record<string, string> => ({
  'user-agent': userAgent,
  accept: 'application/xml, text/xml;q=0.9, */*;q=0.1',
  ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
  ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
})

/** The same host by the same scheme, or by a safer one. */
const isSameHost = (from: URL, to: URL): boolean =>
  from.origin === to.origin || (from.hostname === to.hostname && from.protocol === 'http:' && to.protocol === 'https:')

const contentOf = async ({ body, headers }: Response, largest: number): Promise<Answer> => {
  const pieces: Uint8Array[] = []
  let length = 0
  // Leaving the loop closes the connection.
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > largest) return { is: 'refused', why: `it is larger than ${largest} bytes` }
    pieces.push(piece)
  }
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')]
  return {
    is: 'content',
    bytes: Buffer.concat(pieces),
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  }
}
