import type { Measured } from './phase.ts'

export const rate = ({ events, seconds }: Measured): number => events / seconds

/** What a phase is compared with. */
export interface Yardstick {
  readonly measured: Measured
  readonly named: string
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** One row: what, how many events, how long, how many a second, peak memory, and the ratio of the rates. */
export const line = (what: string, measured: Measured, ...yardsticks: readonly Yardstick[]): void => {
  const ratios = yardsticks.map((other) => `  ${(rate(measured) / rate(other.measured)).toFixed(2)} of ${other.named}`)
  const columns = [
    what.padEnd(64),
    `${measured.events.toLocaleString('en')} events`.padStart(18),
    `${measured.seconds.toFixed(1)} s`.padStart(9),
    `${Math.round(rate(measured)).toLocaleString('en')}/s`.padStart(12),
    `${measured.peakMegabytes} MB`.padStart(9),
  ]
  say(columns.join('') + ratios.join(';'))
}
