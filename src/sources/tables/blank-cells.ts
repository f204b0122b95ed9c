import { groupBy } from '../../common/group-by.ts'
import { partsOf } from './mapping-parts.ts'
import type { DateSpec, Mapping, Part, ReferenceSpec, Ties } from './mapping.ts'
import { codeOf, type Row } from './table-cell.ts'

/**
 * Empties the cells of a row that hold nothing though something is written in them: what a column lists as missing,
 * else what the whole mapping does. A column that gives such a cell a meaning of its own keeps it.
 */
export const blanking = (mapping: Mapping): ((row: Row) => Row) => {
  const parts = partsOf(mapping.rows).map(({ part }) => part)
  const own = cellsByColumn(parts.flatMap(ownMissing))
  const everywhere = new Set(mapping.missing)
  const meant = cellsByColumn(parts.flatMap(meantCells))
  if (own.size === 0 && everywhere.size === 0) return (row) => row
  return (row) => {
    const blanked = Object.entries(row.cells).flatMap(([column, cell]) => {
      const text = codeOf(cell.trim())
      const isMissing = (own.get(column) ?? everywhere).has(text) && meant.get(column)?.has(text) !== true
      return isMissing ? [column] : []
    })
    if (blanked.length === 0) return row
    const cells = { ...row.cells, ...Object.fromEntries(blanked.map((column) => [column, ''])) }
    return { ...row, cells, blanked: new Set(blanked) }
  }
}

interface Cells {
  readonly column: string
  readonly cells: readonly string[]
}

const cellsByColumn = (listed: readonly Cells[]): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    [...groupBy(listed, ({ column }) => column)].map(([column, all]) => [
      column,
      new Set(all.flatMap(({ cells }) => cells)),
    ]),
  )

/** The columns that list their own missing cells. */
const ownMissing = (rows: Part): readonly Cells[] => {
  switch (rows.kind) {
    case 'scores':
      return [...ofReference(rows.actor), ...present([rows.published]).flatMap(ofDate)]
    case 'spells':
      return [...ofReference(rows.actor), ...ofDate(rows.start), ...ofDate(rows.end)]
    case 'ties':
      return [...[rows.actor, rows.other].flatMap(ofReference), ...datesOfTies(rows).flatMap(ofDate)]
    case 'attributes':
      return ofReference(rows.entity)
    case 'events':
      return [
        ...rows.stream.flatMap((word) => (typeof word === 'string' ? [] : ofReference(word))),
        ...Object.values(rows.references).flatMap(ofReference),
        ...[rows.occurred, rows.effective].flatMap((date) => (date === undefined ? [] : ofDate(date))),
        ...Object.values(rows.data).flatMap((value) =>
          'column' in value && value.missing !== undefined ? [{ column: value.column, cells: value.missing }] : [],
        ),
      ]
  }
}

const ofReference = ({ column, missing, otherwise }: ReferenceSpec): readonly Cells[] =>
  missing === undefined
    ? []
    : [column, ...(otherwise === undefined ? [] : [otherwise.column])].map((each) => ({ column: each, cells: missing }))

const ofDate = ({ missing, ...spec }: DateSpec): readonly Cells[] =>
  missing === undefined ? [] : dateColumns(spec).map((column) => ({ column, cells: missing }))

const present = (specs: readonly (DateSpec | undefined)[]): readonly DateSpec[] =>
  specs.filter((spec) => spec !== undefined)

const throughsOf = ({ through, ties }: Ties): readonly DateSpec[] =>
  present([through, ...ties.map((tie) => tie.through)])

/** The dates that ties are read by: of all, and of each. */
export const datesOfTies = (rows: Ties): readonly DateSpec[] => [
  ...present([rows.from, ...rows.ties.map((tie) => tie.from)]),
  ...throughsOf(rows),
]

/** The columns that a date is read from. */
export const dateColumns = (spec: DateSpec): readonly string[] => {
  if ('column' in spec) return [spec.column]
  if ('firstYear' in spec) return [spec.firstYear, spec.lastYear]
  return [spec.year, spec.month, spec.day].filter((column) => column !== undefined)
}

/** Cells that mean something where they stand: codes of missing scores, an end that is open, codes of fields. */
const meantCells = (rows: Part): readonly Cells[] => {
  switch (rows.kind) {
    case 'scores':
      return rows.indicators.flatMap(({ column, sum = [], missing, reason }) => [
        ...[...(column === undefined ? [] : [column]), ...sum].map((each) => ({
          column: each,
          cells: Object.keys(missing ?? rows.missing),
        })),
        ...(reason === undefined ? [] : [{ column: reason.column, cells: Object.keys(reason.codes) }]),
      ])
    case 'spells':
      return [{ column: dateColumns(rows.end)[0] as string, cells: rows.openEnd }]
    case 'ties':
      return [
        ...throughsOf(rows).map((spec) => ({ column: dateColumns(spec)[0] as string, cells: rows.openEnd })),
        ...rows.ties.flatMap(({ when, type }) => [
          ...(when === undefined ? [] : [{ column: when.column, cells: when.is }]),
          ...(type !== undefined && 'column' in type ? [{ column: type.column, cells: Object.keys(type.codes) }] : []),
        ]),
      ]
    case 'attributes':
      return rows.attributes.flatMap(({ column, missing }) =>
        column === undefined ? [] : [{ column, cells: Object.keys(missing) }],
      )
    case 'events':
      return [
        ...(typeof rows.type === 'string' ? [] : [{ column: rows.type.column, cells: Object.keys(rows.type.codes) }]),
        ...Object.values(rows.data).flatMap((value) =>
          'column' in value && value.codes !== undefined
            ? [{ column: value.column, cells: Object.keys(value.codes) }]
            : [],
        ),
      ]
  }
}
