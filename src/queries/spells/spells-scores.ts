import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { badInput } from '../../common/error.ts'
import { directions } from '../../events/source.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import { doubleColumn, eventsColumn, intColumn, joined, stateColumn, textColumn } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf, coverageOut } from '../question/coverage-fields.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import { stateInput } from '../question/inputs.ts'
import { counted, eventIds } from '../question/output-fields.ts'
import { question, type TableCell } from '../question/question.ts'
import { agreedScales } from '../subjects/directions.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import { scoresInput } from '../subjects/scores-input.ts'
import { lastCodes } from './last-codes.ts'
import { loadStateScores } from './state-scores.ts'

const scoreOut = z.object({
  state: z.string(),
  name: z.string(),
  cow: z.int().nullable().describe('The Correlates of War number that it had last'),
  iso3: z.string().nullable().describe('The ISO 3166-1 alpha-3 code that it had last'),
  score: z.string().describe('As questions take it: rater:indicator'),
  rater: z.string(),
  indicator: z.string(),
  year: z.int().describe('The year that is scored; the score counts for all of it'),
  value: z.number().nullable().describe('As published; null where the rater gives none'),
  sd: z.number().nullable().describe('Its standard deviation, where the rater publishes one'),
  missing: z.string().nullable().describe("Why there is no value, by the rater's own reason; null where there is one"),
  direction: z
    .enum(directions)
    .nullable()
    .describe('What a higher value means; null where no source says it, or two say otherwise'),
  lowest: z.number().nullable().describe('The lowest value of the scale; null where no source says it, or two differ'),
  highest: z.number().nullable().describe('The highest value of the scale, likewise'),
  source: z.string().nullable().describe('The series that reports it; null where it is of none'),
  covered: coverageOut,
  decidedBy: eventIds,
})
type ScoreOut = z.infer<typeof scoreOut>

const answer = z.object({
  state: z.string().nullable().describe('The state or other actor asked about; null where none was'),
  scores: z.array(scoreOut).describe('One for each year that is scored, by state, rater, indicator and year'),
})

/** What stands beside the scores of every state: the coverage of each rater, once. */
const loadCoverages = async (world: Snapshot, raters: Iterable<string>) => {
  const coverages = new Map<string, CoverageOfScores>()
  for (const rater of new Set(raters)) coverages.set(rater, await loadCoverageOfScores(world, rater))
  return coverages
}

const scoresOf = async (
  world: Snapshot,
  state: string | undefined,
  asked: readonly string[] | undefined,
): Promise<readonly ScoreOut[]> => {
  if (state === undefined && asked === undefined)
    throw badInput('bad-input', 'neither `state` nor `score` is given; expected one of them, or both.', {
      hint: 'Name a state to have its scores, or a score to have those of every state.',
    })
  const found = await loadStateScores(world, state, asked)
  const scales = agreedScales(await loadSources(world))
  const coverages = await loadCoverages(
    world,
    found.map(({ rater }) => rater),
  )
  const codes = new Map([...new Set(found.map(({ actor }) => actor))].map((actor) => [actor, lastCodes(world, actor)]))
  return found
    .toSorted(
      (a, b) =>
        byText(a.actor, b.actor) || byText(a.rater, b.rater) || byText(a.indicator, b.indicator) || a.year - b.year,
    )
    .map(({ actor, rater, indicator, year, value, sd, missing, series, decidedBy }) => {
      const { direction, lowest, highest } = scales.get(`${rater}:${indicator}`) ?? {}
      return {
        ...(codes.get(actor) as ReturnType<typeof lastCodes>),
        score: `${rater}:${indicator}`,
        rater,
        indicator,
        year,
        value,
        sd,
        missing,
        direction: direction ?? null,
        lowest: lowest ?? null,
        highest: highest ?? null,
        source: series,
        covered: coverageOf((coverages.get(rater) as CoverageOfScores)(actor, year)),
        decidedBy: [...decidedBy],
      }
    })
}

const lineOf = ({ state, score, year, value, missing }: ScoreOut): string =>
  `  ${state.padEnd(8)} ${score.padEnd(24)} ${year}  ${value ?? `no value: ${missing ?? 'no reason is given'}`}`

const rowOf = (one: ScoreOut): readonly TableCell[] => [
  one.state,
  one.name,
  one.cow,
  one.iso3,
  one.rater,
  one.indicator,
  one.year,
  one.value,
  one.sd,
  one.missing,
  one.direction,
  one.lowest,
  one.highest,
  one.source,
  ...coverageCells(one.covered),
  joined(one.decidedBy),
]

const unsaid = 'No source says it, or two say otherwise'

export const spellsScores = question({
  name: 'spells scores',
  asks: 'The practice scores of a state, of an indicator, or of both over all time, a row for each scored year.',
  takesLong: true,
  positional: [],
  sources: { withoutRivals: 'of rival reports it has the one that stands in every other answer; `conflicts` has both' },
  input: z.object({
    state: stateInput.optional().describe('A state or other actor: id (usa), code or name; this or score is needed'),
    score: scoresInput
      .optional()
      .describe('Indicators, as rater:indicator with commas between (cirights:physint,pts:state); this or state'),
  }),
  output: answer,
  answer: async (world, { state: word, score }) => {
    const state = word === undefined ? undefined : world.names.require('state', word, { day: world.asOf })
    return { state: state ?? null, scores: [...(await scoresOf(world, state, score))] }
  },
  text: (found) =>
    [
      `${found.state ?? 'every state'} · ${clocksText(found)} · ${counted(found.scores.length, 'scored year')}`,
      ...found.scores.map(lineOf),
    ].join('\n'),
  table: {
    columns: [
      stateColumn,
      textColumn('name', 'The name that it had last'),
      intColumn('cow', 'The Correlates of War number that it had last, whenever the year was', 'It never had one'),
      textColumn('iso3', 'The ISO 3166-1 alpha-3 code that it had last, whenever the year was', 'It never had one'),
      textColumn('rater', 'Who scores'),
      textColumn('indicator', 'What is scored; rater:indicator is what questions take'),
      intColumn('year', 'The year that is scored; the score counts for all of it'),
      doubleColumn('value', 'The value, as published', 'There is none: missing says why'),
      doubleColumn('sd', 'Its standard deviation, where the rater publishes one', 'None is published'),
      textColumn('missing', "Why there is no value: the rater's reason (not-rated, interregnum, …)", 'There is one'),
      textColumn('direction', 'What a higher value means: higher-is-better or higher-is-worse', unsaid),
      doubleColumn('lowest', 'The lowest value of the scale', unsaid),
      doubleColumn('highest', 'The highest value of the scale', unsaid),
      textColumn('source', 'The series that reports it', 'It is of none'),
      ...coverageColumns,
      eventsColumn('decided_by', 'The events that say so'),
    ],
    note: 'A row for each year of which a rater says something; a year of which it says nothing has none.',
    rows: (found) => found.scores.map(rowOf),
  },
})
