import { describe, expect, it } from 'vitest'
import { bibtexText } from '../../src/exports/bibtex.ts'
import { citationOf } from '../../src/exports/citation.ts'
import { fc } from '../support/seeded.ts'

// Expected: the commands of LaTeX for these signs (Lamport, LaTeX: A Document Preparation System, tables 3.1 and 3.2,
// and the ten special characters).
describe('text in a BibTeX field', () => {
  it.each([
    ['100% & #1_a $x', String.raw`100\% \& \#1\_a \$x`],
    ['{a}', String.raw`\textbraceleft{}a\textbraceright{}`],
    ['~^\\', String.raw`\textasciitilde{}\textasciicircum{}\textbackslash{}`],
    ['say "no"', 'say {"}no{"}'],
    ['Côte d’Ivoire', String.raw`C{\^{o}}te d'Ivoire`],
    ['São Tomé, Türkiye, Kraków', String.raw`S{\~{a}}o Tom{\'{e}}, T{\"{u}}rkiye, Krak{\'{o}}w`],
    ['Čech, Łódź, Straße', String.raw`{\v{C}}ech, {\L}{\'{o}}d{\'{z}}, Stra{\ss}e`],
    ['e\u0301', String.raw`{\'{e}}`],
    ['日本 Σ', '日本 Σ'],
  ])('%s', (text, expected) => expect(bibtexText(text)).toBe(expected))

  it('has its braces in balance, and no sign by itself that TeX acts on, whatever comes', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab{}\\%&#_$~^"é日') }), (text) => {
        const written = bibtexText(text)
        let depth = 0
        for (const sign of written) {
          depth += Number(sign === '{') - Number(sign === '}')
          expect(depth).toBeGreaterThanOrEqual(0)
        }
        expect(depth).toBe(0)
        expect(written).not.toMatch(/(?<!\\)[%&#_$]/)
      }),
    ))
})

describe('a citation', () => {
  const cited = {
    releaseId: '0123456789abcdef',
    command: "normtrail status 'Côte d\u001b[2J_1\n}, author = {x' cat",
    asOf: '1990-01-01',
    asKnownAt: '2020-01-01T00:00:00.000Z',
    ordinal: 7,
    prefix: 'f'.repeat(64),
    terms: [{ id: 'cow-igo-3.0', licence: 'Terms & conditions', redistributable: 'no' as const }],
  }
  it('as BibTeX stays one entry, and keeps its capitals', () => {
    const entry = citationOf(cited, 'bibtex')
    expect(entry.split('\n')).toHaveLength(7)
    expect(entry).toContain(
      String.raw`  title = {{normtrail status 'C{\^{o}}te d\textbackslash{}u001b[2J\_1\textbackslash{}n` +
        String.raw`\textbraceright{}, author = \textbraceleft{}x' cat}},`,
    )
  })
  it('names what may not be passed on', () => {
    const words = 'Sources of the log: may not be passed on: cow-igo-3.0'
    expect(citationOf(cited, 'text').endsWith(`Release 0123456789abcdef. ${words}.`)).toBe(true)
    expect(citationOf(cited, 'bibtex')).toContain(`Release 0123456789abcdef. ${words}}\n}`)
    expect(JSON.parse(citationOf(cited, 'json'))).toMatchObject({ terms: cited.terms })
  })
  it('as text is one line', () => expect(citationOf(cited, 'text')).not.toMatch(/\p{Cc}/u))
})
