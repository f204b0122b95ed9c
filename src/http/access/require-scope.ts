import type { RequestHandler } from 'express'
import { allows, type Scope } from '../../access/scope.ts'
import { Refusal } from '../problems/refusal.ts'
import { callerOf } from './caller.ts'

const realm = 'Bearer realm="normtrail"'

/** No token came where one is wanted: 401, RFC 6750. Nothing is said of errors, since nothing was given. */
export const tokenWanted = (needed: Scope): Refusal =>
  new Refusal(401, 'token-wanted', `this wants a token with the scope "${needed}"; none came.`, {
    headers: { 'WWW-Authenticate': realm },
    hint: 'Send it as `Authorization: Bearer <token>`. Whoever runs the server makes tokens.',
  })

/** A token came that is none, or is no longer. */
export const tokenRefused = (why: string): Refusal =>
  new Refusal(401, 'token-refused', why, {
    headers: { 'WWW-Authenticate': `${realm}, error="invalid_token"` },
    hint: 'Ask whoever runs the server for another one.',
  })

/** A good token that is not for this. */
const scopeWanted = (needed: Scope, held: readonly Scope[]): Refusal =>
  new Refusal(403, 'scope-wanted', `this wants the scope "${needed}"; the token has: ${held.join(', ')}.`, {
    headers: { 'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="${needed}"` },
    hint: 'Ask whoever runs the server for a token with that scope.',
  })

/** Lets on whoever has a scope; 401 without a token, 403 with one that is not for this. */
export const requireScope =
  (needed: Scope): RequestHandler =>
  (request, _response, next) => {
    const caller = callerOf(request)
    if (caller === undefined) throw tokenWanted(needed)
    if (!allows(caller.scopes, needed)) throw scopeWanted(needed, caller.scopes)
    next()
  }
