import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refusal } from '../problems/refusal.ts'
import { root } from '../service/paths.ts'
import { callerOf } from './caller.ts'

/** What is asked by machines that watch, and what is one request for hours. */
const apart: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics', `${root}/feed`])

const minute = 60_000

/**
 * So many requests a minute, of a token or, without one, of an address (of IPv6, of the network that a household is
 * given). Every answer says how many are left; the one that is one too many, when to ask again.
 */
export const limitRate = (perMinute: number): RequestHandler =>
  perMinute === 0
    ? (_request, _response, next) => next()
    : rateLimit({
        windowMs: minute,
        limit: perMinute,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        skip: ({ path }) => apart.has(path),
        keyGenerator: (request) => {
          const caller = callerOf(request)
          return caller === undefined ? `from ${ipKeyGenerator(request.ip ?? '')}` : `token ${caller.tokenId}`
        },
        handler: (request, response, next) => {
          const retryAfter = Number(response.get('Retry-After') ?? minute / 1_000)
          next(
            new Refusal(429, 'too-many-requests', `more than ${perMinute} requests came within a minute.`, {
              retryAfter,
              hint:
                callerOf(request) === undefined
                  ? 'Ask more slowly; whoever has a token is counted by itself.'
                  : 'Ask more slowly; whoever runs the server sets the limit.',
            }),
          )
        },
      })
