import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/text/lines.ts'
import { collected } from '../sources/fixtures/written-table.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

const lines = (text: string, size = 2) => collected(linesOf(inPieces(text, size)))

describe('lines', () => {
  it.each<[what: string, text: string, lines: readonly string[]]>([
    ['of nothing', '', []],
    ['that end', 'a\nb\n', ['a', 'b']],
    ['of which the last does not end', 'a\nb', ['a', 'b']],
    ['that are empty', '\n\na\n', ['', '', 'a']],
    ['of Windows', 'a\r\nb\r\n', ['a', 'b']],
    ['of Windows, of which the last is cut off', 'a\r\nb\r', ['a', 'b']],
    ['with a separator of lines', 'a\u2028b\n', ['a\u2028b']],
    ['with a separator of paragraphs', 'a\u2029b\n', ['a\u2029b']],
    ['with NEL, VT, FF', 'a\u0085b\u000bc\u000cd\n', ['a\u0085b\u000bc\u000cd']],
    ['with a lone CR', 'a\rb\n', ['a\rb']],
  ])('%s', async (_, text, expected) => {
    for (const size of [1, 2, 3, 99]) expect(await lines(text, size)).toEqual(expected)
  })

  it('are what stands between line feeds, in whatever pieces they come', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary' }).map((line) => line.replaceAll(/[\n\r]/g, ' '))),
        fc.integer({ min: 1, max: 9 }),
        async (written, size) => {
          expect(await lines(written.map((line) => `${line}\n`).join(''), size)).toEqual(written)
        },
      ),
    ))
})
