import { exampleOf } from '../../../src/events/described/example.ts'
import { catalogue, isSaidByNormtrail } from '../../../src/events/registry.ts'
import { fc } from '../../support/seeded.ts'
import { hostile } from './values.ts'

/** A line of every type that can be appended as it is. */
const lines: readonly object[] = [...catalogue.values()].filter((one) => !isSaidByNormtrail(one)).map(exampleOf)

const strange: fc.Arbitrary<unknown> = fc.oneof(
  hostile,
  fc.constantFrom<unknown>(null, true, -1, 0.5, 1e21, [], {}, [[]], { a: { b: {} } }, 'x'.repeat(100_000)),
  fc.jsonValue({ maxDepth: 3 }),
)

/** An event with a field that is gone, or has become something else, at any depth. */
const bent = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return strange
  const entries = Object.entries(value)
  return fc.nat(entries.length - 1).chain((at) => {
    const [key = '', part] = entries[at] ?? []
    const withPart = (next: unknown) =>
      Array.isArray(value) ? value.map((one: unknown, index) => (index === at ? next : one)) : { ...value, [key]: next }
    return fc.oneof(
      { weight: 3, arbitrary: bent(part).map(withPart) },
      { weight: 1, arbitrary: fc.constant(Object.fromEntries(entries.filter(([name]) => name !== key))) },
      { weight: 1, arbitrary: fc.tuple(hostile, strange).map(([name, more]) => ({ ...value, [name]: more })) },
    )
  })
}

/** An event that can be appended. */
export const line = fc.constantFrom(...lines)
const event: fc.Arbitrary<unknown> = fc.oneof(line, line.chain(bent), strange)

/** The same as a CloudEvent. */
const cloudEvent = event.chain((data) =>
  fc.record({
    specversion: fc.constantFrom('1.0', '1.0', '0.3', 1),
    id: fc.uuid(),
    source: fc.constantFrom('urn:example', '', 'not a uri'),
    type: fc.constantFrom('org.normtrail.TreatyRatified.v1', 'other', ''),
    subject: fc.constantFrom('treaty-cat', 'treaty-', '..'),
    data: fc.constant(data),
  }),
)

const batches = fc.array(fc.oneof({ weight: 3, arbitrary: event }, { weight: 1, arbitrary: cloudEvent }), {
  maxLength: 3,
})

const wellFormed: fc.Arbitrary<string> = fc.oneof(
  event.map((one) => JSON.stringify(one) ?? ''),
  batches.map((all) => JSON.stringify(all)),
  batches.map((all) => JSON.stringify({ events: all })),
  batches.map((all) => all.map((one) => JSON.stringify(one)).join('\n')),
  fc.constantFrom('{"target":"4bd58b39-62e3-518f-a01e-835bc0744187","reason":"A misprint"}', '{"reason":"x"}', '{}'),
)

/** What is no JSON, or only just: cut off, nested deep, with a name twice, with numbers that no double holds. */
const broken: fc.Arbitrary<string | Buffer> = fc.oneof(
  wellFormed.chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
  fc.constantFrom(5_000, 50_000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.constantFrom(2_000, 20_000).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  wellFormed.map((text) => text.replace('{', '{"type":"A","type":"B",')),
  wellFormed.map((text) => text.replace(/:"[^"]*"/, ':1e999')),
  wellFormed.map((text) => text.replace('{', '{"__proto__":{"admin":true},"constructor":1,')),
  wellFormed.map((text) => `\ufeff${text}`),
  wellFormed.map((text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc0])])),
  wellFormed.map((text) => Buffer.from(text, 'utf16le')),
  fc.constantFrom('', '\n\n\n', '\0', '{"a":01}', "{'a':1}", 'null', '"text"', '0'),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
)

export const body: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 3, arbitrary: wellFormed },
  { weight: 2, arbitrary: broken },
)
