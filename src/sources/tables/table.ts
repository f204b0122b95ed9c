import { badInput } from '../../common/error.ts'
import { blanking } from './blank-cells.ts'
import type { HoldersOf, Importer, OpenFile, Scope, Skip, Yield } from '../importer/draft.ts'
import { partsOf } from './mapping-parts.ts'
import type { Mapping, Part, Scores } from './mapping.ts'
import { cellOf, codeOf, type Row } from './table-cell.ts'
import { columnsOf } from './table-columns.ts'
import { eventOf } from './table-events.ts'
import { scoresOf } from './table-scores.ts'
import { schemesOf } from './table-schemes.ts'
import { attributesIn } from './table-attributes.ts'
import { claimsOf } from './table-claims.ts'
import { inOrderOfSpells, spellReader } from './table-spells.ts'
import { tieReader } from './table-ties.ts'

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
  ...(mapping.orElse !== undefined && { orElse: mapping.orElse }),
  ...(mapping.separator !== undefined && { separator: mapping.separator }),
  vanished: mapping.vanished,
  scope: scopeOf(mapping),
  unmatched: mapping.unmatched,
  outsideDays: mapping.outsideDays,
  schemes: schemesOf(mapping),
  ...(mapping.rows.kind === 'spells' && { lists: mapping.rows.system }),
  ...(mapping.complete !== undefined && { claims: claimsOf(mapping, mapping.complete) }),
  rows: (file, holdersOf = nobody) => yieldsOf(file, mapping, holdersOf),
})

/** A table that is read without a log: no code has days. */
const nobody: HoldersOf = () => []

/**
 * Scores speak for every state and year between their first and last, spells for every state of their system, ties and
 * attributes of states for every state, other rows for the streams that they name.
 */
const scopeOf = ({ rows }: Mapping): Scope => {
  if (rows.kind === 'scores') return { streams: 'siblings', facts: 'years' }
  const ofStates = rows.kind === 'spells' || rows.kind === 'ties' || (rows.kind === 'attributes' && rows.of === 'state')
  return { streams: ofStates ? 'siblings' : 'named', facts: 'all' }
}

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
  if (rows.kind === 'spells') {
    const read = spellReader(rows, holdersOf)
    return yield* wholeOf(file, mapping, (all) => inOrderOfSpells(all, rows).flatMap((row) => [...read(row)]))
  }
  if (rows.kind === 'attributes') return yield* wholeOf(file, mapping, (all) => attributesIn(all, rows, holdersOf))
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
 * A table of spells is read whole, since a spell is numbered by when it began, and one of attributes, since years in a
 * row that say the same are one assertion; what is said of its rows is said in their order.
 */
async function* wholeOf(file: OpenFile, mapping: Mapping, said: (all: readonly Row[]) => readonly Yield[]) {
  const blanked = blanking(mapping)
  const skipped: Yield[] = []
  const all: Row[] = []
  for await (const row of file.records()) {
    const skip = skipOf(row, mapping)
    if (skip === undefined) all.push(blanked(row))
    else skipped.push(skip)
  }
  yield* [...skipped, ...said(all)].toSorted((a, b) => a.rows[0] - b.rows[0])
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
    case 'ties':
      return tieReader(rows, holdersOf)
    case 'attributes':
      return (row) => attributesIn([row], rows, holdersOf)
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
