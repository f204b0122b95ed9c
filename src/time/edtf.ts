import parseEdtf from 'edtf'
import { badInput } from '../error.ts'
import { ALWAYS, dayOf, FOREVER, type Day } from './day.ts'

/**
 * When an act was done, as precisely as its source says: an EDTF expression (level 0 and 1) and the days it may mean.
 * `lo` and `hi` are both possible days; a day-precise date has lo = hi.
 */
export interface DateRange {
  readonly lo: Day
  readonly hi: Day
}

const exact = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000
const known = new Map<string, DateRange>()

/**
 * Reads an EDTF date: `1984-12-10`, `1984-12`, `1984`, `1984~`, `198X`, `1965/1966`, `2019/..`.
 * `~` (about) and `?` (uncertain) keep the written bounds. Throws `bad-date` for anything else.
 */
export const parseDate = (text: string): DateRange => {
  const cached = known.get(text)
  if (cached !== undefined) return cached
  const range = readDate(text)
  if (known.size > 100_000) known.clear()
  known.set(text, range)
  return range
}

const readDate = (text: string): DateRange => {
  const match = exact.exec(text)
  if (match !== null) {
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    if (day === undefined) throw badDate(text)
    return { lo: day, hi: day }
  }
  const [from, to] = text.split('/')
  if (from !== undefined && to !== undefined) return openInterval(text, from, to)
  try {
    const parsed = parseEdtf(text)
    return { lo: Math.floor(parsed.min / millisecondsPerDay) as Day, hi: Math.floor(parsed.max / millisecondsPerDay) as Day }
  } catch (cause) {
    throw badDate(text, cause)
  }
}

/** The library knows open ends but not open beginnings, so each side is read by itself. */
const openInterval = (text: string, from: string, to: string): DateRange => {
  const lo = from === '..' || from === '' ? ALWAYS : parseDate(from).lo
  const hi = to === '..' || to === '' ? FOREVER : parseDate(to).hi
  if (hi < lo || text.split('/').length > 2) throw badDate(text)
  return { lo, hi }
}

const badDate = (text: string, cause?: unknown) =>
  badInput('bad-date', `"${text}" is no date. Expected EDTF, such as 1984-12-10, 1984-12, 1984, 1984~ or 1965/1966.`, { cause })

export const isExact = (range: DateRange): boolean => range.lo === range.hi
