import { certaintyColumn, dateColumn, joined, possibleColumn, spellColumn, textColumn } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { StatusSpanOut } from './status-spans.ts'

/** How a state stood on a span of days, in every table that has a row for each. */
export const spanColumns = [
  dateColumn('from', 'First day of the span', 'Since before all that is recorded'),
  dateColumn('to', 'First day after the span, and of the next one', 'It goes on, as far as is recorded'),
  textColumn(
    'status',
    'Its status on these days; UNKNOWN where more than one is possible, or nothing tells; NONE before there was a ' +
      'treaty to act under, too',
  ),
  certaintyColumn,
  possibleColumn,
  textColumn('reason', 'Why it is UNKNOWN: not-covered where no source covers these days', 'That is not why'),
  spellColumn,
  textColumn(
    'marks',
    'What is to be known beside the status, with spaces between: adReferendum, contestedExit, partialExit',
    'Nothing',
  ),
] as const

export const spanCells = (span: StatusSpanOut): readonly TableCell[] => [
  span.from,
  span.to,
  span.status,
  span.certainty,
  joined(span.possible),
  span.reason,
  span.spell,
  joined(span.marks),
]

export const daysCoveredColumn = textColumn(
  'days_covered',
  'Of how many of these days a source holds all of it: all, some or none',
)
