import { fc } from '../../support/seeded.ts'
import { body } from './bodies.ts'
import { headersFor, type Headers } from './headers.ts'
import { targetOf, type Described } from './targets.ts'

export interface Request {
  readonly method: string
  readonly target: string
  readonly headers: Headers
  readonly body?: string | Buffer
  /** The path that it was made from. */
  readonly path: string
}

const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'GET']

/** Requests of all kinds: of one in five the method is another one than the path has. */
export const requests = (described: readonly Described[], tokens: readonly string[]): fc.Arbitrary<Request> => {
  const writes = described.filter(({ method }) => method !== 'GET')
  const one = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...described) },
    { weight: writes.length === 0 ? 0 : 1, arbitrary: fc.constantFrom(...writes, ...described.slice(0, 1)) },
  )
  return one.chain((operation) =>
    fc
      .oneof(
        { weight: 4, arbitrary: fc.constant(operation.method) },
        { weight: 1, arbitrary: fc.constantFrom(...methods) },
      )
      .chain((method) => {
        const takesBody = ['POST', 'PUT', 'PATCH'].includes(method)
        return fc
          .tuple(
            targetOf(operation),
            headersFor(takesBody, tokens),
            takesBody ? body : fc.option(body, { freq: 30, nil: undefined }),
          )
          .map(([target, headers, sent]) => ({
            method,
            target,
            headers,
            path: operation.path,
            ...(sent !== undefined && method !== 'TRACE' && { body: sent }),
          }))
      }),
  )
}
