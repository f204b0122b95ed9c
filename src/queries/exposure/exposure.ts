import { exposurePresets } from '../network/presets.ts'
import { doubleColumn, stateColumn, textColumn } from '../question/columns.ts'
import { coverageCells, coverageColumns } from '../question/coverage-fields.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import { withoutInput } from '../record/leave-out.ts'
import { exposureAnswer, exposureInput } from './exposure-answer.ts'
import { termName, type TermInBrief } from './exposure-terms.ts'
import { exposureText } from './exposure-text.ts'
import { exposureWithout, exposureWithoutOut, exposureWithoutText } from './exposure-without.ts'
import { exposureOf, type Settled } from './find-exposure.ts'

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

type Asked = Omit<Settled, 'system'> & {
  readonly system?: Settled['system'] | undefined
  readonly without?: readonly string[] | undefined
}

/** An exposure and, where that is asked, what it would be without something. */
const besideWithout = async (world: Snapshot, input: Asked) => {
  const found = await exposureOf(world, input)
  const { without } = input
  return {
    ...found,
    beside: without === undefined ? {} : { without: await exposureWithout(world, found.settled, found.brief, without) },
  }
}

export const exposure = question({
  name: 'exposure',
  asks:
    "A state's socialization exposure: the average score, adoption or attribute of those it shares organisations " +
    'with. A description, not an effect.',
  positional: ['state'],
  sources: 'asked',
  input: exposureInput.extend({ without: withoutInput }),
  output: exposureAnswer.extend({ without: exposureWithoutOut.optional() }),
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, input) => {
    const { whole, beside } = await besideWithout(world, input)
    return { ...whole(), ...beside }
  },
  brief: async (world, input) => {
    const { brief, beside } = await besideWithout(world, input)
    return { ...brief, ...beside }
  },
  text: (answer) => [...exposureText(answer), ...exposureWithoutText(answer)].join('\n'),
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
