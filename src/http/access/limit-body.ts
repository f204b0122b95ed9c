import type { RequestHandler } from 'express'
import { sizeText } from '../../text/size.ts'
import { Refusal } from '../problems/refusal.ts'

/**
 * Refuses a body that says it is too large, before it is read. What is posted is not refused here: where it is read it
 * is counted, once it is known who sends it and in what it is written.
 */
export const limitBody =
  (bodyLimit: number): RequestHandler =>
  (request, _response, next) => {
    const isCountedLater = request.method === 'POST'
    if (!isCountedLater && Number(request.get('Content-Length') ?? 0) > bodyLimit) throw bodyTooLarge(bodyLimit)
    next()
  }

/** Whoever counts the bytes of a body refuses it so. The connection ends: what is still to come is not read. */
export const bodyTooLarge = (bodyLimit: number): Refusal =>
  new Refusal(413, 'body-too-large', `the body has more than ${sizeText(bodyLimit)}.`, {
    headers: { Connection: 'close' },
    hint: 'Send it in several parts, each by itself.',
  })
