import type { TableCell } from '../queries/question/question.ts'

/** A number that is none (an average over nothing) is missing in every format, never the text "NaN". */
export const cellOrMissing = (cell: TableCell | undefined): TableCell =>
  cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell)) ? null : cell
