import express, { type RequestHandler } from 'express'
import { badInput } from '../../common/error.ts'
import { bodyTooLarge } from '../access/limit-body.ts'
import { Refusal } from '../problems/refusal.ts'

/** The media type of a request, without what is said of it; empty where it names none. */
export const mediaTypeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Refuses what is written in none of these, before it is read. */
export const requireType =
  (types: readonly string[]): RequestHandler =>
  (request, _response, next) => {
    const given = request.get('Content-Type')
    const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(given ?? '')?.[1]?.toLowerCase()
    if (types.includes(mediaTypeOf(given)) && (charset === undefined || charset === 'utf-8' || charset === 'utf8'))
      return next()
    const came = given === undefined ? 'The body does not say what it is written in.' : `"${given}" came.`
    throw new Refusal(415, 'unsupported-media-type', came, {
      where: 'Content-Type',
      headers: { 'Accept-Post': types.join(', ') },
      hint: `Expected one of: ${types.join(', ')}; in UTF-8.`,
    })
  }

/** Reads the bytes of a body, no more than may come. */
export const readBytes = (limit: number): RequestHandler => {
  const read = express.raw({ type: () => true, limit })
  return (request, response, next) => read(request, response, (thrown?: unknown) => next(asRefusal(thrown, limit)))
}

const asRefusal = (thrown: unknown, limit: number): unknown => {
  if (!(thrown instanceof Error) || !('type' in thrown)) return thrown
  if (thrown.type === 'entity.too.large') return bodyTooLarge(limit)
  if (thrown.type === 'encoding.unsupported')
    return new Refusal(415, 'unsupported-media-type', 'the body is packed in a way that is not read.', {
      where: 'Content-Encoding',
      hint: 'Expected gzip, deflate, br, or nothing.',
    })
  return badInput('bad-body', 'the body did not come whole, or is not packed as it says.', { where: '' })
}

/** The bytes that were read. */
export const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array())

/** The text of a body. Throws `bad-body` where it is not in UTF-8. */
export const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badInput('bad-body', 'the body is not in UTF-8.', { where: '' })
  }
}
