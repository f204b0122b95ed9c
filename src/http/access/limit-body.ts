import type { RequestHandler } from 'express'
import { Refusal } from '../problems/refusal.ts'

/** Refuses a body that says it is too large, before it is read; one that says no length is counted as it is read. */
export const limitBody =
  (bodyLimit: number): RequestHandler =>
  (request, _response, next) => {
    if (Number(request.get('Content-Length') ?? 0) > bodyLimit) throw bodyTooLarge(bodyLimit)
    next()
  }

/** Whoever counts the bytes of a body refuses it so. The connection ends: what is still to come is not read. */
export const bodyTooLarge = (bodyLimit: number): Refusal =>
  new Refusal(413, 'body-too-large', `the body has more than ${bodyLimit} bytes.`, {
    headers: { Connection: 'close' },
    hint: 'Send it in several parts, each by itself.',
  })
