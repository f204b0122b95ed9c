import type {
  Reference,
  Report,
  ReportBlock,
  ReportFigure,
  ReportSection,
  ReportTable,
  Sentence,
} from '../queries/question/report.ts'
import { version } from '../package/version.ts'
import { asSentence, stopped } from '../text/sentence.ts'
import { htmlText } from './html.ts'
import {
  isWebAddress,
  kindNames,
  numberedReferences,
  numbersOf,
  runsOf,
  type Colophon,
  type Numbers,
} from './report-citations.ts'
import { policy, style } from './report-style.ts'
import { svgElement, widths } from './svg.ts'
import { element, type XmlElement } from './xml.ts'

type Content = XmlElement['content']

/** What is numbered as the report is read, and where each reference is cited. */
interface Counting {
  readonly numbers: Numbers
  /** By reference, the anchors of what cites it. */
  readonly citedBy: Map<string, string[]>
  sentences: number
  tables: number
  figures: number
}

/** The anchor of the next thing that cites, which is noted with what it cites. */
const nextSentence = (cites: Sentence['cites'], counting: Counting): string => {
  counting.sentences += 1
  const id = `sentence-${counting.sentences}`
  for (const reference of new Set(cites)) {
    const known = counting.citedBy.get(reference)
    if (known === undefined) counting.citedBy.set(reference, [id])
    else known.push(id)
  }
  return id
}

/** `[3, 4, 7–9]`, each number a link to its reference. */
const citation = (cites: Sentence['cites'], { numbers }: Counting): XmlElement => {
  const link = ({ id, number }: { readonly id: string; readonly number: number }) =>
    element('a', { href: `#${id}`, role: 'doc-biblioref', 'aria-label': `Reference ${number}` }, String(number))
  const inside = runsOf(cites, numbers).flatMap(({ first, last }, index): Content => [
    ...(index === 0 ? [] : [', ']),
    link(first),
    ...(last === undefined ? [] : ['–', link(last)]),
  ])
  return element('span', { class: 'cites' }, '[', ...inside, ']')
}

/** Text whose days, such as 1999-03-01, are not broken at the end of a line. */
const withDays = (text: string): Content =>
  text
    .split(/(\b\d{4}-\d{2}(?:-\d{2})?\b)/)
    .map((part, index) => (index % 2 === 1 ? element('span', { class: 'day' }, part) : part))
    .filter((part) => part !== '')

/** What is typed: its words, such as `--as-of`, are not broken either, where there are several. */
const code = (text: string): XmlElement => {
  const words = text.split(' ')
  return words.length === 1
    ? element('code', {}, text)
    : element('code', {}, ...words.flatMap((word, index) => [...(index === 0 ? [] : [' ']), wordOf(word)]))
}

/** One that is longer than a line on a phone is broken all the same. */
const wordOf = (word: string): XmlElement | string =>
  word.includes('-') && word.length <= 30 ? element('span', { class: 'word' }, word) : word

/** A sentence with its sources, held together by a space that breaks no line. */
const sentence = ({ text, cites }: Sentence, counting: Counting): Content => [
  element('span', { id: nextSentence(cites, counting) }, ...withDays(text.trim()), '\u00a0', citation(cites, counting)),
]

const sentences = (all: readonly Sentence[], counting: Counting): Content =>
  all.flatMap((one, index) => [...(index === 0 ? [] : [' ']), ...sentence(one, counting)])

/** A box that moves within the page where what is in it is wider: by keyboard, too. */
const box = (label: string, inside: XmlElement): XmlElement =>
  element('div', { class: 'box', role: 'region', 'aria-label': label, tabindex: 0 }, inside)

const caption = (label: string, said: Sentence, counting: Counting): XmlElement =>
  element('figcaption', {}, element('strong', {}, `${label}.`), ' ', ...sentence(said, counting))

/** A table of more columns is set smaller on paper, and its days may be broken there: no page moves in a box. */
const mostOnPaper = 8

const table = ({ caption: said, head, rows }: ReportTable, counting: Counting): XmlElement => {
  counting.tables += 1
  const label = `Table ${counting.tables}`
  const captioned = caption(label, said, counting)
  const numeric = head.map(
    (_, column) => rows.length > 0 && rows.every(({ cells }) => typeof cells[column] === 'number'),
  )
  const classOf = (column: number) => (numeric[column] === true ? { class: 'number' } : {})
  const hasSources = rows.some(({ cites = [] }) => cites.length > 0)
  const sources = (cites: readonly string[] = []): XmlElement =>
    cites.length === 0
      ? element('td', {})
      : element('td', { id: nextSentence(cites, counting) }, citation(cites, counting))
  const headRow = element(
    'tr',
    {},
    ...head.map((name, column) => element('th', { scope: 'col', ...classOf(column) }, name)),
    ...(hasSources ? [element('th', { scope: 'col' }, 'Sources')] : []),
  )
  const bodyRows = rows.map(({ cells, cites }) =>
    element(
      'tr',
      {},
      ...cells.map((cell, column) =>
        column === 0
          ? element('th', { scope: 'row', ...classOf(column) }, ...withDays(String(cell)))
          : element('td', classOf(column), ...withDays(String(cell))),
      ),
      ...(hasSources ? [sources(cites)] : []),
    ),
  )
  const width = head.length > mostOnPaper ? { class: 'wide' } : {}
  const drawn = element('table', width, element('thead', {}, headRow), element('tbody', {}, ...bodyRows))
  return element('figure', { id: `table-${counting.tables}` }, captioned, box(label, drawn))
}

/** A figure is drawn twice, for phones in a narrow form: the style shows one of them, and only that one is read. */
const drawing = ({ caption: said, figure }: ReportFigure, counting: Counting): XmlElement => {
  counting.figures += 1
  const id = `figure-${counting.figures}`
  const label = `Figure ${counting.figures}`
  return element(
    'figure',
    { id },
    caption(label, said, counting),
    element('div', { class: 'drawing paper' }, svgElement(figure, { named: [], id, width: widths.paper })),
    element('div', { class: 'drawing phone' }, svgElement(figure, { named: [], id: `${id}-s`, width: widths.phone })),
  )
}

const block = (one: ReportBlock, counting: Counting): XmlElement => {
  switch (one.kind) {
    case 'paragraph':
      return element('p', {}, ...sentences(one.sentences, counting))
    case 'list':
      return element('ul', {}, ...one.items.map((item) => element('li', {}, ...sentences(item, counting))))
    case 'table':
      return table(one, counting)
    case 'figure':
      return drawing(one, counting)
  }
}

const section = (
  { id, heading, blocks, sections = [] }: ReportSection,
  counting: Counting,
  depth: number,
): XmlElement =>
  element(
    'section',
    { id, 'aria-labelledby': `${id}-heading` },
    element(`h${depth}`, { id: `${id}-heading` }, heading),
    ...blocks.map((one) => block(one, counting)),
    ...sections.map((one) => section(one, counting, depth + 1)),
  )

const contentsOf = (sections: readonly ReportSection[]): XmlElement =>
  element(
    'ol',
    {},
    ...sections.map(({ id, heading, sections: inner = [] }) =>
      element('li', {}, element('a', { href: `#${id}` }, heading), ...contentsWithin(inner)),
    ),
  )

/** Where there are more sections within one than these few, they are listed for who asks for them. */
const fewWithin = 8

const contentsWithin = (sections: readonly ReportSection[]): Content => {
  if (sections.length === 0) return []
  const listed = contentsOf(sections)
  if (sections.length <= fewWithin) return [listed]
  return [element('details', {}, element('summary', {}, `${sections.length} sections`), listed)]
}

/** The ways back from a reference: more than these are not listed, for one may be cited by every sentence. */
const mostBack = 8

const wayBack = (anchors: readonly string[]): XmlElement => {
  const links = anchors
    .slice(0, mostBack)
    .flatMap((anchor, index): Content => [
      ...(index === 0 ? [] : [' ']),
      element(
        'a',
        { href: `#${anchor}`, role: 'doc-backlink', 'aria-label': `Back to where it is cited, ${index + 1}` },
        index === 0 ? '↑' : String(index + 1),
      ),
    ])
  const more = anchors.length - mostBack
  return element('span', { class: 'back' }, ...links, ...(more > 0 ? [` and ${more} more`] : []))
}

const factsOf = (facts: Readonly<Record<string, string>>): Content => {
  const named = Object.entries(facts)
  const inside = named.flatMap(([name, value], index) => [`${index === 0 ? ' (' : '; '}${name}\u00a0`, code(value)])
  return named.length === 0 ? [] : [...inside, ')']
}

const reference = ({ id, kind, text, url, facts = {} }: Reference, { numbers, citedBy }: Counting): XmlElement => {
  const address = url === undefined || !isWebAddress(url) ? url : element('a', { href: url, rel: 'noreferrer' }, url)
  return element(
    'li',
    { id },
    element('span', { class: 'n' }, `[${numbers.get(id)}]`),
    element(
      'span',
      {},
      element('span', { class: 'kind' }, `${kindNames[kind]}.`),
      ' ',
      ...withDays(stopped(text.trim())),
      ...(address === undefined ? [] : [' ', address]),
      ...factsOf(facts),
      ' ',
      wayBack(citedBy.get(id) ?? []),
    ),
  )
}

const headOf = (title: string): XmlElement =>
  element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'generator', content: `normtrail ${version}` }),
    element('title', {}, title),
    element('style', {}, style),
  )

/**
 * A report as one file of HTML, which runs no script and asks no host for anything: every sentence with its sources in
 * brackets, numbered in the order in which they are cited; links from there to the reference, and back. Nothing of what
 * it says is mark-up. The same bytes for the same report, which `checkReport` has checked.
 */
export const reportHtml = (report: Report, { named, terms }: Colophon): string => {
  const counting: Counting = { numbers: numbersOf(report), citedBy: new Map(), sentences: 0, tables: 0, figures: 0 }
  const lead =
    report.subtitle.length === 0 ? [] : [element('p', { class: 'lead' }, ...sentences(report.subtitle, counting))]
  const about = named.map(asSentence).join(' ')
  const sections = report.sections.map((one) => section(one, counting, 2))
  const listed = numberedReferences(report, counting.numbers)
  const body = element(
    'body',
    {},
    element(
      'main',
      {},
      element('h1', {}, report.title),
      ...lead,
      element('p', { class: 'named' }, ...withDays(`normtrail ${version}. ${about}`.trim())),
      element(
        'nav',
        { class: 'contents', 'aria-label': 'Contents' },
        contentsOf([...report.sections, { id: 'references', heading: 'References', blocks: [] }]),
      ),
      ...sections,
      element(
        'section',
        { id: 'references', class: 'references', role: 'doc-bibliography', 'aria-labelledby': 'references-heading' },
        element('h2', { id: 'references-heading' }, 'References'),
        element('ol', {}, ...listed.map((one) => reference(one, counting))),
      ),
    ),
    ...(terms === undefined ? [] : [element('footer', { class: 'terms' }, element('p', {}, stopped(terms)))]),
  )
  const language = { lang: 'en', xmlns: 'http://www.w3.org/1999/xhtml' }
  return `<!DOCTYPE html>\n${htmlText(element('html', language, headOf(report.title), body))}`
}
