import { withScores, type Company } from '../src/exposure/company.ts'
import { formulas } from '../src/exposure/formulas/index.ts'
import { sumRows } from './bare/csr.ts'
import { besideOthers, type Beside } from './exposure/beside.ts'
import { measureHistory } from './exposure/history.ts'
import { milliseconds } from './exposure/processor-time.ts'
import { inventedYears, type Attribute, type Year } from './exposure/world.ts'
import { median } from './median.ts'
import { numberOption, option } from './options.ts'
import { say } from './report.ts'

/**
 * What an exposure costs, beside the least that it must do and beside what others compute it with:
 * `npm run bench:exposure [-- --years 200] [--attributes 50] [--python <python with scipy and duckdb>]`. With
 * `--data <folder> [--score rater:indicator]` also the whole history of a log, from 1816 to 2014: its read model is
 * brought up to date there.
 *
 * A cell is one attribute of one year, for all states. All ways run on one core, turn by turn in the same years; ratios
 * are medians over the years. The last line is JSON.
 */
const size = {
  states: numberOption('states', 200),
  organisations: numberOption('organisations', 340),
  years: numberOption('years', 200),
  attributes: numberOption('attributes', 50),
}
/** So many years are handed to other programs. */
const handed = 21

type Way = (company: Company, attributes: readonly Attribute[]) => unknown

const sums = new Float64Array(size.organisations)
const scored = (company: Company, attributes: readonly Attribute[]): readonly Company[] =>
  attributes.map(({ scores, rated }) => withScores(company, scores, rated))

/** All attributes of a year; `one by one` as a single question asks for them. */
const ways: Readonly<Record<string, Way>> = {
  bare: ({ alter }, attributes) => attributes.forEach(({ scores }) => sumRows(alter, scores, sums)),
  mm: (company, attributes) => formulas.mm.computeEach(scored(company, attributes)),
  dc: (company, attributes) => formulas.dc.computeEach(scored(company, attributes)),
  'mm one by one': (company, attributes) => scored(company, attributes).map((one) => formulas.mm.compute(one)),
  'dc one by one': (company, attributes) => scored(company, attributes).map((one) => formulas.dc.compute(one)),
}

const timed = ({ company, attributes }: Year): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(ways).map(([name, way]) => [
      name,
      (1e6 * milliseconds(() => void way(company, attributes))) / attributes.length,
    ]),
  )

const measure = (isWhole: boolean) => {
  const times = [...inventedYears(size, isWhole)].map(timed)
  const of = (name: string): number => median(times.map((time) => (time[name] ?? NaN) / 1000))
  const over = (name: string): number => median(times.map((time) => (time[name] ?? NaN) / (time['bare'] ?? NaN)))
  const shown = isWhole ? 'whole scores' : 'any scores'
  for (const name of Object.keys(ways))
    say(
      `${shown.padEnd(14)}${name.padEnd(16)}${of(name).toFixed(1).padStart(10)} µs a cell  ` +
        `${over(name).toFixed(2).padStart(8)} of bare`,
    )
  return { of, over }
}

const check = (name: string, { first = [] }: Beside, year: Year | undefined): void => {
  if (year === undefined || first.length === 0) return
  const { values, defined } = formulas.mm.compute(year.company)
  const given = name === 'duckdb' ? values.filter((_, i) => defined[i] === 1) : values
  const off = Math.max(...first.map((value, i) => Math.abs((value ?? 0) - (given[i] ?? NaN))))
  if (!(off < 1e-9)) throw new Error(`${name} has other values: they differ by ${off}`)
}

const whole = measure(true)
const real = measure(false)
const years = [...inventedYears({ ...size, years: Math.min(handed, size.years) }, true)]
const others = await besideOthers(years)
for (const [name, beside] of Object.entries(others)) {
  check(name, beside, years[0])
  say(
    beside.microseconds === undefined
      ? `${name.padEnd(22)} skipped: ${beside.skipped}`
      : `whole scores  ${name.padEnd(8)}${beside.microseconds.toFixed(1).padStart(10)} µs a cell  ` +
          `${(whole.of('mm') / beside.microseconds).toFixed(2).padStart(8)} is mm of it`,
  )
}
const rounded = (ratio: number | undefined): number | null =>
  ratio === undefined ? null : Math.round(ratio * 1000) / 1000
const { microseconds } = others.scipy
const folder = option('data')
const history = folder === undefined ? undefined : await measureHistory(folder, option('score') ?? 'polity:polity2')
if (history !== undefined) {
  const { bare, fromSeats, fromLoaded, oneValue } = history
  say(`history: ${history.years} years, ${history.stateYears} state-years, ${history.memberships} memberships`)
  for (const [name, time] of Object.entries({ bare, 'MM, DC from seats': fromSeats, 'from loaded': fromLoaded }))
    say(
      `history       ${name.padEnd(18)}${time.toFixed(1).padStart(8)} ms  ` +
        `${(time / bare).toFixed(2).padStart(8)} of bare`,
    )
  say(`history       one value         ${oneValue.toFixed(3).padStart(8)} ms`)
}
say(
  JSON.stringify({
    mm_over_bare: rounded(whole.over('mm')),
    dc_over_bare: rounded(whole.over('dc')),
    mm_over_scipy: rounded(microseconds === undefined ? undefined : whole.of('mm') / microseconds),
    mm_over_bare_any: rounded(real.over('mm')),
    dc_over_bare_any: rounded(real.over('dc')),
    ...(history !== undefined && {
      history_ms: rounded(history.fromSeats),
      history_over_bare: rounded(history.fromSeats / history.bare),
      history_loaded_ms: rounded(history.fromLoaded),
      one_value_ms: rounded(history.oneValue),
    }),
  }),
)
