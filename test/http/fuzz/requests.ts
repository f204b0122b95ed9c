import { fc } from '../../support/seeded.ts'
import { body, line } from './bodies.ts'
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

/** Few keys, so that one comes with the same request and with another; where the stream stands, mostly wrong. */
const beside: fc.Arbitrary<Headers> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.constantFrom('one', '"another one"').map((key) => ({ 'Idempotency-Key': key })) },
  { weight: 1, arbitrary: fc.constantFrom('"0"', '"1"', '"5"').map((revision) => ({ 'If-Match': revision })) },
  { weight: 1, arbitrary: fc.constant({ 'If-None-Match': '*' }) },
)

/** A body that is what the document shows, or an event of any type, in the type that it says; the token may do it. */
const meant = ({ method, path, operation, parameters }: Described, token: string): fc.Arbitrary<Request> => {
  const { content } = operation.requestBody as { content: Readonly<Record<string, { readonly example: unknown }>> }
  const shown = fc.constantFrom(...Object.entries(content)).map(([type, { example }]) => [type, example] as const)
  const events = line.map((one) => ['application/json', one] as const)
  const target = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters.find((one) => one.name === name)?.example),
  )
  const sent = path.endsWith('/events') ? fc.oneof(shown, events) : shown
  return fc.tuple(sent, beside).map(([[type, example], more]) => ({
    method,
    path,
    target,
    headers: { 'Content-Type': type, Authorization: `Bearer ${token}`, ...more },
    body: typeof example === 'string' ? example : JSON.stringify(example),
  }))
}

/** Requests of all kinds: of one in five the method is another one than the path has. */
export const requests = (described: readonly Described[], tokens: readonly string[]): fc.Arbitrary<Request> => {
  const writes = described.filter(({ method }) => method !== 'GET')
  const one = fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...described) },
    { weight: writes.length === 0 ? 0 : 1, arbitrary: fc.constantFrom(...writes, ...described.slice(0, 1)) },
  )
  const token = tokens.at(-1)
  const right = writes.length === 0 || token === undefined ? [] : writes.map((operation) => meant(operation, token))
  const wrong = one.chain((operation) =>
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
  return fc.oneof({ weight: 19, arbitrary: wrong }, ...right)
}
