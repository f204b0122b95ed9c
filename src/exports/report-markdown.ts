import type { Figure } from '../queries/question/figure.ts'
import type {
  Reference,
  Report,
  ReportBlock,
  ReportCell,
  ReportSection,
  ReportTable,
  Sentence,
} from '../queries/question/report.ts'
import { version } from '../package/version.ts'
import { printable } from '../text/printable.ts'
import { asSentence, stopped } from '../text/sentence.ts'
import {
  isWebAddress,
  kindNames,
  numberedReferences,
  numbersOf,
  runsOf,
  type Colophon,
  type Numbers,
} from './report-citations.ts'

/** What can begin mark-up wherever it stands. */
const marks = /[\\`*_[\]<>&~|$]/g
/** What can where a line begins: headings, lists, what underlines a heading, definitions. `-5` and `0.6` do not. */
const opening = /^(?:#{1,6}(?=\s|$)|[+:-](?=\s|$)|[=-]{2}|:{3}|\d{1,9}(?=[.)](?:\s|$)))/

/** Text in which nothing is mark-up, on one line, as it may begin one. */
const escaped = (text: string): string =>
  printable(text)
    .trim()
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(marks, String.raw`\$&`)
    .replace(opening, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))

/** A heading of a level; signs at its end would be taken for an end of it. */
const heading = (text: string, level: number): string =>
  `${'#'.repeat(level)} ${escaped(text).replace(/(?<= )#+$/, String.raw`\$&`)}`

/** Text as code: between more backticks than stand together anywhere in it. */
const code = (text: string): string => {
  const shown = printable(text)
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length)) + 1)
  const gap = /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${gap}${shown}${gap}${fence}`
}

/** `[3, 4, 7–9]`. */
const citation = (cites: Sentence['cites'], numbers: Numbers): string =>
  `[${runsOf(cites, numbers)
    .map(({ first, last }) => (last === undefined ? String(first.number) : `${first.number}–${last.number}`))
    .join(', ')}]`

/** What is numbered as the report is read. */
interface Counting {
  readonly numbers: Numbers
  tables: number
  figures: number
}

const sentenceText = ({ text, cites }: Sentence, { numbers }: Counting): string =>
  `${escaped(text)} ${citation(cites, numbers)}`

/** A sentence a line: it reads as one paragraph, and two reports are compared sentence by sentence. */
const sentencesText = (sentences: readonly Sentence[], counting: Counting, indent = ''): string =>
  sentences.map((sentence) => sentenceText(sentence, counting)).join(`\n${indent}`)

const isNumeric = ({ rows }: ReportTable, column: number): boolean =>
  rows.length > 0 && rows.every(({ cells }) => typeof cells[column] === 'number')

const rowText = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const cellText = (cell: ReportCell): string => escaped(String(cell))

const tableText = (table: ReportTable, counting: Counting): string => {
  const { caption, head, rows } = table
  const hasSources = rows.some(({ cites }) => (cites ?? []).length > 0)
  const sourcesOf = (cites: readonly string[] = []) => (cites.length === 0 ? '' : citation(cites, counting.numbers))
  const lines = [
    rowText([...head.map(escaped), ...(hasSources ? ['Sources'] : [])]),
    rowText([...head.map((_, column) => (isNumeric(table, column) ? '--:' : '---')), ...(hasSources ? ['---'] : [])]),
    ...rows.map(({ cells, cites }) => rowText([...cells.map(cellText), ...(hasSources ? [sourcesOf(cites)] : [])])),
  ]
  counting.tables += 1
  return `**Table ${counting.tables}.** ${sentenceText(caption, counting)}\n\n${lines.join('\n')}`
}

/** Not every reader of Markdown shows drawings: what can be seen in it stands in words. */
const figureText = ({ title, subtitle, description, about }: Figure): string =>
  [title, subtitle, description, ...about].map((text) => `> ${escaped(asSentence(text))}`).join('\n')

const blockText = (block: ReportBlock, counting: Counting): string => {
  switch (block.kind) {
    case 'paragraph':
      return sentencesText(block.sentences, counting)
    case 'list':
      return block.items.map((sentences) => `- ${sentencesText(sentences, counting, '  ')}`).join('\n')
    case 'table':
      return tableText(block, counting)
    case 'figure':
      counting.figures += 1
      return [
        `**Figure ${counting.figures}.** ${sentenceText(block.caption, counting)}`,
        `${figureText(block.figure)}\n>\n> *In words; the drawing is in the HTML form of this report.*`,
      ].join('\n\n')
  }
}

const sectionTexts = (section: ReportSection, counting: Counting, depth: number): readonly string[] => [
  heading(section.heading, depth),
  ...section.blocks.map((block) => blockText(block, counting)),
  ...(section.sections ?? []).flatMap((inner) => sectionTexts(inner, counting, depth + 1)),
]

const inBrackets = (parts: readonly string[]): string => (parts.length === 0 ? '' : `(${parts.join('; ')})`)
const addressText = (url: string): string => (isWebAddress(url) ? `<${url}>` : escaped(url))

const referenceText = ({ kind, text, url, facts = {} }: Reference, number: number): string =>
  [
    `${number}. *${kindNames[kind]}.* ${escaped(stopped(text))}`,
    url === undefined ? [] : addressText(url),
    inBrackets(Object.entries(facts).map(([name, value]) => `${escaped(name)} ${code(value)}`)),
  ]
    .flat()
    .filter((part) => part !== '')
    .join(' ')

/**
 * A report as CommonMark, with tables as GitHub and Pandoc read them: its sources in brackets behind each sentence,
 * numbered in the order in which they are cited, and listed at its end. Nothing of what it says is mark-up. The same
 * bytes for the same report, which `checkReport` has checked.
 */
export const reportMarkdown = (report: Report, { named, terms }: Colophon): string => {
  const counting: Counting = { numbers: numbersOf(report), tables: 0, figures: 0 }
  const parts = [
    heading(report.title, 1),
    sentencesText(report.subtitle, counting),
    `*normtrail ${version}.* ${named.map((line) => escaped(asSentence(line))).join('\n')}`,
    ...report.sections.flatMap((section) => sectionTexts(section, counting, 2)),
    '## References',
    numberedReferences(report, counting.numbers)
      .map((reference, index) => referenceText(reference, index + 1))
      .join('\n'),
    ...(terms === undefined ? [] : ['## Terms of the sources', escaped(stopped(terms))]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
