/**
 * What the cells of a column are, in every format and whatever came: a file of one year has the types of a file of all
 * years. A day is written YYYY-MM-DD where a format knows no days.
 */
export type ColumnType = 'string' | 'int' | 'double' | 'boolean' | 'date'

/** A column of a table, defined once: help, codebook and the types of files are made from it. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly description: string
  /** What an empty cell means. Undefined where no cell is empty. */
  readonly empty?: string
}

const columnOf =
  (type: ColumnType) =>
  (name: string, description: string, empty?: string): Column => ({
    name,
    type,
    description,
    ...(empty !== undefined && { empty }),
  })

export const textColumn = columnOf('string')
export const intColumn = columnOf('int')
export const doubleColumn = columnOf('double')
export const booleanColumn = columnOf('boolean')
export const dateColumn = columnOf('date')

/** Several values in one cell; none is an empty cell, not an empty text. */
export const joined = (values: readonly string[], by = ' '): string | null =>
  values.length === 0 ? null : values.join(by)

/** Columns that tables share. */
export const stateColumn = textColumn('state', 'Id of the state or other actor')
export const actorColumn = (empty?: string): Column => textColumn('actor', 'Id of the state or other actor', empty)
export const treatyColumn = textColumn('treaty', 'Id of the treaty')
export const eventsColumn = (name: string, description: string): Column =>
  textColumn(name, `${description}: ids, with spaces between`, 'No event is named')
export const inSystemColumn = intColumn(
  'in_system',
  'Whether the state was in the state system on that day: 1 or 0',
  'No system was asked for, and the log holds none, or the sources believed do not tell of the state',
)

/** How a state stands towards a treaty or norm on a day. */
export const statusColumn = textColumn(
  'status',
  'Its status on that day; UNKNOWN where more than one is possible, or nothing tells; NONE before there was a treaty ' +
    'to act under, too',
)
export const spellColumn = intColumn(
  'spell',
  'Which spell as a contracting state it is in, or was in last: 2 after an exit and a ' +
    'return; 0 before the first. Of a norm: the highest among the instruments that decide',
)
export const certaintyColumn = textColumn('certainty', 'Whether the status is certain or only possible')
export const possibleColumn = textColumn(
  'possible',
  'All that the status may be, with spaces between: the status itself where it is certain',
  'Nothing tells',
)
