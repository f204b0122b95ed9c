import { median } from '../median.ts'
import { percentile } from '../percentile.ts'
import { say } from '../report.ts'
import { asked } from './asked.ts'
import type { ColdTimes } from './cold.ts'
import type { Warm } from './warm.ts'

/** All that was measured in one run. */
export interface QuestionTimes {
  readonly cold: ColdTimes
  readonly warm: Warm
  /** Bare reads in a process that goes on, in milliseconds. */
  readonly bareWarm: ReadonlyMap<string, readonly number[]>
}

const digits = (value: number, places: number): number => Number(value.toFixed(places))

const spreadOf = (list: readonly number[], places: number): readonly [string, string] => [
  median(list).toFixed(places),
  percentile(list, 99).toFixed(places),
]

/**
 * Two tables, each question beside an empty process or a bare read of its rows. The last line is the same as JSON:
 * seconds cold, milliseconds warm, megabytes.
 */
export const reportQuestions = ({ cold, warm, bareWarm }: QuestionTimes): void => {
  const node = median(cold.node)
  row('cold, a new process (seconds)', 'p50', 'p99', 'x node', 'rows bare')
  row('node -e 0', ...spreadOf(cold.node, 3), '1.0', '')
  for (const [name, times] of cold.commands)
    row(name, ...spreadOf(times, 3), (median(times) / node).toFixed(1), bareText(cold.bare.get(name), 3))
  row('warm, a server (milliseconds)', 'p50', 'p99', 'first', 'rows bare')
  for (const { name } of asked) {
    const { first = Number.NaN, times = [] } = warm.questions[name] ?? {}
    row(name, ...spreadOf(times, 1), first.toFixed(1), bareText(bareWarm.get(name), 1))
  }
  row('beside ten that ask for a panel (ms)', 'p50', 'p99')
  for (const [name, times] of Object.entries(warm.underLoad)) row(name, ...spreadOf(times, 1))
  say(`the server held ${Math.round(warm.megabytes)} MB in the end`)
  say(
    JSON.stringify({
      node: digits(node, 3),
      cold: Object.fromEntries([...cold.commands].map(([name, times]) => [name, digits(median(times), 3)])),
      warm: percentilesOf(Object.fromEntries(Object.entries(warm.questions).map(([name, { times }]) => [name, times]))),
      underLoad: percentilesOf(warm.underLoad),
      rss: Math.round(warm.megabytes),
    }),
  )
}

const percentilesOf = (questions: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    Object.entries(questions).map(([name, times]) => [
      name,
      { p50: digits(median(times), 1), p99: digits(percentile(times, 99), 1) },
    ]),
  )

const bareText = (list: readonly number[] | undefined, places: number): string =>
  list === undefined ? '' : median(list).toFixed(places)

const row = (what: string, ...columns: readonly string[]): void =>
  say(`${what.padEnd(34)}${columns.map((column) => column.padStart(12)).join('')}`)
