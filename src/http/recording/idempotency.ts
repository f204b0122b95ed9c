import { hash } from 'node:crypto'
import type { Request } from 'express'
import { badInput } from '../../common/error.ts'
import { commitNamed, type Commission } from '../../ingest/commit/commission.ts'
import { Refusal } from '../problems/refusal.ts'
import { mediaTypeOf } from './read-body.ts'

/** What a key looks like: 1 to 255 visible characters of ASCII, in quotes or not. */
const shape = /^(?:"([\x20-\x7e]{1,255})"|([\x21-\x7e]{1,255}))$/

/**
 * The commit that a request names by its key, and what tells the request from another one: its method, its route, what
 * its body is written in, and the bytes of that. Undefined where it has no key. Throws `bad-input` for what is no key.
 */
export const commissionOf = (request: Request, token: string, body: Uint8Array): Required<Commission> | undefined => {
  const given = request.get('Idempotency-Key')
  if (given === undefined) return undefined
  const [, quoted, bare] = shape.exec(given) ?? []
  const key = quoted ?? bare
  if (key === undefined)
    throw badInput('bad-input', 'is no key. Expected 1 to 255 visible characters of ASCII, such as a UUID.', {
      where: 'Idempotency-Key',
    })
  const head = `${request.method} ${routeOf(request)}\n${mediaTypeOf(request.get('Content-Type'))}\n`
  const digest = hash('sha256', Buffer.concat([Buffer.from(head), body]), 'hex')
  return { commit: commitNamed(token, key), request: digest }
}

/** Where it was taken, in one spelling: a path may be written with a stroke at its end, and in letters of any case. */
const routeOf = ({ route, params }: Request): string =>
  String((route as { readonly path: string }).path).replaceAll(/:(\w+)/g, (_, name: string) => String(params[name]))

/** Requests that are being recorded: the same key again has to wait for the first. */
export const inFlight = () => {
  const commits = new Set<string>()
  return async <T>(commit: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (commit === undefined) return work()
    if (commits.has(commit))
      throw new Refusal(409, 'request-in-flight', 'a request with this key is being recorded.', {
        where: 'Idempotency-Key',
        hint: 'Ask again in a second: then it is told what came of the first.',
        retryAfter: 1,
      })
    commits.add(commit)
    try {
      return await work()
    } finally {
      commits.delete(commit)
    }
  }
}
