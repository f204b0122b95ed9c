import { badInput } from '../../common/error.ts'
import { blanking } from './blank-cells.ts'
import type { HoldersOf, Importer, OpenFile, Scope, Skip, Yield } from '../importer/draft.ts'
import { partsOf } from './mapping-parts.ts'
import type { Mapping, Part, Scores, Spells } from './mapping.ts'
import { cellOf, codeOf, type Row } from './table-cell.ts'
import { columnsOf } from './table-columns.ts'
import { eventOf } from './table-events.ts'
import { scoresOf } from './table-scores.ts'
import { schemesOf } from './table-schemes.ts'
import { inOrderOfSpells, spellReader } from './table-spells.ts'

/** The generic importer: any table whose meaning a mapping says. Every row becomes drafts, a skip or a bad row. */
export const tableImporter = (mapping: Mapping): Importer => ({
  name: mapping.name,
  reads: mapping.reads,
  order: mapping.order,
  header: columnsOf(mapping),
  release: releaseOf(mapping),
  about: mapping.about,
  ...(mapping.rows.kind === 'scores' && { scales: scalesOf(mapping.rows) }),
  ...(mapping.edition !== undefined && { edition: mapping.edition }),
  ...(mapping.encoding !== undefined && { encoding: mapping.encoding }),
  ...(mapping.separator !== undefined && { separator: mapping.separator }),
  vanished: mapping.vanished,
  scope: scopeOf[mapping.rows.kind],
  unmatched: mapping.unmatched,
  outsideDays: mapping.outsideDays,
  schemes: schemesOf(mapping),
  ...(mapping.rows.kind === 'spells' && { lists: mapping.rows.system }),
  ...(mapping.complete !== undefined && { claims: claimsOf(mapping.complete) }),
  rows: (file, holdersOf = nobody) => yieldsOf(file, mapping, holdersOf),
})

/** A table that is read without a log: no code has days. */
const nobody: HoldersOf = () => []

/**
 * Scores speak for every state and year between their first and last, spells for every state of their system, other
 * rows for the streams that they name.
 */
const scopeOf: Readonly<Record<Mapping['rows']['kind'], Scope>> = {
  scores: { streams: 'siblings', facts: 'years' },
  spells: { streams: 'siblings', facts: 'all' },
  events: { streams: 'named', facts: 'all' },
  wide: { streams: 'named', facts: 'all' },
}

/**
 * A table of events names treaties or organisations, one of scores raters: of whatever it names it claims to hold all.
 */
const claimsOf =
  ({ from, ...rest }: NonNullable<Mapping['complete']>): NonNullable<Importer['claims']> =>
  () => [
    {
      treaties: 'named',
      organisations: 'named',
      raters: 'named',
      ...rest,
      ...(from !== undefined && { from }),
    },
  ]

/** Where a range is not said, the values have none. */
const scalesOf = ({ rater, direction, range, indicators }: Scores): NonNullable<Importer['scales']> =>
  Object.fromEntries(
    indicators.map((indicator) => {
      const [lowest, highest] = indicator.range ?? range ?? []
      return [
        `${indicator.rater ?? rater}:${indicator.id}`,
        {
          direction: indicator.direction ?? direction,
          ...(lowest !== undefined && { lowest }),
          ...(highest !== undefined && { highest }),
        },
      ]
    }),
  )

const releaseOf = ({ release }: Mapping): Importer['release'] => ({
  citation: release.citation,
  series: release.series,
  version: release.version,
  kind: release.kind,
  id: `${release.series}-${release.version}`,
  ...(release.published !== undefined && { published: release.published }),
  ...(release.retrieved !== undefined && { retrieved: release.retrieved }),
  ...(release.url !== undefined && { url: release.url }),
  ...(release.licence !== undefined && { licence: release.licence }),
  ...(release.redistributable !== undefined && { redistributable: release.redistributable }),
})

async function* yieldsOf(file: OpenFile, mapping: Mapping, holdersOf: HoldersOf): AsyncGenerator<Yield> {
  checkHeader(file, mapping)
  const blanked = blanking(mapping)
  const { rows } = mapping
  if (rows.kind === 'spells') return yield* spellsOf(file, mapping, rows, spellReader(rows, holdersOf))
  const parts = partsOf(rows).map(({ part }) => readerOf(part, holdersOf))
  const read = rows.kind === 'wide' ? allOf(parts) : parts[0]
  for await (const row of file.records()) {
    const skip = skipOf(row, mapping)
    if (skip !== undefined) yield skip
    else if (read !== undefined) yield* read(blanked(row))
  }
}

type RowReader = (row: Row) => Iterable<Yield>

/**
 * A table of spells is read whole, since a spell is numbered by when it began; what is said of its rows is said in
 * their order.
 */
async function* spellsOf(file: OpenFile, mapping: Mapping, rows: Spells, read: RowReader): AsyncGenerator<Yield> {
  const blanked = blanking(mapping)
  const said: Yield[] = []
  const all: Row[] = []
  for await (const row of file.records()) {
    const skip = skipOf(row, mapping)
    if (skip === undefined) all.push(blanked(row))
    else said.push(skip)
  }
  said.push(...inOrderOfSpells(all, rows).flatMap((row) => [...read(row)]))
  yield* said.toSorted((a, b) => a.rows[0] - b.rows[0])
}

/**
 * What a row says by all of its parts. That it has no date in one of them is worth telling only where nothing is said
 * by the others, a fault included; and a fault that several parts find is told once.
 */
const allOf =
  (parts: readonly RowReader[]): RowReader =>
  (row) => {
    const told = new Map(
      parts
        .flatMap((read) => [...read(row)])
        .map((each) => ['expected' in each ? `${each.column} ${each.expected}` : each, each]),
    )
    const all = [...told.values()]
    const more = all.filter((each) => !('skipped' in each && each.skipped === 'not-an-act'))
    return more.length > 0 ? more : all
  }

const readerOf = (rows: Part, holdersOf: HoldersOf): ((row: Row) => Iterable<Yield>) => {
  switch (rows.kind) {
    case 'scores':
      return (row) => scoresOf(row, rows)
    case 'spells':
      return spellReader(rows, holdersOf)
    case 'events':
      return (row) => eventOf(row, rows)
  }
}

const skipOf = (row: Row, { skip }: Mapping): Skip | undefined => {
  const rule = skip.find(({ when }) =>
    Object.entries(when).every(([column, cell]) => codeOf(cellOf(row, column)) === cell),
  )
  if (rule === undefined) return undefined
  return { rows: [row.row, row.row], skipped: rule.as, ...(rule.detail !== undefined && { detail: rule.detail }) }
}

const checkHeader = (file: OpenFile, mapping: Mapping): void => {
  const lacking = columnsOf(mapping).filter((column) => !file.header.includes(column))
  if (lacking.length === 0) return
  throw badInput(
    'missing-column',
    `The mapping "${mapping.name}" reads columns that the file does not have: ${lacking.join(', ')}.`,
    {
      where: `${file.name}, line 1`,
      hint: `The file has: ${file.header.join(', ')}.`,
    },
  )
}
