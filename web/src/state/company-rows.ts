import type { Answer } from '../ask/v1.ts'
import type { Trace } from '../charts/traces.ts'
import { absenceWords, channelWords } from '../words/channels.ts'
import { dayNumber } from '../words/days.ts'
import { capitalized } from '../words/names.ts'
import { yearPoints } from './practice-rows.ts'

type Panel = Pick<Answer<'/v1/panel/exposure'>, 'columns' | 'rows'>

/** The exposure by one channel in one year, and the share of its weight that is observed. */
export interface CompanyYear {
  readonly channel: string
  readonly year: number
  readonly value: number | null
  readonly coverage: number | null
  /** Why there is no value, in words. */
  readonly why: string
}

/** A row of a panel by the names of its columns. */
const namedRows = ({ columns, rows }: Panel): readonly Readonly<Record<string, unknown>>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/** What a panel of one state says, by channel and year. */
export const companyYears = (panel: Panel, channels: readonly string[]): readonly CompanyYear[] =>
  channels.flatMap((channel) =>
    namedRows(panel).map((row) => {
      const value = numberOf(row[`mm_${channel}`])
      const missing = row[`missing_mm_${channel}`]
      return {
        channel,
        year: Number(row['year']),
        value,
        coverage: numberOf(row[`coverage_mm_${channel}`]),
        why: value === null ? absenceWords(typeof missing === 'string' ? missing : null) : '',
      }
    }),
  )

/** What the state itself did or was rated in each year. */
export const ownYears = (panel: Panel): readonly { readonly year: number; readonly value: number | null }[] =>
  namedRows(panel).map((row) => ({ year: Number(row['year']), value: numberOf(row['own']) }))

const lastDayOf = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-12-31`)
const styles = ['first', 'second', 'third'] as const

/** The lines: the state itself, and each channel that has a value in any year. */
export const companyTraces = (panel: Panel, channels: readonly string[], name: string): readonly Trace[] => {
  const years = companyYears(panel, channels)
  const known = channels.filter((channel) => years.some((one) => one.channel === channel && one.value !== null))
  return [
    { name: `${name} itself`, wears: 'own', points: yearPoints(ownYears(panel), lastDayOf) },
    ...known.map((channel, index) => ({
      name: channelWords(channel).line,
      wears: styles[index] ?? 'third',
      points: yearPoints(
        years.filter((one) => one.channel === channel),
        lastDayOf,
      ),
    })),
  ]
}

/** The share of the weight that is observed, from the least to the most: `91 to 96 %`. */
export const coverageRange = (years: readonly CompanyYear[]): string => {
  const shares = years.flatMap(({ value, coverage }) => (value === null || coverage === null ? [] : [coverage]))
  if (shares.length === 0) return ''
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => Math.round(share * 100))
  return least === most ? `${least}\u00a0%` : `${least} to ${most}\u00a0%`
}

/** Why some years have no value, a sentence for each channel: with how many years each reason holds. */
export const gapsOf = (years: readonly CompanyYear[]): readonly string[] =>
  [...new Set(years.map(({ channel }) => channel))].flatMap((channel) => {
    const gaps = years.filter((one) => one.channel === channel && one.value === null)
    if (gaps.length === 0) return []
    const counts = new Map<string, number>()
    for (const { why } of gaps) counts.set(why, (counts.get(why) ?? 0) + 1)
    const of = gaps.map(({ year }) => year)
    const [first, last] = [Math.min(...of), Math.max(...of)]
    const some = of.length === last - first + 1 ? '' : `${of.length} of `
    const span = first === last ? `in ${first}` : `in ${some}the years from ${first} to ${last}`
    const reasons = [...counts].map(([why, count]) => (counts.size === 1 ? why : `${why} (${count})`))
    return [`${capitalized(channelWords(channel).line)}, no value ${span}: ${reasons.join('; ')}.`]
  })
