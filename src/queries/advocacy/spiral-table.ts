import {
  booleanColumn,
  doubleColumn,
  eventsColumn,
  intColumn,
  joined,
  stateColumn,
  textColumn,
} from '../question/columns.ts'
import type { QuestionTable } from '../question/question.ts'
import type { SpiralAnswer } from './spiral-answer.ts'

type Year = SpiralAnswer['years'][number]

const threeValued = 'yes, no or unknown'

const counts: readonly (readonly [keyof Year['counts'], string])[] = [
  ['violations', 'Violations that were reported or found'],
  ['actions', 'Campaign actions'],
  ['pressure', 'Acts of third states and organisations'],
  ['responses', 'Answers of the state'],
  ['concessions', 'Concessions'],
  ['reversals', 'Concessions taken back'],
]

const findings: readonly (readonly [keyof Year['found'], string])[] = [
  ['improved', 'Practice better at the end of the window than before it, by more than delta'],
  ['violated', 'A violation that was reported or found in the window; where none is recorded it is unknown'],
  ['campaign', 'A campaign acted in the window'],
  ['active', 'The same, or a campaign that began before against the state and is not recorded to have ended'],
  ['reported', 'A report, finding or pressure of a third party in the window'],
  ['denial', "An answer that denies the norm's validity or calls on sovereignty"],
  ['silence', 'Silence: it is recorded, or no answer is'],
  ['concession', 'A concession in the window that was not taken back'],
  ['consent', '(a) Consent to a core instrument and to a protocol or complaint procedure of it'],
  ['law', '(b) A law or constitutional clause at home'],
  ['complaints', '(c) A mechanism of individual complaint'],
  ['discourse', "(d) No denial of the norm's validity in the window"],
  ['sustained', 'Practice good for so many years in a row as were asked for'],
]

/** A row for each year: its phase, and every sign that the rules read. */
export const spiralTable: QuestionTable<SpiralAnswer> = {
  columns: [
    stateColumn,
    textColumn('norm', 'Id of the norm'),
    intColumn('year', 'The year; the rules are read at its end'),
    textColumn(
      'phase',
      '1, 2, 3, 4-partial, 4, 5; NONE: no rule holds; UNKNOWN: more than one is possible, or none known',
    ),
    textColumn('possible', 'All that it may be, the highest first, with spaces between', 'Nothing is recorded for it'),
    textColumn('reasons', 'Why it is UNKNOWN, with spaces between', 'It is known'),
    booleanColumn('as_recorded', 'Whether it rests on nothing being recorded, of what nobody claims to hold in full'),
    doubleColumn('score', 'The score of that reference year', 'The rater gives none'),
    textColumn('tercile', 'bottom, middle or top among all rated that year', 'There is no score, or no direction'),
    doubleColumn('rank', 'Mid-rank among them, 0 worst to 1 best', 'There is no score, or no direction'),
    intColumn('rated', 'How many the rater rates that year', 'There is no score, or no direction'),
    ...counts.map(([name, description]) => intColumn(`n_${name}`, `${description} that surely lie in the window`)),
    ...findings.map(([name, description]) => textColumn(name, `${description}: ${threeValued}`)),
    textColumn('says', 'What makes the highest rule hold that surely does'),
    eventsColumn('decided_by', 'The events that it rests on'),
  ],
  rows: ({ state, norm, years }) =>
    years.map((year) => [
      state,
      norm,
      year.year,
      year.phase,
      joined(year.possible),
      joined(year.reasons),
      year.asRecorded,
      year.score,
      year.tercile,
      year.rank,
      year.rated,
      ...counts.map(([name]) => year.counts[name]),
      ...findings.map(([name]) => year.found[name].value),
      year.says,
      joined(year.decidedBy),
    ]),
}
