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
import type { ConvergenceAnswer } from './convergence-answer.ts'

type Cells = readonly TableCell[]
const none = 'Fewer than two members are rated then'
const untold = 'Who was a member then is unknown: reason says why'

const yearColumns: readonly Column[] = [
  intColumn('year', 'The year; one day of it stands for it, 31 December unless another is asked for'),
  intColumn('members', 'Full members on that day', untold),
  intColumn('rated', 'How many of them have a score in that year', untold),
  intColumn('uncertain', 'Further ones that may have been members; they are not counted', untold),
  intColumn('unknown', 'Of how many a source says that it cannot tell; they are not counted', untold),
  doubleColumn('mean', 'Mean of the rated members, in the unit of the score', 'None is rated then'),
  doubleColumn('sigma', 'Their standard deviation as a population (σ, divided by n), in the unit of the score', none),
  doubleColumn('panel_mean', 'Mean of the members that are rated in every year', 'There is no such member'),
  doubleColumn('panel_sigma', 'Their standard deviation as a population', 'There are fewer than two such members'),
  textColumn('covered', 'How far sources hold the memberships: covered, carried (an earlier day is held) or none'),
  textColumn('reason', 'memberships-not-covered: no source holds who was a member then', 'The members are known'),
]

const yearCells = (one: ConvergenceAnswer['years'][number]): Cells => [
  one.year,
  one.members,
  one.rated,
  one.uncertain,
  one.unknown,
  one.mean,
  one.sigma,
  one.panelMean,
  one.panelSigma,
  one.covered,
  one.reason,
]

const undrawn = 'Nothing was drawn to hold it against'

const measureColumns: readonly Column[] = [
  textColumn(
    'measure',
    'beta (slope of the change on the first score), betaOnGap (on the gap to the mean of the others), sigmaChange ' +
      'and meanChange of the stayers, panelSigmaSlope; sigma, mean and their slope of all rated members; the parts ' +
      'of the change of the variance',
  ),
  doubleColumn(
    'value',
    'Of the members: beta without unit, variance parts in the unit of the score squared, slopes of sigma in the unit ' +
      'of the score a year, all else in the unit of the score',
    'There is none: fewer than two members have it, all began alike, or who the members were is unknown',
  ),
  intColumn('n', 'Of how many members', 'It is of several groups'),
  intColumn('pool', 'Of how many non-members groups of that size were drawn', undrawn),
  intColumn('groups', 'How many of the drawn groups have the measure', undrawn),
  doubleColumn('drawn_mean', 'Its mean over these groups', undrawn),
  doubleColumn('drawn_low', 'Between this and drawn_high lie the middle 95 % of them', undrawn),
  doubleColumn('drawn_high', 'The other end', undrawn),
  intColumn('at_or_below', 'How many of them lie at or below the value', undrawn),
  intColumn('at_or_above', 'How many of them lie at or above it', undrawn),
]

const alone = (measure: string, value: number | null, n: number | null): Cells => [
  measure,
  value,
  n,
  ...Array.from({ length: 7 }, () => null),
]

/** The measures that groups are drawn for: beside these where they were, else alone. */
const drawnRows = ({ panel, stayers, placebo }: ConvergenceAnswer): readonly Cells[] => {
  if (placebo === null)
    return [
      alone('beta', stayers.beta, stayers.n),
      alone('betaOnGap', stayers.betaOnGap, stayers.n),
      alone('sigmaChange', stayers.sigma.change, stayers.n),
      alone('meanChange', stayers.mean.change, stayers.n),
      alone('panelSigmaSlope', panel.slope, panel.n),
    ]
  return placebo.measures.map((one): Cells => {
    if (one.defined === 0) return alone(one.measure, one.own, one.size)
    const held = [one.pool, one.defined, one.mean, one.low, one.high, one.below, one.above]
    return [one.measure, one.own, one.size, ...held]
  })
}

const varianceRows = ({ variance }: ConvergenceAnswer): readonly Cells[] => {
  const counts = variance?.counts
  return [
    alone('variance_change', variance?.change ?? null, null),
    alone('variance_within_stayers', variance?.withinStayers ?? null, counts?.stayers ?? null),
    alone('variance_entrants', variance?.entrants ?? null, counts?.entrants ?? null),
    alone('variance_leavers', variance?.leavers ?? null, counts?.leavers ?? null),
    alone('variance_between', variance?.between ?? null, null),
  ]
}

const measureRows = (found: ConvergenceAnswer): readonly Cells[] => {
  const { sigma, mean, years } = found
  const [first, last] = [years[0]?.rated ?? null, years.at(-1)?.rated ?? null]
  return [
    ...drawnRows(found),
    alone('sigma_first', sigma.first, first),
    alone('sigma_last', sigma.last, last),
    alone('sigma_slope', sigma.slope, null),
    alone('mean_first', mean.first, first),
    alone('mean_last', mean.last, last),
    ...varianceRows(found),
  ]
}

const memberColumns: readonly Column[] = [
  stateColumn,
  textColumn('name', 'Its name'),
  textColumn(
    'role',
    'stayer, entrant or leaver: a rated member in both years, in the last, in the first alone; or unknown',
  ),
  textColumn(
    'because',
    'joined, left, extinct; rated-later, no-longer-rated (a member in both years); suspended, membership-not-known ' +
      '(in the other); memberships-not-covered (of nobody in the last year)',
    'It is a stayer',
  ),
  doubleColumn('first', 'Its score in the first year', 'It is no rated member then'),
  doubleColumn('last', 'Its score in the last year', 'It is no rated member then'),
  doubleColumn('change', 'last − first', 'It is no stayer'),
  doubleColumn(
    'gap',
    'first − the mean of all other rated members then',
    'It is no rated member then, or the only one',
  ),
  intColumn('in_panel', 'Whether it is a rated member in every year: 1 or 0'),
  eventsColumn('decided_by', 'What decides its membership and score in these years'),
]

const memberCells = (one: ConvergenceAnswer['members'][number]): Cells => [
  one.state,
  one.name,
  one.role,
  one.because,
  one.first,
  one.last,
  one.change,
  one.gap,
  one.inPanel ? 1 : 0,
  joined(one.decidedBy),
]

const tables = {
  years: { columns: yearColumns, rows: ({ years }: ConvergenceAnswer) => years.map(yearCells) },
  measures: { columns: measureColumns, rows: measureRows },
  members: { columns: memberColumns, rows: ({ members }: ConvergenceAnswer) => members.map(memberCells) },
}

/** Every column of every part, each once. */
const anyColumns: readonly Column[] = [
  ...new Map(Object.values(tables).flatMap(({ columns }) => columns.map((one) => [one.name, one]))).values(),
]

export const convergenceTable: QuestionTable<ConvergenceAnswer> = {
  columns: anyColumns,
  note: 'Which columns it has follows from `part`: years (where none is named), measures or members.',
  columnsOf: ({ part }) => tables[part ?? 'years'].columns,
  rows: (found) => tables[found.part ?? 'years'].rows(found),
}
