import { badInput } from '../../common/error.ts'
import {
  booleanColumn,
  dateColumn,
  doubleColumn,
  eventsColumn,
  intColumn,
  joined,
  stateColumn,
  textColumn,
} from '../question/columns.ts'
import { question } from '../question/question.ts'
import { accessionAnswer, accessionInput, type AccessionAnswer } from './accession-answer.ts'
import { accessionText } from './accession-text.ts'
import { accessionOf } from './find-accession.ts'

const igoColumn = textColumn('igo', 'Id of the organisation')
const numberColumn = intColumn('number', 'Which way in: 2 after an application that led nowhere, or after an exit')

const spellColumns = [
  igoColumn,
  stateColumn,
  numberColumn,
  textColumn('entry', 'outside, candidate, probation, settled, founder, left or unknown'),
  textColumn('reason', 'Why it is unknown', 'It is not unknown'),
  booleanColumn('is_member', 'Whether the state was a member'),
  textColumn('opened_by', 'The step by which the candidacy began', 'No candidacy is known'),
  dateColumn('from', 'The first day', 'It has no beginning that is known'),
  dateColumn('to', 'The first day on which it no longer held', 'It goes on'),
  textColumn('certainty', 'Whether it certainly or possibly stood so on these days'),
  eventsColumn('decided_by', 'The deciding events'),
]

const yearColumns = [
  igoColumn,
  stateColumn,
  numberColumn,
  intColumn('year', 'The year of the score; memberships are those of its 31 December'),
  textColumn('phase', 'before, candidate, probation, settled or left', 'It is unknown or open which'),
  doubleColumn('own', "The state's own score", 'It has none'),
  doubleColumn('mean', 'The mean score of the other members', 'None has one, or nobody knows the members'),
  intColumn('rated', 'How many other members have a score'),
  doubleColumn('distance', 'The absolute difference of the two', 'There is none: missing says why'),
  textColumn('missing', 'Why there is no distance', 'There is one'),
  eventsColumn('decided_by', 'The deciding events'),
]

const spellRows = ({ igo, states }: AccessionAnswer) =>
  states.flatMap(({ state, spells }) =>
    spells.map((one) => [
      igo,
      state,
      one.number,
      one.entry,
      one.reason,
      one.isMember,
      one.openedBy,
      one.from,
      one.to,
      one.certainty,
      joined(one.decidedBy),
    ]),
  )

export const accession = question({
  name: 'accession',
  asks:
    'How states came into an organisation: as candidates, on probation, settled, as founders; and how far they were ' +
    'from the other members meanwhile, by a practice score.',
  positional: ['igo'],
  sources: 'asked',
  input: accessionInput,
  output: accessionAnswer,
  answer: async (world, input) => {
    if (input.score === undefined && (input.from !== undefined || input.to !== undefined))
      throw badInput('bad-input', 'from and to bound the years of a score; came no score.', { where: 'from' })
    if (input.from !== undefined && input.to !== undefined && input.from > input.to)
      throw badInput('bad-input', `from is ${input.from}, after to, ${input.to}; expected a year up to it.`, {
        where: 'from',
      })
    return accessionOf(world, input)
  },
  text: accessionText,
  table: {
    columns: spellColumns,
    note:
      'A row is a spell; with a score, a state and year: then the columns are igo, state, number, year, phase, own, ' +
      'mean, rated, distance, missing, decided_by.',
    columnsOf: ({ study }) => (study === undefined ? spellColumns : yearColumns),
    rows: (answer) =>
      answer.study === undefined
        ? spellRows(answer)
        : answer.study.years.map((one) => [
            answer.igo,
            one.state,
            one.number,
            one.year,
            one.phase,
            one.own,
            one.mean,
            one.rated,
            one.distance,
            one.missing,
            joined(one.decidedBy),
          ]),
  },
})
