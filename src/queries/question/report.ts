import type { Figure } from './figure.ts'

/**
 * A report in plain data: what is said, and on which sources, not how it is set. Texts are plain text; nothing in them
 * is mark-up. A sentence without a source is a fault: `checkReport` refuses it, so that it is never printed.
 */
export interface Report {
  readonly title: string
  /** What the report is of, and what it comes to, in a few sentences. */
  readonly subtitle: readonly Sentence[]
  readonly sections: readonly ReportSection[]
  /** In any order: they are numbered in the order in which they are first cited. Each is cited somewhere. */
  readonly references: readonly Reference[]
}

export interface ReportSection {
  /**
   * An anchor: a letter, then letters, digits, `-`, `_` and `.`; no two sections and references share one.
   * `references`, `sentence-1`, `table-1`, `figure-1` and what ends in `-heading` are those of the renderers.
   */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly ReportBlock[]
  /** Sections within it; no more than five levels in all. */
  readonly sections?: readonly ReportSection[]
}

/** The smallest thing that is said: a whole sentence, with its full stop. */
export interface Sentence {
  readonly text: string
  /** Ids of references, at least one. */
  readonly cites: readonly string[]
}

export type ReportBlock = ReportParagraph | ReportList | ReportTable | ReportFigure

export interface ReportParagraph {
  readonly kind: 'paragraph'
  readonly sentences: readonly Sentence[]
}

export interface ReportList {
  readonly kind: 'list'
  /** Each one or several sentences. */
  readonly items: readonly (readonly Sentence[])[]
}

/** What is not known is said in words: there is no empty number. A number is printed as it is: it is rounded before. */
export type ReportCell = string | number

export interface ReportRow {
  /** As many as the table has heads. */
  readonly cells: readonly ReportCell[]
  /** What this row rests on. Where a row has some, the sources stand in a last column. */
  readonly cites?: readonly string[]
}

export interface ReportTable {
  readonly kind: 'table'
  readonly caption: Sentence
  readonly head: readonly string[]
  readonly rows: readonly ReportRow[]
}

export interface ReportFigure {
  readonly kind: 'figure'
  readonly caption: Sentence
  readonly figure: Figure
}

/**
 * What a sentence rests on. `event`: an event of the log. `coverage`: what sources cover, and so what an absence means.
 * `question`: an answer of normtrail, which can be asked again.
 */
export interface Reference {
  /** An anchor that stays the same: `e-<event id>`, `q-<release id>`. Of the same characters as that of a section. */
  readonly id: string
  readonly kind: 'event' | 'coverage' | 'question'
  /** What it says in words, with the citation of its source. */
  readonly text: string
  /** Where the source is to be read. */
  readonly url?: string
  /**
   * By name what it is found by: `{ event: '0191…' }`, `{ release: 'ab12…', command: 'normtrail audit landmines' }`.
   */
  readonly facts?: Readonly<Record<string, string>>
}

/** How deep sections may lie in each other: the title is the first heading of six that HTML has. */
const deepest = 5

const anchor = /^[A-Za-z][\w.-]*$/
const taken = /^(references|(sentence|table|figure)-\d.*|.*-heading)$/

/** Every section, those within others after them. */
const sectionsOf = (sections: readonly ReportSection[], depth = 1): readonly ReportSection[] =>
  sections.flatMap((section) => {
    if (depth > deepest) throw new Error(`section "${section.id}" lies deeper than ${deepest} sections`)
    return [section, ...sectionsOf(section.sections ?? [], depth + 1)]
  })

/**
 * What cites sources, with a name for it: the sentences of a block, and rows of a table that have sources of their own.
 */
interface Citing {
  readonly cites: readonly string[]
  readonly where: string
}

const citingOf = (block: ReportBlock): readonly Citing[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map(citingSentence)
    case 'list':
      return block.items.flat().map(citingSentence)
    case 'table':
      return [
        citingSentence(block.caption),
        ...block.rows.flatMap(({ cells, cites }) =>
          cites === undefined || cites.length === 0 ? [] : [{ cites, where: `the row "${cells.join(' | ')}"` }],
        ),
      ]
    case 'figure':
      return [citingSentence(block.caption)]
  }
}

const citingSentence = ({ text, cites }: Sentence): Citing => {
  if (text.trim() === '') throw new Error('a sentence of the report is empty')
  if (cites.length === 0) throw new Error(`a sentence of the report cites no source: "${text}"`)
  return { cites, where: `"${text}"` }
}

/** Everything that cites, in the order in which it is read. */
const everyCitingOf = ({ subtitle, sections }: Report): readonly Citing[] => [
  ...subtitle.map(citingSentence),
  ...sectionsOf(sections).flatMap(({ blocks }) => blocks.flatMap(citingOf)),
]

/** The ids of references in the order in which they are first cited: the first is number 1. */
export const inOrderOfCitation = (report: Report): readonly string[] => [
  ...new Set(everyCitingOf(report).flatMap(({ cites }) => cites)),
]

const twice = (ids: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}

/**
 * The report, if every sentence cites a source that it lists and every source that it lists is cited; no two parts have
 * the same anchor, and rows have as many cells as their table has heads. Throws what is wrong: that is a fault of the
 * question, not of who asks it.
 */
export const checkReport = (report: Report): Report => {
  const sections = sectionsOf(report.sections)
  const known = new Set(report.references.map(({ id }) => id))
  const ids = [...sections, ...report.references].map(({ id }) => id)
  const odd = ids.find((id) => !anchor.test(id) || taken.test(id))
  if (odd !== undefined) throw new Error(`"${odd}" is no anchor of a report`)
  const shared = twice(ids)
  if (shared !== undefined) throw new Error(`two parts of the report have the anchor "${shared}"`)
  const cited = new Set<string>()
  for (const { cites, where } of everyCitingOf(report))
    for (const id of cites) {
      if (!known.has(id)) throw new Error(`${where} cites "${id}", which the report does not list`)
      cited.add(id)
    }
  const uncited = report.references.find(({ id }) => !cited.has(id))
  if (uncited !== undefined) throw new Error(`nothing in the report cites "${uncited.id}"`)
  for (const block of sections.flatMap(({ blocks }) => blocks))
    if (block.kind === 'table')
      for (const { cells } of block.rows)
        if (cells.length !== block.head.length)
          throw new Error(`a row has ${cells.length} cells, its table ${block.head.length} heads: ${cells.join(' | ')}`)
  return report
}
