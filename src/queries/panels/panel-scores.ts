import { z } from 'zod'
import { nearer, notCovered } from '../../../projections/compose/coverage/coverage.ts'
import { badInput } from '../../common/error.ts'
import { doubleColumn, textColumn, type Column } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf } from '../question/coverage-fields.ts'
import { fromInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { scoresInput } from '../subjects/scores-input.ts'
import { loadKnownScores, raterOf, type Score, type ScoresOfYear } from '../subjects/scores.ts'
import { withSystem } from '../subjects/default-system.ts'
import { dayInYear, panelCells, panelColumns, stateYears } from './state-years.ts'
import { panelAnswer, panelText } from './panel-answer.ts'
import { question } from '../question/question.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** `cirights_physint`: a name that statistical software takes as it is. */
export const columnOfScore = (score: string): string => score.replaceAll(/\W/g, '_')

const columnsOf = (scores: readonly string[]): readonly Column[] => {
  const ofScores = scores.flatMap((score) => {
    const name = columnOfScore(score)
    return [
      doubleColumn(name, `${score} in that year, as published`, `There is no value: missing_${name} says why`),
      doubleColumn(`sd_${name}`, 'Its standard deviation, where the rater publishes one', 'None is published'),
      textColumn(
        `missing_${name}`,
        "Why there is no value: the rater's reason (not-rated, interregnum, …), or " +
          'not-recorded where its data hold no line for that state and year',
        'There is one',
      ),
    ]
  })
  const columns = [...panelColumns, ...ofScores, ...coverageColumns]
  const names = columns.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice === undefined) return columns
  throw badInput('bad-input', `two of them would be the column "${twice}".`, {
    where: 'score',
    hint: 'Ask for them one at a time.',
  })
}

const cellsOf = (score: Score | undefined): readonly (string | number | null)[] =>
  score?.value === undefined ? [null, null, score?.missing ?? 'not-recorded'] : [score.value, score.sd ?? null, null]

/** How far the scores asked for are known for a year: no farther than those of the rater that is known least. */
const loadCoverageOfRaters = async (world: Snapshot, scores: readonly string[]): Promise<CoverageOfScores> => {
  const raters: CoverageOfScores[] = []
  for (const rater of new Set(scores.map(raterOf))) raters.push(await loadCoverageOfScores(world, rater))
  return (state, year) => {
    const [first = notCovered, ...rest] = raters.map((coverage) => coverage(state, year))
    return rest.reduce(nearer, first)
  }
}

export const panelScores = question({
  name: 'panel scores',
  asks:
    "State-year panel of practice scores: a column for each rater's " +
    'indicator, with the reason where there is no value.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input: z.object({
    score: scoresInput,
    from: fromInput,
    to: toInput,
    at: yearDayInput,
    system: systemInput,
  }),
  output: panelAnswer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, input) => {
    const columns = columnsOf(input.score)
    const { system } = await withSystem(world, input)
    const years = await stateYears(world, system, input.from, input.to, dayInYear(input.at))
    const scores: ReadonlyMap<number, ScoresOfYear>[] = []
    for (const score of input.score) scores.push(await loadKnownScores(world, score, input))
    const coverage = await loadCoverageOfRaters(world, input.score)
    return {
      columns: columns.map(({ name }) => name),
      rows: years.map((row) => [
        ...panelCells(row),
        ...scores.flatMap((byYear) => cellsOf(byYear.get(row.year)?.get(row.state))),
        ...coverageCells(coverageOf(coverage(row.state, row.year))),
      ]),
      parameters: {
        score: input.score.join(','),
        from: input.from,
        to: input.to,
        at: input.at,
        system,
      },
    }
  },
  text: panelText,
  table: {
    columns: columnsOf(['<rater>:<indicator>']),
    columnsOf: ({ parameters }) => columnsOf(String(parameters['score']).split(',')),
    rows: (panel) => panel.rows,
  },
})
