import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkToken } from '../../src/access/check-token.ts'
import { allows, scopes } from '../../src/access/scope.ts'
import { digestOf, idIn, newTokenText } from '../../src/access/token-text.ts'

describe('the text of a token', () => {
  it('is nt, an id, 32 random bytes and a check', () => {
    const { id, text } = newTokenText()
    expect(text).toMatch(/^nt_[0-9a-f]{10}_[\w-]{43}[0-9a-f]{8}$/)
    expect(idIn(text)).toBe(id)
    expect(Buffer.from(text.slice(14, 57), 'base64url')).toHaveLength(32)
  })
  it('ends with the CRC-32 of what stands before it, as the polynomial of IEEE 802.3 has it', () => {
    const { text } = newTokenText()
    let crc = 0xffffffff
    for (const byte of Buffer.from(text.slice(0, -8))) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
    }
    expect(text.slice(-8)).toBe(((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0'))
  })
  it('is no other one every time', () => {
    const texts = Array.from({ length: 200 }, () => newTokenText().text)
    expect(new Set(texts).size).toBe(200)
  })
  it('is told from one with any letter mistyped, left out or doubled, without a look at what is kept', async () => {
    const { text } = newTokenText()
    const find = () => {
      throw new Error('looked up')
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.stringMatching(/^[\w-]{0,2}$/), async (at, other) => {
        const mistyped = text.slice(0, at) + other + text.slice(at + 1)
        fc.pre(mistyped !== text)
        expect(await checkToken({ find }, mistyped, '2026-11-28')).toEqual({ refused: 'mistyped' })
      }),
    )
  })
  it('is unknown where the id is right and the secret is another one with a right check', async () => {
    const kept = newTokenText()
    const token = {
      id: kept.id,
      name: 'Ben',
      scopes: ['read'],
      digest: createHash('sha256').update(kept.text).digest('hex'),
      created: '2026-11-28T12:00:00.000Z',
    } as const
    const find = async () => token
    expect(await checkToken({ find }, kept.text, '2026-11-28')).toEqual({ token })
    expect(digestOf(kept.text)).toBe(token.digest)
    expect(await checkToken({ find }, newTokenText().text, '2026-11-28')).toEqual({ refused: 'unknown' })
  })
})

describe('a scope', () => {
  it.each([
    ['read', ['read']],
    ['append', ['read', 'append']],
    ['correct', ['read', 'correct']],
    ['review', ['read', 'review']],
    ['admin', ['read', 'append', 'correct', 'review', 'admin']],
  ] as const)('%s allows what it says and reading, and admin all', (held, allowed) =>
    expect(scopes.filter((needed) => allows([held], needed))).toEqual(allowed),
  )
  it('is wanted: none allows nothing', () => expect(scopes.filter((needed) => allows([], needed))).toEqual([]))
})
