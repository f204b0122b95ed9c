import {
  doubleColumn,
  eventsColumn,
  intColumn,
  joined,
  stateColumn,
  textColumn,
  type Column,
} from '../question/columns.ts'
import type { QuestionTable, TableCell } from '../question/question.ts'
import type { InfluenceAnswer } from './influence-answer.ts'

type Cells = readonly TableCell[]

const noMember = 'It is no rated member then, or the only one'
const noMove = 'There is none: reason says why'

const pullColumns: readonly Column[] = [
  doubleColumn('b_on_others', 'Behavioural pull on the others: at most 1, which is all the way; no unit', noMove),
  doubleColumn('b_on_state', 'Behavioural pull of the others on it, likewise', noMove),
  doubleColumn(
    'net',
    'b_on_others − b_on_state: above 0 the others came nearer to it than it to them, or it went away more',
    noMove,
  ),
]

const yearColumns: readonly Column[] = [
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  textColumn(
    'standing',
    'Of the state on that day: member, out, extinct, suspended, uncertain, unknown, not-covered or not-told',
  ),
  doubleColumn('own', 'Its own score in that year, in the unit of the score', 'It has none'),
  intColumn('others', 'How many other members are rated', 'Who was a member then is unknown'),
  doubleColumn('mean_of_others', 'Their mean, in the unit of the score', 'No other member is rated'),
  doubleColumn('mean', 'The mean with its own score', noMember),
  doubleColumn('pull', 'mean − mean_of_others: compositional pull, in the unit of the score', noMember),
  intColumn('stayed', 'How many others are rated members in the year and k years later'),
  ...pullColumns,
  textColumn('reason', 'Why b_on_others, b_on_state and net are empty', 'They are not'),
  eventsColumn('decided_by', 'What decides its membership and own score'),
]

const yearCells = (one: InfluenceAnswer['years'][number]): Cells => [
  one.year,
  one.standing,
  one.own,
  one.others,
  one.meanOfOthers,
  one.mean,
  one.pull,
  one.stayed,
  one.onOthers,
  one.onState,
  one.net,
  one.reason,
  joined(one.decidedBy),
]

const eventColumns: readonly Column[] = [
  textColumn(
    'event',
    'entry, exit, founding (the organisation had no member before) or extinct (the state ceased to exist)',
  ),
  intColumn('event_year', 'The first year on whose day it is a member, or is none any more'),
  intColumn('offset', 'Years since then: −5 to 5'),
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  intColumn('others', 'How many other members are rated', 'Who was a member then is unknown'),
  doubleColumn('mean_of_others', 'Their mean, in the unit of the score', 'No other member is rated'),
  doubleColumn(
    'mean_of_same',
    'The mean of those that are rated members in every year of the window that has any',
    'There are none, or the organisation had no rated member in that year',
  ),
  doubleColumn('own', 'Its own score in that year, in the unit of the score', 'It has none'),
]

const eventRows = ({ events }: InfluenceAnswer): readonly Cells[] =>
  events.flatMap(({ kind, year, window }) =>
    window.map((one): Cells => [
      kind,
      year,
      one.offset,
      one.year,
      one.others,
      one.meanOfOthers,
      one.meanOfSame,
      one.own,
    ]),
  )

const memberColumns: readonly Column[] = [
  stateColumn,
  textColumn('name', 'Its name'),
  intColumn('n_years', 'In how many years it is a rated member beside others; the next four are of these'),
  doubleColumn('received', 'Exposure received: mean of the mean of the others, in the unit of the score', noMember),
  doubleColumn('own', 'Its own score in that year, in the unit of the score', 'It has none'),
  doubleColumn('pull', 'mean − mean_of_others: compositional pull, in the unit of the score', noMember),
  doubleColumn('ratio', 'pull / received, without unit; it depends on where the score has its 0', 'There is none'),
  intColumn('starts', 'From how many years a move over k years could be looked at'),
  ...pullColumns,
  intColumn('rank', 'Its place by net, those alike sharing one', noMove),
  textColumn('reason', 'Why b_on_others, b_on_state and net are empty', 'They are not'),
]

const memberCells = (one: InfluenceAnswer['balance']): Cells => [
  one.state,
  one.name,
  one.years,
  one.received,
  one.own,
  one.pull,
  one.ratio,
  one.starts,
  one.onOthers,
  one.onState,
  one.net,
  one.rank,
  one.reason,
]

const tables = {
  years: { columns: yearColumns, rows: ({ years }: InfluenceAnswer) => years.map(yearCells) },
  events: { columns: eventColumns, rows: eventRows },
  members: { columns: memberColumns, rows: ({ members }: InfluenceAnswer) => members.map(memberCells) },
}

/** Every column of every part, each once. */
const anyColumns: readonly Column[] = [
  ...new Map(Object.values(tables).flatMap(({ columns }) => columns.map((one) => [one.name, one]))).values(),
]

export const influenceTable: QuestionTable<InfluenceAnswer> = {
  columns: anyColumns,
  note:
    'Which columns it has follows from `part`: years (where none is named), events or members. In the table of ' +
    'members own and pull are means over its n_years.',
  columnsOf: ({ part }) => tables[part ?? 'years'].columns,
  rows: (found) => tables[found.part ?? 'years'].rows(found),
}
