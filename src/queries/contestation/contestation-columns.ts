import {
  booleanColumn,
  dateColumn,
  doubleColumn,
  eventsColumn,
  intColumn,
  joined,
  stateColumn,
  textColumn,
  treatyColumn,
  type Column,
} from '../question/columns.ts'
import { coverageCells, coverageColumns } from '../question/coverage-fields.ts'
import type { QuestionTable, TableCell } from '../question/question.ts'
import type { Contestation, ContestationPart } from './contestation-answer.ts'

type Cells = readonly TableCell[]
interface PartTable {
  readonly columns: readonly Column[]
  readonly rows: (found: Contestation) => readonly Cells[]
}

const nameColumn = textColumn('name', 'What it is called')

const objectors: PartTable = {
  columns: [
    stateColumn,
    nameColumn,
    textColumn(
      'class',
      'persistent, subsequent, single, consented, withdrawn, contesting (the application alone), none-recorded, ' +
        'unknown',
    ),
    textColumn('reasons', 'Why it is unknown, with spaces between', 'It is known'),
    intColumn('objections', 'Objections that were certainly made by the day asked about'),
    intColumn('before_tipping', 'Of these, how many certainly before the tipping date', 'The norm has not tipped'),
    dateColumn('first', 'First day on which its first objection may have been made', 'None is recorded'),
    dateColumn('last', 'The same of its last one', 'None is recorded'),
    dateColumn('consent', 'First day of its consent that lasted to the first objection or came later', 'None is known'),
    dateColumn('tipping', 'The tipping date that it is judged by', 'The norm has not tipped'),
    textColumn('dates', 'Of each statement its first possible day and what it was, with spaces between', 'None'),
    ...coverageColumns,
    eventsColumn('events', 'What was said, and the consent'),
  ],
  rows: ({ objectors: list, tipping }) =>
    list.map((one) => [
      one.state,
      one.name,
      one.class,
      joined(one.reasons),
      one.objections,
      one.beforeTipping,
      one.first,
      one.last,
      one.consent,
      tipping?.date ?? null,
      joined(one.statements.map(({ earliest, says, type }) => `${earliest ?? 'undated'}:${says}:${type}`)),
      ...coverageCells(one.consentKnown),
      joined([...one.statements.flatMap(({ events }) => events), ...one.consentEvents]),
    ]),
}

const legitimacy: PartTable = {
  columns: [
    intColumn('year', 'The year'),
    dateColumn('day', 'Its 31 December, or the day asked about'),
    intColumn('system', 'Members of the state system on the day'),
    intColumn('consented', 'Of these, how many certainly stand at their consent or above'),
    intColumn('contested', 'Of these that consented, how many certainly speak against the validity all the same'),
    intColumn('legitimate', 'With consent for certain, and not recorded to contest the validity'),
    intColumn('uncertain', 'Further ones of which it is open'),
    doubleColumn(
      'share',
      'The column legitimate over the column system: at most, as far as statements are recorded',
      'Nothing said against it is recorded by then',
    ),
    doubleColumn('at_most', 'The columns legitimate and uncertain over the column system', 'No members'),
    intColumn('covered', 'Members whose acts a source holds through the day'),
    intColumn('carried', 'Further ones whose acts a source held to an earlier day'),
    doubleColumn('breadth', 'How evenly the legitimate are spread over M49 regions, 0 to 1', 'There are none'),
    doubleColumn('breadth_of_system', 'The same of all members', 'The log knows no regions'),
    intColumn('unplaced', 'Legitimate ones of which nobody says in which region they are'),
    intColumn('validity', 'Statements of the year against the validity of the norm'),
    intColumn('application', 'Statements of the year against its application'),
  ],
  rows: ({ legitimacy: { years }, contested }) =>
    years.map((one) => {
      const said = contested.years.find(({ year }) => year === one.year)
      return [
        one.year,
        one.day,
        one.system,
        one.consented,
        one.contested,
        one.legitimate,
        one.uncertain,
        one.share,
        one.atMost,
        one.covered,
        one.carried,
        one.breadth,
        one.breadthOfSystem,
        one.unplaced,
        said?.validity ?? 0,
        said?.application ?? 0,
      ]
    }),
}

const shallow: PartTable = {
  columns: [
    stateColumn,
    nameColumn,
    booleanColumn(
      'in_system',
      'Whether it is in the state system on the day',
      'The sources believed do not tell of it',
    ),
    textColumn('commitment', 'What binds it: law and domestic acts alone'),
    textColumn('shallow', 'yes, no, or unknown'),
    textColumn('signs', 'core-reservation, sweeping-reservation, no-procedure, with spaces between', 'None is certain'),
    textColumn('unknown', 'Why more may be there, with semicolons between', 'Sources tell of all of it'),
    textColumn('reservations', 'Treaty and reservation, with semicolons between', 'None is recorded'),
    textColumn(
      'procedures',
      'Procedures that were open, each with yes, no or unknown, with semicolons between',
      'The norm is monitored by none',
    ),
    eventsColumn('events', 'The reservations, and the acts by which procedures were accepted'),
  ],
  rows: ({ shallow: list }) =>
    list.map((one) => [
      one.state,
      one.name,
      one.inSystem,
      one.commitment,
      one.shallow,
      joined(one.signs),
      joined(one.unknown, '; '),
      joined(
        one.reservations.map(({ treaty, reservation }) => `${treaty} ${reservation}`),
        '; ',
      ),
      joined(
        one.procedures.map(
          ({ treaty, article, accepted }) => `${[treaty, article ?? ''].join(' ').trim()}: ${accepted}`,
        ),
        '; ',
      ),
      joined([...new Set([...one.reservations, ...one.procedures].flatMap(({ events }) => events))]),
    ]),
}

const reservations: PartTable = {
  columns: [
    treatyColumn,
    stateColumn,
    nameColumn,
    textColumn('reservation', 'What its maker calls it'),
    textColumn('provisions', 'The articles that it names, with spaces between', 'It names none, and means all'),
    booleanColumn('core', 'Whether it touches a core article'),
    textColumn('standing', 'yes or possibly'),
    intColumn('objections', 'How many objected by the day and have not taken it back'),
    intColumn('precluding', 'Of these, for how many the treaty is not in force between the two'),
    intColumn('parties', 'For how many the treaty is certainly in force on the day'),
    doubleColumn('share', 'The column objections over the column parties', 'There are no parties'),
    textColumn('objectors', 'Who objected, with spaces between'),
    textColumn('precluding_objectors', 'Who precludes relations under the treaty, with spaces between', 'Nobody'),
    ...coverageColumns,
    eventsColumn('events', 'The reservation and the objections'),
  ],
  rows: ({ contestedReservations }) =>
    contestedReservations.map((one) => [
      one.treaty,
      one.state,
      one.name,
      one.reservation,
      joined(one.provisions),
      one.core,
      one.standing,
      one.objectors.length,
      one.precluding.length,
      one.parties,
      one.share,
      joined(one.objectors),
      joined(one.precluding),
      ...coverageCells(one.covered),
      joined(one.events),
    ]),
}

const decoupling: PartTable = {
  columns: [
    stateColumn,
    nameColumn,
    textColumn('score', 'The score, as rater:indicator', 'None was asked for'),
    intColumn('year', 'The year of the score and the commitment', 'Nobody is scored by then'),
    textColumn('commitment', 'Law and domestic acts alone'),
    doubleColumn('practice', 'The score, as its rater gives it', 'There is none'),
    doubleColumn(
      'commitment_rank',
      'From the lowest commitment under treaties; equal ones share their mean rank',
      'Not ranked',
    ),
    doubleColumn('practice_rank', 'From the worst practice', 'Not ranked'),
    doubleColumn('gap', 'Rank of commitment less rank of practice', 'Not ranked'),
    doubleColumn('scaled', 'The gap over the number of ranked states less one', 'Not ranked'),
    textColumn('unknown', 'Why it is not ranked', 'It is ranked'),
    textColumn('decay', 'Whether practice got worse under an unchanged commitment: yes, no or unknown'),
    doubleColumn('slope', 'Change of practice a year, above 0 for better', 'A year has no score'),
    eventsColumn('events', 'The commitment and the scores'),
  ],
  rows: ({ decoupling: { states, score, year } }) =>
    states.map((one) => [
      one.state,
      one.name,
      score,
      year,
      one.commitment,
      one.practice,
      one.commitmentRank,
      one.practiceRank,
      one.gap,
      one.scaled,
      one.unknown,
      one.decay,
      one.slope,
      joined(one.events),
    ]),
}

const absent: PartTable = {
  columns: [
    stateColumn,
    nameColumn,
    textColumn('class', 'absent, peers-few or unknown'),
    textColumn('reason', 'Why it is unknown', 'It is known'),
    dateColumn('from', 'The day on which an instrument was open to it, and it in the state system'),
    dateColumn('until', 'The last day of the years asked'),
    textColumn('region', 'Its M49 region', 'Nobody says in which it is'),
    intColumn('peers', 'Other members of the state system in it on that last day'),
    intColumn('in_force', 'For how many of these the norm was certainly in force'),
    intColumn('may_be_in_force', 'For how many further ones it may have been'),
    dateColumn('signed', 'First day on which it may have signed or consented since', 'It has not'),
  ],
  rows: ({ absent: list }) =>
    list.map((one) => [
      one.state,
      one.name,
      one.class,
      one.reason,
      one.from,
      one.until,
      one.region,
      one.peers,
      one.inForce,
      one.mayBeInForce,
      one.signed,
    ]),
}

const tables: Readonly<Record<ContestationPart, PartTable>> = {
  objectors,
  legitimacy,
  shallow,
  reservations,
  decoupling,
  absent,
}

const tableIn = ({ part }: Contestation): PartTable => tables[part ?? 'objectors']

/** Every column of every part, each name once. */
const anyColumns: readonly Column[] = [
  ...new Map(Object.values(tables).flatMap(({ columns }) => columns.map((one) => [one.name, one]))).values(),
]

export const contestationTable: QuestionTable<Contestation> = {
  columns: anyColumns,
  note: 'The columns are those of the part that is asked for: the objectors where none is.',
  columnsOf: (found) => tableIn(found).columns,
  rows: (found) => tableIn(found).rows(found),
}
