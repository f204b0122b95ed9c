import { fc } from '../../support/seeded.ts'
import { hostile } from './values.ts'

export type Headers = Readonly<Record<string, string>>

/** Only what can stand in a header: other bytes never leave a client. */
const sendable = hostile.map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 2_000))

const values: Readonly<Record<string, readonly string[]>> = {
  Accept: [
    'application/json',
    'text/csv',
    'application/jsonl',
    'application/vnd.apache.parquet',
    'image/svg+xml',
    '*/*',
    'text/html,*/*;q=0.8',
    'image/png',
    'application/json;q=0',
    'text/*',
    ';;;',
    'a/b/c',
    'text/event-stream',
  ],
  'Accept-Encoding': ['gzip', 'br', 'identity', 'gzip;q=0', '*;q=0', 'identity;q=0', 'gzip, deflate, br', 'gzip;q=2'],
  'If-None-Match': ['*', '"a"', 'W/"a"', '"a", W/"b", "c"', 'a', '"', ',', `"${'a'.repeat(3_000)}"`],
  Range: ['bytes=0-10', 'bytes=-5', 'bytes=5-2', 'bytes=0-0,2-3', 'bytes=99999999999-', 'lines=1-2', 'bytes=a-b'],
  Prefer: ['count=exact', 'count=planned', 'return=minimal', 'count=exact, wait=1', 'count'],
  'Content-Type': [
    'application/json',
    'application/x-ndjson',
    'application/cloudevents-batch+json',
    'application/json; charset=utf-8',
    'application/json; charset=utf-16',
    'application/cloudevents+json',
    'text/plain',
    'multipart/form-data',
    'json',
    '',
  ],
  'Content-Encoding': ['identity', 'gzip', 'br', 'x'],
  'Idempotency-Key': ['a', '"8e03978e-40d5-43e8-bc93-6894a57f9324"', '', 'k'.repeat(300), '8e03978e-40d5-43e8-bc93'],
  'If-Match': ['"0"', '"1"', '*', 'W/"1"', '1', '"-1"', '"99999999999999999999"', '"1", "2"'],
  'Last-Event-ID': ['0', '5-abcdef01', '-1', '1e3', '99999999999-00000000', '5-'],
  Origin: ['http://127.0.0.1', 'null', 'https://evil.example'],
  'X-Request-Id': ['abc', 'a'.repeat(500)],
  'X-Forwarded-For': ['1.2.3.4', 'unknown, 1.2.3.4'],
  'If-Modified-Since': ['Sat, 28 Nov 2026 00:00:00 GMT', 'yesterday'],
  'Access-Control-Request-Method': ['POST', 'TRACE'],
}

const header = fc
  .constantFrom(...Object.entries(values))
  .chain(([name, known]) =>
    fc
      .oneof({ weight: 5, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: sendable })
      .map((value) => [name, value] as const),
  )

/** A few headers; of a request with a body mostly its type and the token that may do everything. */
export const headersFor = (hasBody: boolean, tokens: readonly string[]): fc.Arbitrary<Headers> => {
  const others = fc.array(header, { maxLength: 3 })
  const type = hasBody ? fc.constantFrom(...(values['Content-Type'] ?? []).slice(0, 4)) : fc.constant(undefined)
  const foreign = ['Bearer', 'Bearer nt_a_b', 'Basic YTpi', 'Bearer \xff', `Bearer ${'x'.repeat(3_000)}`, 'bearer  a']
  const from = fc.oneof(
    { weight: hasBody ? 1 : 6, arbitrary: fc.constant(undefined) },
    { weight: tokens.length === 0 ? 0 : 8, arbitrary: fc.constantFrom(...tokens, '').map((one) => `Bearer ${one}`) },
    // The last one may do everything: what it sends is read.
    { weight: hasBody ? 24 : 0, arbitrary: fc.constant(`Bearer ${tokens.at(-1) ?? ''}`) },
    { weight: 1, arbitrary: fc.constantFrom(...foreign) },
  )
  return fc.tuple(others, type, from).map(([list, contentType, authorization]) => ({
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...(authorization !== undefined && { Authorization: authorization }),
    ...Object.fromEntries(list),
  }))
}
