import { dateColumn, eventsColumn, joined, stateColumn, textColumn } from '../question/columns.ts'
import type { CoverageOut } from '../question/coverage-fields.ts'
import type { TableCell } from '../question/question.ts'
import { commonDays, howMany, lastDayOf, type DaysInText } from '../record/days-in-text.ts'
import { daysCoveredColumn, spanCells, spanColumns } from './span-columns.ts'
import type { StatusSpanOut } from './status-spans.ts'

/** As much of the answer of `timeline` as its table has. */
interface Told {
  readonly state: string
  readonly subjects: readonly {
    readonly subject: string
    readonly name: string
    readonly spans: readonly (StatusSpanOut & { readonly decidedBy: readonly string[] })[]
    readonly coverage: readonly (CoverageOut & DaysInText)[]
  }[]
}
type Subject = Told['subjects'][number]

const rowOf = (state: string, { subject, name, coverage }: Subject, span: Subject['spans'][number]) => {
  const covering = coverage.filter((stretch) => stretch.state === 'covered')
  return [
    state,
    subject,
    name,
    ...spanCells(span),
    howMany(span, covering),
    lastDayOf(commonDays(span, covering)),
    joined(span.decidedBy),
  ] satisfies readonly TableCell[]
}

/** What a state did over time as a table: how it stood to each treaty or norm, without the events beside. */
export const timelineTable = {
  columns: [
    stateColumn,
    textColumn('subject', 'Id of the treaty or norm'),
    textColumn('title', 'Its title, or the name of the norm'),
    ...spanColumns,
    daysCoveredColumn,
    dateColumn(
      'covered_through',
      'The last of these days of which a source holds all of it',
      'No source holds any of them, or sources hold them without end',
    ),
    eventsColumn('decided_by', 'What decided it'),
  ],
  note:
    'A row for each span of days on which the state stood in one way to one treaty or norm, for the same reasons. ' +
    'The events themselves are those of `events`.',
  rows: ({ state, subjects }: Told): readonly (readonly TableCell[])[] =>
    subjects.flatMap((subject) => subject.spans.map((span) => rowOf(state, subject, span))),
}
