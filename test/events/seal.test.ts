import { createHash } from 'node:crypto'
import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import type { CommitId, NewEvent } from '../../src/events/envelope.ts'
import { canonicalJson, type Json } from '../../src/events/json.ts'
import { chainHash, chainStart, seal, unseal } from '../../src/events/seal.ts'
import type { Instant } from '../../src/time/instant.ts'
import { anEvent } from '../support/events.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const recording = {
  stream: 'treaty-cat',
  revision: 7,
  ordinal: 4711,
  commit: '0b3f4f38-1c5d-4a57-9a53-4d3f5d3c2b1a' as CommitId,
  recordedAt: '2020-01-01T00:00:00.000001Z' as Instant,
  recordedBy: 'a test',
}

describe('the one text of a value', () => {
  it('has its keys sorted, at every depth, and no white space', () =>
    expect(canonicalJson({ b: 1, a: { d: [1, { z: null, y: 'ü' }], c: true } })).toBe(
      '{"a":{"c":true,"d":[1,{"y":"ü","z":null}]},"b":1}',
    ))
  it('is the same for any order of keys, and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed()) as Json
        expect(canonicalJson(turned)).toBe(canonicalJson(value as Json))
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  it.each([
    ['a bigint', { n: 1n }],
    ['nothing', { n: undefined }],
    ['not a number', { n: Number.NaN }],
  ])('does not exist for %s, or leaves it out', (_, value) => {
    let text: string | undefined
    try {
      text = canonicalJson(value)
    } catch {
      text = undefined
    }
    expect([undefined, '{}']).toContain(text)
  })
})

describe('a sealed event', () => {
  const event: NewEvent = anEvent({ fact: 'signature/1', note: 'with a note' })
  it('opens to what was sealed, in its place', () => {
    const { header, data } = seal(event)
    expect(unseal(header, data, recording)).toEqual({ ...event, ...recording })
  })
  it('keeps the payload apart from the header', () => {
    const { header, data } = seal(event)
    expect(Object.keys(JSON.parse(header) as object)).not.toContain('data')
    expect(JSON.parse(data)).toEqual(event.data)
  })
})

describe('the hash chain', () => {
  const { header, data } = seal(anEvent({ id: '5f0f4f38-1c5d-4a57-9a53-4d3f5d3c2b1a' as NewEvent['id'] }))
  const assigned = '["treaty-cat",7,"0b3f4f38-1c5d-4a57-9a53-4d3f5d3c2b1a","2020-01-01T00:00:00.000001Z","a test"]'

  it('is H(before, H(header, assigned, H(data))), as documented', () => {
    expect(chainStart).toBe('0'.repeat(64))
    expect(chainHash(chainStart, { header, data }, recording)).toBe(
      sha256(chainStart + sha256(`${header}\n${assigned}\n${sha256(data)}`)),
    )
  })
  it('gives the same hash in every release', () =>
    expect(chainHash(chainStart, { header, data }, recording)).toBe(
      '85101cfd3e38435a5d2c7596c3543efd8f018958cc2dfe38ed1e91607e59aa6b',
    ))
  it('changes with every part of the event and with all that came before', () => {
    const hashes = [
      chainHash(chainStart, { header, data }, recording),
      chainHash('1'.repeat(64), { header, data }, recording),
      chainHash(chainStart, { header: `${header} `, data }, recording),
      chainHash(chainStart, { header, data: '{"actor":"rus"}' }, recording),
      ...(['stream', 'commit', 'recordedAt', 'recordedBy'] as const).map((field) =>
        chainHash(chainStart, { header, data }, { ...recording, [field]: 'other' }),
      ),
      chainHash(chainStart, { header, data }, { ...recording, revision: 8 }),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
  it('covers when a backdated event was really appended, where that differs', () => {
    const appended = { ...recording, appendedAt: '2026-01-01T00:00:00.000000Z' as Instant }
    expect(chainHash(chainStart, { header, data }, appended)).toBe(
      sha256(
        chainStart + sha256(`${header}\n${assigned.replace(']', ',"2026-01-01T00:00:00.000000Z"]')}\n${sha256(data)}`),
      ),
    )
  })
  it('knows no ordinal: a log that moves keeps its chain', () =>
    expect(chainHash(chainStart, { header, data }, { ...recording, ordinal: 1 } as never)).toBe(
      chainHash(chainStart, { header, data }, recording),
    ))
})
