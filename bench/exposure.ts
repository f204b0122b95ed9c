import { withScores, type Company } from '../src/exposure/company.ts'
import type { Exposure } from '../src/exposure/exposure.ts'
import { formulas } from '../src/exposure/formulas/index.ts'
import { sumRows } from './bare/csr.ts'
import { besideOthers, type Beside } from './exposure/beside.ts'
import { inventedYears, type Attribute, type Year } from './exposure/world.ts'
import { median } from './median.ts'
import { numberOption } from './options.ts'
import { say } from './report.ts'

/**
 * What an exposure costs, beside the least that it must do and beside what others compute it with:
 * `npm run bench:exposure [-- --years 200] [--attributes 50] [--python <python with scipy and duckdb>]`.
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
const handed = 5

/** Time of the processor, not of the wall: other programs may run, too. */
const nanoseconds = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return 1000 * (user + system)
}

type Way = (company: Company, attribute: Attribute) => Exposure | undefined

const sums = new Float64Array(size.organisations)
const ways: Readonly<Record<string, Way>> = {
  bare: ({ alter }, { scores }) => void sumRows(alter, scores, sums),
  mm: (company, { scores, rated }) => formulas.mm.compute(withScores(company, scores, rated)),
  dc: (company, { scores, rated }) => formulas.dc.compute(withScores(company, scores, rated)),
}

const timed = ({ company, attributes }: Year): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(ways).map(([name, way]) => [
      name,
      nanoseconds(() => attributes.forEach((attribute) => way(company, attribute))) / attributes.length,
    ]),
  )

const measure = (isWhole: boolean) => {
  const times = [...inventedYears(size, isWhole)].map(timed)
  const of = (name: string): number => median(times.map((time) => (time[name] ?? NaN) / 1000))
  const over = (name: string): number => median(times.map((time) => (time[name] ?? NaN) / (time['bare'] ?? NaN)))
  const shown = isWhole ? 'whole scores' : 'any scores'
  for (const name of Object.keys(ways))
    say(
      `${shown.padEnd(14)}${name.padEnd(8)}${of(name).toFixed(1).padStart(10)} µs a cell  ` +
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
say(
  JSON.stringify({
    mm_over_bare: rounded(whole.over('mm')),
    dc_over_bare: rounded(whole.over('dc')),
    mm_over_scipy: rounded(microseconds === undefined ? undefined : whole.of('mm') / microseconds),
    mm_over_bare_any: rounded(real.over('mm')),
    dc_over_bare_any: rounded(real.over('dc')),
  }),
)
