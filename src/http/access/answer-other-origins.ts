import type { RequestHandler } from 'express'
import { beforeHead } from './before-head.ts'

/** What a page may read beside the body and the few headers that every page may. */
const exposed = [
  'ETag',
  'Link',
  'Location',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Preference-Applied',
  'Content-Disposition',
  'Accept-Ranges',
  'Content-Range',
  'Deprecation',
  'Sunset',
  'Idempotency-Replayed',
  'WWW-Authenticate',
  'X-Request-Id',
  'Normtrail-As-Of',
  'Normtrail-As-Known-At',
  'Normtrail-Coverage',
  'Normtrail-Not-Redistributable',
  'Normtrail-Ordinal',
  'Normtrail-Release',
  'Normtrail-Rows',
  'Normtrail-Warning',
].join(', ')

/** What a page may send. */
const taken = [
  'Accept',
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-None-Match',
  'If-Range',
  'Last-Event-ID',
  'Prefer',
  'Range',
  'X-Request-Id',
].join(', ')

/** For how many seconds a browser need not ask again whether it may ask. */
const asksAgainAfter = 600

/**
 * Lets pages of other origins read the answers (CORS): those that are named, or all where one is `*`. No cookie is ever
 * sent or read; whoever has a token sends it. With none named, browsers keep answers from other pages.
 */
export const answerOtherOrigins = (origins: readonly string[]): RequestHandler => {
  const all = origins.includes('*')
  return (request, response, next) => {
    if (origins.length === 0) return next()
    if (!all) beforeHead(response, () => response.vary('Origin'))
    const origin = request.get('Origin')
    if (origin === undefined || !(all || origins.includes(origin))) return next()
    response.set({
      'Access-Control-Allow-Origin': all ? '*' : origin,
      'Access-Control-Expose-Headers': exposed,
    })
    if (request.method !== 'OPTIONS' || request.get('Access-Control-Request-Method') === undefined) return next()
    response.set({
      'Access-Control-Allow-Methods': 'GET, HEAD, POST',
      'Access-Control-Allow-Headers': taken,
      'Access-Control-Max-Age': String(asksAgainAfter),
    })
    response.status(204).end()
  }
}
