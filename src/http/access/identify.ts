import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { checkToken } from '../../access/check-token.ts'
import { formatDay } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import type { Refusal } from '../problems/refusal.ts'
import type { AccessSettings } from '../service/access-settings.ts'
import { noteCaller } from './caller.ts'
import { tokenRefused } from './require-scope.ts'

const refusals = new WeakMap<IncomingMessage, Refusal>()

/**
 * Sees who asks. What is no good token is refused by the next handler, so that in between attempts are counted. That a
 * token was used is noted once a day.
 */
export const identify = ({ tokens }: Pick<AccessSettings, 'tokens'>, log: Logger): RequestHandler => {
  const noted = new Map<string, string>()
  const noteUse = (id: string, today: string): void => {
    if (tokens === undefined || noted.get(id) === today) return
    noted.set(id, today)
    tokens.noteUse(id, today).catch((err: unknown) => log.warn({ err, token: id }, 'its use could not be noted'))
  }
  return async (request, _response, next) => {
    const given = request.get('Authorization')
    if (given === undefined) return next()
    const today = formatDay(utcToday())
    const [, text] = /^Bearer +(\S+) *$/i.exec(given) ?? []
    const checked = text === undefined ? 'none' : await checkToken(tokens ?? nobody, text, today)
    if (checked === 'none' || 'refused' in checked) {
      refusals.set(request, tokenRefused(whyNot[checked === 'none' ? 'none' : checked.refused]))
      return next()
    }
    const { id, name, scopes, lastUsed } = checked.token
    noteCaller(request, { tokenId: id, name, scopes })
    if (lastUsed !== today) noteUse(id, today)
    next()
  }
}

const nobody = { find: async () => undefined }

const whyNot = {
  none: 'the header Authorization holds no bearer token. Expected: Bearer <token>.',
  mistyped: 'the token is not whole: it was mistyped or cut off, or is none of this server.',
  unknown: 'the token is not known here: it was revoked, or is one of another server.',
  expired: 'the token was good until a day that is past.',
} as const

/** Refuses a token that is none, whatever is asked: whoever sends one means to be known by it. */
export const refuseBadToken: RequestHandler = (request, _response, next) => next(refusals.get(request))
