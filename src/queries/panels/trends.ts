import { z } from 'zod'
import { slopeOf, type YearValue } from '../../agreement/trend.ts'
import { badInput } from '../../common/error.ts'
import { formulaOf, formulaIds } from '../../exposure/formulas/index.ts'
import type { Scale } from '../../events/source.ts'
import { lastDayOfYear } from '../../time/day.ts'
import { loadChannel } from '../channels/channel-companies.ts'
import { channelInputs } from '../channels/channel-inputs.ts'
import { formal } from '../channels/index.ts'
import { mayBeAloneIn } from '../exposure/exposure-by-channel.ts'
import { parametersOfChannel, parametersOut, type Parameters } from '../exposure/exposure-parameters.ts'
import { exposuresIn, optionsOn } from '../exposure/exposure-value.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import { laggedDay, lagGiven, lagText, type Years } from '../network/lag.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { doubleColumn, intColumn, stateColumn, textColumn, type Column } from '../question/columns.ts'
import { fromInput, systemInput, toInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import { stepByStep } from '../question/steps.ts'
import { withSystem } from '../subjects/default-system.ts'
import { directionsOf } from '../subjects/directions.ts'
import { scoresInput } from '../subjects/scores-input.ts'
import { loadKnownScores } from '../subjects/scores.ts'
import { laggedName } from './exposure-columns.ts'
import { stateYears, yearsDone } from './state-years.ts'

const verdicts = ['opposite', 'same', 'flat', 'too-few-years', 'unknown-direction'] as const

const pairOut = z.object({
  state: z.string(),
  name: z.string(),
  a: z.string().describe('The indicator of one rater'),
  b: z.string().describe('The indicator of the other'),
  years: z.int().describe('In how many years of those asked for both give a value: of the others nothing is read'),
  slopeA: z
    .number()
    .nullable()
    .describe('Least-squares slope of a over these years, in its unit a year; null below two'),
  slopeB: z.number().nullable().describe('The same of b'),
  verdict: z
    .enum(verdicts)
    .describe(
      'opposite: one says that things got better, the other that they got worse, by what a higher value of each ' +
        'means; same; flat: a slope is 0; too-few-years: both rate fewer years than were asked for; ' +
        'unknown-direction: nobody says what a higher value of one of them means',
    ),
})
type Pair = z.output<typeof pairOut>

const trendsAnswer = z.object({
  pairs: z.array(pairOut).describe('Every state and each two of the indicators'),
  parameters: parametersOut,
})

const input = z.object({
  score: scoresInput,
  from: fromInput,
  to: toInput,
  system: systemInput,
  minYears: z.coerce
    .number()
    .int()
    .min(2)
    .default(5)
    .describe('Fewer years that both rate have no trend that is compared'),
  exposure: z
    .enum(formulaIds as readonly [string, ...string[]])
    .optional()
    .describe('Compare the exposures by this formula that each indicator gives, in place of the scores themselves'),
  lag: lagGiven.optional().describe('With exposure: by how much memberships and scores precede the year (default: 1)'),
})
type Asked = z.output<typeof input> & { readonly system: NonNullable<z.output<typeof input>['system']> }

/** What an indicator gives of each state, year by year. */
type Values = ReadonlyMap<string, ReadonlyMap<number, number>>

class ValuesByState {
  readonly #values = new Map<string, Map<number, number>>()
  add(state: string, year: number, value: number | null | undefined): void {
    if (value === null || value === undefined) return
    const ofState = this.#values.get(state) ?? new Map<number, number>()
    this.#values.set(state, ofState)
    ofState.set(year, value)
  }
  get all(): Values {
    return this.#values
  }
}

const loadScores = async (world: Snapshot, score: string, { from, to }: Years): Promise<Values> => {
  const values = new ValuesByState()
  for (const [year, ofYear] of await loadKnownScores(world, score, { from, to }))
    for (const [state, { value }] of ofYear) values.add(state, year, value)
  return values.all
}

/** How exposures are asked for: as `panel exposure` does where nothing else is said. */
const exposureInputOf = (score: string, { lag, system }: Asked) => ({
  ...z
    .object(companyInputs)
    .parse({ score, yearCodes: 'whole', ...(lag !== undefined && { lag: String(lagText(lag)) }) }),
  ...z.object(channelInputs).parse({}),
  system,
})

const loadExposures = async (world: Snapshot, score: string, asked: Asked, states: readonly string[]) => {
  const [formula, how] = [formulaOf(asked.exposure ?? ''), exposureInputOf(score, asked)]
  const companies = await loadChannel(world, how, formal, { years: asked, ofPast: formula.ofPast })
  const optionsFor = await optionsOn(world, how, asked.system, [formula])
  const values = new ValuesByState()
  const years = Array.from({ length: asked.to - asked.from + 1 }, (_, k) => asked.from + k)
  for await (const year of stepByStep(world, `${score}, ${yearsDone}`, years)) {
    const day = lastDayOfYear(year)
    const on = companies.on(laggedDay(day, how.lag), day)
    const exposureIn = exposuresIn(on, formula, optionsFor(on), how, { mayBeAlone: mayBeAloneIn(companies, on) })
    for (const state of states) values.add(state, year, exposureIn(state).value)
  }
  return values.all
}

/** Whether things got better (1), worse (−1), or neither (0) by a slope; undefined where nobody says what it means. */
const signOf = (slope: number, direction: Scale['direction'] | undefined): number | undefined => {
  if (slope === 0) return 0
  if (direction === undefined) return undefined
  return direction === 'higher-is-better' ? Math.sign(slope) : -Math.sign(slope)
}

const verdictOf = (signs: readonly (number | undefined)[]): Pair['verdict'] => {
  if (signs.includes(undefined)) return 'unknown-direction'
  if (signs.includes(0)) return 'flat'
  return signs[0] === signs[1] ? 'same' : 'opposite'
}

interface Indicator {
  readonly score: string
  readonly values: Values
  readonly direction: Scale['direction'] | undefined
}

/** What two indicators say of a state, over the years that both rate. */
const compared = (state: string, minYears: number, both: readonly [Indicator, Indicator]) => {
  const [ofA, ofB] = both.map(({ values }) => values.get(state) ?? new Map<number, number>()) as [
    ReadonlyMap<number, number>,
    ReadonlyMap<number, number>,
  ]
  const years = [...ofA.keys()].filter((year) => ofB.has(year)).toSorted((x, y) => x - y)
  const slope = (of: ReadonlyMap<number, number>): number | undefined =>
    slopeOf(years.map((year): YearValue => ({ year, value: of.get(year) as number })))
  const slopes = [slope(ofA), slope(ofB)]
  const signs = slopes.map((one, at) => (one === undefined ? 0 : signOf(one, both[at]?.direction)))
  return {
    years: years.length,
    slopeA: slopes[0] ?? null,
    slopeB: slopes[1] ?? null,
    verdict: years.length < minYears ? ('too-few-years' as const) : verdictOf(signs),
  }
}

const pairsAmong = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const))

const checked = (asked: Pick<Asked, 'score' | 'lag' | 'exposure'>): void => {
  if (asked.score.length < 2)
    throw badInput('bad-input', `score names ${asked.score.join()} alone; expected two indicators or more.`, {
      where: 'score',
    })
  if (asked.lag !== undefined && asked.exposure === undefined)
    throw badInput('bad-input', 'lag is about exposures; the trends of scores have none.', {
      where: 'lag',
      hint: 'Give `exposure`, a formula, too.',
    })
}

const parametersOf = (asked: Asked): Parameters => {
  const { exposure, score, from, to, minYears, system } = asked
  const ofExposure =
    exposure === undefined
      ? {}
      : { ...parametersOfChannel(formal, exposureInputOf(score[0] ?? '', asked), system), exposure }
  return { ...ofExposure, score: score.join(','), from, to, min_years: minYears, system }
}

/** How many states of each verdict there are. */
const countsText = (pairs: readonly Pair[]): string =>
  verdicts
    .map((verdict) => [verdict, pairs.filter((pair) => pair.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ')

const pairText = ({ state, years, slopeA, slopeB }: Pair): string =>
  `    ${state}  ${slopeA?.toFixed(4)} and ${slopeB?.toFixed(4)} a year, over ${years} years`

const columnsOf = (slope: string): readonly Column[] => [
  stateColumn,
  textColumn('name', 'Its name'),
  textColumn('a', 'The indicator of one rater'),
  textColumn('b', 'The indicator of the other'),
  intColumn('n_years', 'In how many of the years asked for both give a value; slopes are over these'),
  doubleColumn(`${slope}_a`, 'Least-squares slope of a, in its unit a year', 'Fewer than two such years'),
  doubleColumn(`${slope}_b`, 'The same of b', 'Fewer than two such years'),
  textColumn(
    'verdict',
    'opposite, same, flat (a slope is 0), too-few-years (below min_years), unknown-direction (nobody says what a ' +
      'higher value of one of them means)',
  ),
]

export const trends = question({
  name: 'trends',
  asks:
    'How the scores of raters moved over some years, state by state, and where two of them say opposite things: of a ' +
    'state itself, or (exposure) of the company it keeps.',
  takesLong: true,
  positional: [],
  sources: 'parameter',
  input,
  output: trendsAnswer,
  settle: withSystem,
  answer: async (world, given) => {
    checked(given)
    const { system } = await withSystem(world, given)
    const asked: Asked = { ...given, system }
    const years = await stateYears(world, system, given.from, given.to, lastDayOfYear)
    const names = new Map(years.map(({ state, name }) => [state, name]))
    const directions = directionsOf(await loadSources(world))
    const indicators: Indicator[] = []
    for (const score of given.score) {
      const values =
        given.exposure === undefined
          ? await loadScores(world, score, given)
          : await loadExposures(world, score, asked, [...names.keys()])
      indicators.push({ score, values, direction: directions.get(score) })
    }
    return {
      pairs: [...names].flatMap(([state, name]) =>
        pairsAmong(indicators).map((both) => ({
          state,
          name,
          a: both[0].score,
          b: both[1].score,
          ...compared(state, given.minYears, both),
        })),
      ),
      parameters: parametersOf(asked),
    }
  },
  text: (found) => {
    const { parameters, pairs } = found
    const { exposure, lag } = parameters
    const of = exposure === undefined ? 'scores' : `exposures by ${exposure}, read a lag of ${lag} before`
    const twos = [...new Set(pairs.map(({ a, b }) => `${a} and ${b}`))]
    return [
      `trends of ${of}, ${parameters['from']} to ${parameters['to']} · ${clocksText(found)}` +
        policyText({ sources: String(parameters['sources']) }),
      ...twos.flatMap((two) => {
        const these = pairs.filter(({ a, b }) => `${a} and ${b}` === two)
        return [
          `  ${two}: ${countsText(these)}`,
          ...these.filter(({ verdict }) => verdict === 'opposite').map(pairText),
        ]
      }),
    ].join('\n')
  },
  table: {
    columns: columnsOf('slope'),
    note:
      'With exposure the slopes are those of the exposures on 31 December, and their columns say so, with formula ' +
      'and lag: slope_mm_lag1_a.',
    columnsOf: ({ parameters: { exposure, lag = 0 } }) =>
      columnsOf(exposure === undefined ? 'slope' : `slope_${laggedName(String(exposure), lag as string | number)}`),
    rows: ({ pairs }) =>
      pairs.map((pair) => [pair.state, pair.name, pair.a, pair.b, pair.years, pair.slopeA, pair.slopeB, pair.verdict]),
  },
})
