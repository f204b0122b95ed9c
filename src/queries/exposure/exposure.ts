import { exposurePresets } from '../network/presets.ts'
import { doubleColumn, stateColumn, textColumn } from '../question/columns.ts'
import { coverageCells, coverageColumns } from '../question/coverage-fields.ts'
import { question } from '../question/question.ts'
import { withSystem } from '../subjects/default-system.ts'
import { exposureAnswer, exposureInput } from './exposure-answer.ts'
import { termName, type TermInBrief } from './exposure-terms.ts'
import { exposureText } from './exposure-text.ts'
import { exposureOf } from './find-exposure.ts'

const ofTerm = [
  textColumn(
    'term',
    'mm, max: the organisation; other formulas: the partner. Its contributions add up to the exposure',
  ),
  doubleColumn('weight', 'The weight of the term'),
  doubleColumn('value', 'mm, max: the mean score of the other members; other formulas: the score of the partner'),
  doubleColumn('contribution', 'Weight times value: what the term adds to the exposure'),
]
const termColumns = [stateColumn, ...ofTerm, ...coverageColumns]
const termColumnsByChannel = [
  stateColumn,
  textColumn('channel', 'By which channel the term counts'),
  ...ofTerm,
  ...coverageColumns,
]

const termCells = (term: TermInBrief) => [termName(term), term.weight, term.value, term.contribution]

export const exposure = question({
  name: 'exposure',
  asks:
    "A state's socialization exposure: the average score, adoption or attribute of those it shares organisations " +
    'with. A description, not an effect.',
  positional: ['state'],
  sources: 'asked',
  input: exposureInput,
  output: exposureAnswer,
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, input) => (await exposureOf(world, input)).whole(),
  brief: async (world, input) => (await exposureOf(world, input)).brief,
  text: (answer) => exposureText(answer).join('\n'),
  table: {
    columns: termColumns,
    note: 'Where channels are asked for, a column channel says by which one a term counts.',
    columnsOf: (answer) => (answer.channels === undefined ? termColumns : termColumnsByChannel),
    rows: (answer) =>
      answer.channels === undefined
        ? answer.terms.map((term) => [answer.state, ...termCells(term), ...coverageCells(answer.covered)])
        : answer.channels.flatMap(({ channel, terms, covered }) =>
            terms.map((term) => [answer.state, channel, ...termCells(term), ...coverageCells(covered)]),
          ),
  },
})
