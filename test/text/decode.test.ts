import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decoded, decodedWhole } from '../../src/text/decode.ts'
import { collected } from '../sources/fixtures/written-table.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** As a stream brings it: in pieces of so many bytes. */
async function* pieces(all: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size)
}

const read = async (all: Uint8Array, encoding?: string, size = 3): Promise<string> =>
  (await collected(decoded(pieces(all, size), { name: 'a.txt', encoding }))).join('')

const refusal = (all: Uint8Array, encoding?: string, size?: number): Promise<unknown> =>
  read(all, encoding, size).catch((thrown: unknown) => thrown)

const sizes = [1, 2, 3, 5, 64]

// What the bytes mean: the tables of the Unicode Consortium (CP1252.TXT, ROMAN.TXT, 8859-2.TXT), RFC 3629 and RFC 2781.
describe('text', () => {
  it.each<[what: string, all: Buffer, encoding: string | undefined, text: string]>([
    ['nothing', bytes(), undefined, ''],
    ['one letter', bytes('a'), undefined, 'a'],
    ['UTF-8', bytes([0x43, 0xc3, 0xb4, 0x74, 0x65, 0xf0, 0x9f, 0x8c, 0x8d]), undefined, 'Côte🌍'],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], 'é'), undefined, 'é'],
    ['a mark within, which is a character there', bytes('ab', [0xef, 0xbb, 0xbf], 'c'), undefined, 'ab\ufeffc'],
    ['U+FFFD that somebody else has put there', bytes('a', [0xef, 0xbf, 0xbd], 'b'), undefined, 'a\ufffdb'],
    ['UTF-16, little end first', bytes([0xff, 0xfe, 0x43, 0, 0xf4, 0, 0x3c, 0xd8, 0x0d, 0xdf]), undefined, 'Cô🌍'],
    ['UTF-16, big end first', bytes([0xfe, 0xff, 0, 0x43, 0, 0xf4]), undefined, 'Cô'],
    ['UTF-16 with a mark, as declared', bytes([0xfe, 0xff, 0, 0x43]), 'utf-16', 'C'],
    ['UTF-16 without a mark, as declared', bytes([0x43, 0, 0xf4, 0]), 'utf-16le', 'Cô'],
    ['windows-1252', bytes('C', [0xf4], 'te d', [0x92], 'Ivoire ', [0x80], [0x96]), 'windows-1252', 'Côte d’Ivoire €–'],
    ['windows-1252 by another name', bytes([0xf4, 0x92]), 'latin1', 'ô’'],
    ['iso-8859-2', bytes('Pozna', [0xf1]), 'iso-8859-2', 'Poznań'],
    ['macintosh', bytes('C', [0x99], 'te'), 'macintosh', 'Côte'],
    ['ASCII, whatever is declared', bytes('Cote'), 'windows-1252', 'Cote'],
  ])('is read: %s', async (_, all, encoding, text) => {
    for (const size of sizes) expect(await read(all, encoding, size)).toBe(text)
    expect(decodedWhole(all, { name: 'a.txt', encoding })).toBe(text)
  })

  it.each<[what: string, all: Buffer, line: number, offset: number, byte: string]>([
    ['a letter of windows-1252', bytes('one\ntwo\nC', [0xf4], 'te\nfour'), 3, 9, '0xF4'],
    ['one at the beginning', bytes([0xe9], 'tat'), 1, 0, '0xE9'],
    ['one at the end', bytes('caf', [0xe9]), 1, 3, '0xE9'],
    ['one after a letter of UTF-8', bytes('ô\n', [0xf4]), 2, 3, '0xF4'],
    ['one after a mark', bytes([0xef, 0xbb, 0xbf], 'C', [0xf4], 'te'), 1, 4, '0xF4'],
    ['a letter that is cut off', bytes('ab', [0xe2, 0x82]), 1, 2, '0xE2'],
    ['a letter that is cut off within', bytes('ab', [0xe2, 0x82], 'c'), 1, 2, '0xE2'],
    ['the second half of a letter', bytes('ab', [0x82], 'c'), 1, 2, '0x82'],
    ['half a pair, in what is called CESU-8', bytes('a', [0xed, 0xa0, 0x80]), 1, 1, '0xED'],
    ['a letter that is longer than it needs to be', bytes('a', [0xc0, 0xaf]), 1, 1, '0xC0'],
    ['a letter beyond the last', bytes('a', [0xf4, 0x90, 0x80, 0x80]), 1, 1, '0xF4'],
  ])('that is no UTF-8 is refused with line, offset and byte: %s', async (_, all, line, offset, byte) => {
    for (const size of sizes) {
      const thrown = await refusal(all, undefined, size)
      expect(thrown).toMatchObject({ code: 'undecodable-text', exitCode: 2, where: `a.txt, line ${line}` })
      expect(String(thrown)).toContain(`the byte ${byte} at offset ${offset}`)
    }
  })

  it.each<[what: string, all: Buffer, encoding: string | undefined, error: object]>([
    ['a byte without meaning in windows-1252', bytes('a\nb', [0x81]), 'cp1252', { where: 'a.txt, line 2' }],
    ['the same, by the name that Python gives it', bytes('a\nb', [0x81]), 'latin-1', { where: 'a.txt, line 2' }],
    ['half a letter of what Python calls utf_8', bytes('a', [0xe9]), 'utf_8', { code: 'undecodable-text' }],
    ['half a pair in UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0]), undefined, { where: 'a.txt, line 1' }],
    ['half a character in UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0x42]), undefined, { where: 'a.txt, line 1' }],
    ['UTF-16 without a mark', bytes([0x43, 0, 0xf4, 0]), undefined, { code: 'not-text' }],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x43, 0, 0, 0]), undefined, { code: 'not-text' }],
    ['a workbook', bytes('PK', [3, 4], 'rest'), undefined, { code: 'not-text' }],
    ['binary', bytes('a', [0], 'b'), undefined, { code: 'not-text' }],
    ['UTF-8 that is declared to be something else', bytes('Côte'), 'windows-1252', { code: 'wrong-encoding' }],
    ['UTF-8 with a mark, declared so', bytes([0xef, 0xbb, 0xbf], 'Cote'), 'macintosh', { code: 'wrong-encoding' }],
    ['UTF-16 that is declared to be UTF-8', bytes([0xff, 0xfe, 0x43, 0]), 'utf-8', { code: 'wrong-encoding' }],
    [
      'an encoding that there is not',
      bytes('a'),
      'windows-1525',
      { code: 'unknown-encoding', hint: expect.stringContaining('windows-1252') as string },
    ],
    ['an encoding that shifts', bytes('a'), 'iso-2022-jp', { code: 'unknown-encoding' }],
    ['no encoding', bytes('a'), '', { code: 'unknown-encoding' }],
  ])('is refused: %s', async (_, all, encoding, error) => {
    for (const size of sizes)
      expect(await refusal(all, encoding, size)).toMatchObject({ code: 'undecodable-text', exitCode: 2, ...error })
  })

  it('before what is refused is given out first', async () => {
    const seen: string[] = []
    await expect(
      (async () => {
        for await (const piece of decoded(pieces(bytes('a,b\n1,', [0xf4]), 64), { name: 'a.txt' })) seen.push(piece)
      })(),
    ).rejects.toThrow('0xF4')
    expect(seen.join('')).toBe('a,b\n1,')
  })

  it('of any kind comes back as it was, in whatever pieces it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => !/^\ufeff|\0/.test(text)),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect(await read(Buffer.from(text), undefined, size)).toBe(text)
        },
      ),
    ))

  it('of any bytes is what another reader takes it for, or refused where that refuses it', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40, min: 1 }), fc.integer({ min: 1, max: 9 }), async (all, size) => {
        const oracle = Buffer.from(all).toString('utf8')
        const isWhole = Buffer.from(oracle).equals(all)
        const came = await read(all, 'utf-8', size).catch(() => undefined)
        if (
          !oracle.startsWith('\ufeff') &&
          !(all[0] === 0xff && all[1] === 0xfe) &&
          !(all[0] === 0xfe && all[1] === 0xff)
        )
          expect(came).toBe(isWhole ? oracle : undefined)
      }),
    ))
})
