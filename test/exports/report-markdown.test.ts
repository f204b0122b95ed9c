import { Parser, type Node } from 'commonmark'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportMarkdown } from '../../src/exports/report-markdown.ts'
import { version } from '../../src/package/version.ts'
import type { Report } from '../../src/queries/question/report.ts'
import { printable } from '../../src/text/printable.ts'
import { aReport } from './a-report.ts'

const colophon = { named: ['as of 2020-01-01, up to event 7; release 0123'], terms: 'Sources of the log: none' }

describe('a report as Markdown', () => {
  it('reads so', () =>
    expect(reportMarkdown(aReport, colophon)).toBe(`# Audit of the norm against anti-personnel landmines

The norm has tipped: its treaty entered into force on 1999-03-01. [1]
Three of four states are bound by it. [2, 3]

*normtrail ${version}.* As of 2020-01-01, up to event 7; release 0123.

## Emergence

The campaign began in October 1992. [4]
France signed on 1997-12-03 and ratified on 1998-07-23. [5, 6]

- Everything is cited. [1, 3–5]
- A first thing. [6]
  A second thing. [3]

## Tipping

**Table 1.** States, and when they were bound. [2]

| State | Ratified | Years since signature | Sources |
| --- | --- | --: | --- |
| France | 1998-07-23 | 0.6 | [5] |
| Finland | 2012-01-09 | 0 |  |

### The curve

**Figure 1.** How it spread. [2]

> States that are bound by the Mine Ban Convention.
> The share of the state system, 1997 to 2004.
> The share goes from 0 to 3/4.
> 4 states are counted.
>
> *In words; the drawing is in the HTML form of this report.*

## References

1. *Event.* The treaty entered into force.
2. *Answer.* Who is bound, and since when. (release \`0123456789abcdef\`; \
command \`normtrail spread landmines --as-of 2020-01-01\`)
3. *Coverage.* UNTC covers the parties of the treaty from 1997 to 2020.
4. *Event.* Six organisations founded the campaign. icbl, a leaflet
5. *Event.* France ratified the treaty on 1998-07-23. UNTC, chapter XXVI, 5. \
<https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5> \
(event \`0191d3a2-0000-7000-8000-000000000002\`)
6. *Event.* France signed the treaty on 1997-12-03. (event \`fra-s\`)

## Terms of the sources

Sources of the log: none.
`))
})

/** A report that says a text in every place where one may stand but a table, which CommonMark does not know. */
const saying = (text: string): Report => ({
  title: text,
  subtitle: [{ text, cites: ['a'] }],
  sections: [
    {
      id: 'one',
      heading: text,
      blocks: [
        { kind: 'paragraph', sentences: [{ text, cites: ['a'] }] },
        { kind: 'list', items: [[{ text, cites: ['a'] }]] },
      ],
    },
  ],
  references: [{ id: 'a', kind: 'event', text, url: text, facts: { event: text } }],
})

/** What a reader of CommonMark sees: the kinds of blocks in order, and what each says. */
const read = (markdown: string): readonly (readonly [kind: string, text: string])[] => {
  const blocks: [string, string][] = []
  const walker = new Parser().parse(markdown).walker()
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { node, entering } = step as { node: Node; entering: boolean }
    if (!entering) continue
    if (['paragraph', 'heading', 'code_block', 'html_block', 'thematic_break'].includes(node.type))
      blocks.push([node.type, ''])
    const block = blocks.at(-1)
    if (block === undefined) continue
    if (['image', 'link', 'html_inline'].includes(node.type)) block[1] += `(${node.type})`
    if (node.type === 'softbreak' || node.type === 'linebreak') block[1] += `(${node.type})`
    block[1] += node.literal ?? ''
  }
  return blocks
}

const shown = (text: string): string => printable(text).trim().replaceAll(/ {2,}/g, ' ')
const stopped = (text: string): string => `${text}${/[.!?…]$/.test(text) ? '' : '.'}`

describe('what a report says', () => {
  const asRead = (text: string): void => {
    const about = shown(`normtrail ${version}.`)
    const words = shown(text)
    const fact = printable(text)
    expect(read(reportMarkdown(saying(text), { named: [] }))).toEqual([
      ['heading', words],
      ['paragraph', `${words} [1]`],
      ['paragraph', about],
      ['heading', words],
      ['paragraph', `${words} [1]`],
      ['paragraph', `${words} [1]`],
      ['heading', 'References'],
      ['paragraph', `Event. ${shown(stopped(text))} ${words} (event ${fact})`],
    ])
  }
  it.each([
    '# no heading',
    '1. no list',
    '12) no list',
    '- no list',
    '+ no list',
    '* no list',
    '> no quotation',
    '*no* _stress_ **at** __all__',
    '[no](https://example.org) link, ![no](picture)',
    '[1]: https://example.org',
    '<https://example.org> <b>no mark-up</b> <script>alert(1)</script>',
    '&lt; is an entity &amp; stays so',
    '`no code`',
    '``no` code',
    String.raw`a backslash \ and one at the end\\`,
    '---',
    '===',
    '~~~',
    '```js',
    '| no | table |',
    '1991. A year at the beginning',
    '0.6 and -5 are numbers',
    'Türkiye, Côte d’Ivoire, Ελλάδα, 中国',
    'two\nlines',
  ])('is nothing but text: %s', asRead)
  it('whatever it is', () => {
    const signs = fc.constantFrom(...' \\`*_[]()<>#+-=!|&;:~1.)$"\'/abé\t\n')
    fc.assert(
      fc.property(
        fc.array(signs, { minLength: 1, maxLength: 24 }).map((all) => all.join('')),
        (text) => {
          fc.pre(text.trim() !== '')
          asRead(text)
        },
      ),
      { numRuns: 2000, seed: 20_261_128 },
    )
  })
  it('stays in its cell', () => {
    const said = { text: 'A caption.', cites: ['a'] }
    const report: Report = {
      ...saying('x'),
      sections: [
        {
          id: 'one',
          heading: 'x',
          blocks: [{ kind: 'table', caption: said, head: ['a|b'], rows: [{ cells: ['x | y\nz'] }] }],
        },
      ],
    }
    expect(reportMarkdown(report, { named: [] })).toContain('| a\\|b |\n| --- |\n| x \\| y\\\\nz |\n')
  })
  it('links an address of the web, and no other', () => {
    const linked = (url: string) =>
      reportMarkdown({ ...saying('x'), references: [{ id: 'a', kind: 'event', text: 'x', url }] }, { named: [] })
    expect(linked('https://example.org/a_b?c=[d]')).toContain('1. *Event.* x. <https://example.org/a_b?c=[d]>\n')
    expect(linked('javascript:alert(1)')).toContain('1. *Event.* x. javascript:alert(1)\n')
    expect(linked('https://example.org/> [a](b)')).toContain('x. https://example.org/\\> \\[a\\](b)\n')
  })
})
