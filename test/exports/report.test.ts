import { describe, expect, it } from 'vitest'
import { checkReport, type Report, type ReportBlock, type Sentence } from '../../src/queries/question/report.ts'
import { numbersOf, runsOf } from '../../src/exports/report-citations.ts'
import { aReport } from './a-report.ts'

const [, referenceA, referenceB] = aReport.references
const a = { ...referenceA!, id: 'a' }
const b = { ...referenceB!, id: 'b' }
const said = (text: string, ...cites: readonly string[]): Sentence => ({ text, cites })

/** A report with a sentence that cites `a`, and blocks. */
const withBlocks = (...blocks: readonly ReportBlock[]): Report => ({
  title: 'A title',
  subtitle: [said('It is so.', 'a')],
  sections: [{ id: 'one', heading: 'One', blocks }],
  references: [a],
})
const table = (cells: readonly string[], cites?: readonly string[]): ReportBlock => ({
  kind: 'table',
  caption: said('A caption.', 'a'),
  head: ['Column'],
  rows: [{ cells, ...(cites !== undefined && { cites }) }],
})

describe('a report', () => {
  it('is what it was where everything is cited', () => expect(checkReport(aReport)).toBe(aReport))
  const refused: readonly (readonly [what: string, report: Report, message: string])[] = [
    [
      'a sentence that cites nothing',
      withBlocks({ kind: 'paragraph', sentences: [said('Who says so?')] }),
      'a sentence of the report cites no source: "Who says so?"',
    ],
    ['one in a list', withBlocks({ kind: 'list', items: [[said('It is.', 'a'), said('Is it?')]] }), '"Is it?"'],
    [
      'a caption that cites nothing',
      withBlocks({ kind: 'table', caption: said('Uncited.'), head: [], rows: [] }),
      '"Uncited."',
    ],
    [
      'one of the subtitle',
      { ...withBlocks(), subtitle: [said('It is.', 'a'), said('Uncited.')] },
      'cites no source: "Uncited."',
    ],
    [
      'one in a section of a section',
      {
        ...withBlocks(),
        sections: [
          {
            id: 'one',
            heading: 'One',
            blocks: [],
            sections: [{ id: 'two', heading: 'Two', blocks: [{ kind: 'paragraph', sentences: [said('Uncited.')] }] }],
          },
        ],
      },
      'cites no source: "Uncited."',
    ],
    ['an empty sentence', withBlocks({ kind: 'paragraph', sentences: [said(' ', 'a')] }), 'is empty'],
    [
      'a source that is not listed',
      withBlocks({ kind: 'paragraph', sentences: [said('It is.', 'b')] }),
      '"It is." cites "b", which the report does not list',
    ],
    ['a row with one', withBlocks(table(['x'], ['b'])), 'the row "x" cites "b", which the report does not list'],
    ['a reference that nobody cites', { ...withBlocks(), references: [a, b] }, 'nothing in the report cites "b"'],
    [
      'a reference listed twice',
      { ...withBlocks(), references: [a, a] },
      'two parts of the report have the anchor "a"',
    ],
    [
      'a section and a reference of one anchor',
      { ...withBlocks(), sections: [{ id: 'a', heading: 'A', blocks: [] }] },
      'two parts of the report have the anchor "a"',
    ],
    [
      'an anchor that is none',
      { ...withBlocks(), sections: [{ id: 'a b', heading: 'A', blocks: [] }] },
      '"a b" is no anchor of a report',
    ],
    [
      'an anchor of the renderers',
      { ...withBlocks(), sections: [{ id: 'sentence-1', heading: 'A', blocks: [] }] },
      '"sentence-1" is no anchor of a report',
    ],
    ['a row with too many cells', withBlocks(table(['x', 'y'])), 'a row has 2 cells, its table 1 heads: x | y'],
  ]
  it.each(refused)('is refused with %s', (_, report, message) => expect(() => checkReport(report)).toThrow(message))
  it('has six levels of headings at most, its title among them', () => {
    const nested = (depth: number): Report['sections'] =>
      depth === 0 ? [] : [{ id: `s${depth}`, heading: 'H', blocks: [], sections: nested(depth - 1) }]
    expect(() => checkReport({ ...withBlocks(), sections: nested(5) })).not.toThrow()
    expect(() => checkReport({ ...withBlocks(), sections: nested(6) })).toThrow('deeper than 5 sections')
  })
})

describe('a citation', () => {
  const numbers = numbersOf(aReport)
  it('numbers references in the order in which they are first cited', () =>
    expect([...numbers]).toEqual([
      ['e-force', 1],
      ['q-spread', 2],
      ['c-untc', 3],
      ['e-icbl', 4],
      ['e-fra-r', 5],
      ['e-fra-s', 6],
    ]))
  const written = (...cites: readonly number[]): string =>
    runsOf(
      cites.map((number) => `r${number}`),
      new Map(Array.from({ length: 12 }, (_, index) => [`r${index + 1}`, index + 1])),
    )
      .map(({ first, last }) => (last === undefined ? first.number : `${first.number}-${last.number}`))
      .join(' ')
  it('lists them by number, three and more in a row as from the first to the last', () => {
    expect(written(7, 3, 8, 9, 4)).toBe('3 4 7-9')
    expect(written(1)).toBe('1')
    expect(written(2, 1)).toBe('1 2')
    expect(written(1, 3, 5)).toBe('1 3 5')
    expect(written(12, 11, 10, 2, 1, 9)).toBe('1 2 9-12')
  })
  it('names each once', () => expect(written(2, 2, 1)).toBe('1 2'))
})
