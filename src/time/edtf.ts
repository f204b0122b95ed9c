import { createRequire } from 'node:module'
import { badInput } from '../common/error.ts'
import { addDays, addMonths, ALWAYS, dayOf, FOREVER, lastDayOfYear, type Day } from './day.ts'
import type { DateRange } from './date-range.ts'
import { isSet, readSet } from './edtf-set.ts'

const time = /(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?|24:00(?::00(?:[.,]0+)?)?/.source
const offset = /Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?/.source
const exact = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:T(?:${time})(?:${offset})?)?$`)
const yearOrMonth = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/
const season = /^(\d{4})-(2[1-4])$/
/** What qualifies a whole date; the library does not know it beside a season or an unspecified digit. */
const qualified = /^([^/]*[^/?~%])[?~%]$/
const millisecondsPerDay = 86_400_000

type Library = (text: string) => { readonly type: string; readonly min: number; readonly max: number }

/** Its grammar takes longer to load than most questions take to answer, and few dates need it. */
let library: Library | undefined
const loadLibrary = () => createRequire(import.meta.url)('edtf') as { readonly default: Library }
const parseEdtf: Library = (text) => (library ??= loadLibrary().default)(text)

const known = new Map<string, DateRange>()

/**
 * Reads an EDTF date: `1984-12-10`, `1984-12`, `1984`, `1984~`, `198X`, `1984-XX-XX`, `1984-21`, `1965/1966`,
 * `2019/..`, `../1985`.
 *
 * - `?` (uncertain), `~` (about) and `%` (both) keep the written bounds: how far off they may be, nobody says.
 * - `X` is any digit: `1984-12-XX` is any day of the month.
 * - A time of day is dropped: the day is the one that is written, whatever the time zone.
 * - Seasons (21 spring, 22 summer, 23 autumn, 24 winter) do not say on which half of the earth. So spring and autumn
 *   may be any day of the
 *   year, and summer and winter, which pass the turn of the year on one half or the other, any up to the equinox after.
 * - The end of an interval that is empty is unknown, one that is `..` is open; either way the days on that side have no
 *   end.
 *
 * - Of a set (level 2) one member is meant: `[1984,1986]`, `[1984..1986]`, `[..1984]`; it may be any day from its least
 *   to its greatest.
 *   A set of which all members are meant, `{1984,1986}`, is refused: one act has one date.
 * - Of level 2 there are also `X` and qualifiers in any part of a date: `15XX-12-25`, `2004-?06-11`.
 *
 * Throws `bad-date` for anything else, and for years outside 0001 to 9999.
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
  if (isSet(text)) return readSet(text, parseDate)
  const plain = qualified.exec(text)?.[1]
  if (plain !== undefined) return parseDate(plain)
  const match = exact.exec(text)
  if (match !== null) {
    const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
    if (day === undefined || day < ALWAYS) throw badDate(text)
    return { lo: day, hi: day }
  }
  const whole = yearOrMonth.exec(text)
  if (whole !== null) return wholeOf(text, Number(whole[1]), whole[2])
  const inSeason = season.exec(text)
  if (inSeason !== null) return seasonOf(text, Number(inSeason[1]), Number(inSeason[2]))
  const [from, to] = text.split('/')
  if (from !== undefined && to !== undefined) return openInterval(text, from, to)
  return readPart(text)
}

/**
 * What the library takes for a date, and is none here: a century (`19`), a moment in milliseconds (`19841210`), and a
 * time of day that was not read above, which it would move to the day of UTC, from the time zone of the machine where
 * it has none of its own.
 */
const beyond = /^(\d{1,3}|\d{5,})$|T/i

const readPart = (text: string): DateRange => {
  if (beyond.test(text)) throw badDate(text)
  let parsed: { readonly type: string; readonly min: number; readonly max: number }
  try {
    parsed = parseEdtf(text)
  } catch (cause) {
    throw badDate(text, cause)
  }
  const range = {
    lo: Math.floor(parsed.min / millisecondsPerDay) as Day,
    hi: Math.floor(parsed.max / millisecondsPerDay) as Day,
  }
  // Not a number where the library cannot reckon so far.
  const readable = parsed.type === 'Date' && range.lo >= ALWAYS && range.hi < FOREVER
  if (!readable) throw badDate(text)
  return range
}

/** All days of a year, or of one of its months. */
const wholeOf = (text: string, year: number, month: string | undefined): DateRange => {
  const lo = dayOf(year, Number(month ?? 1), 1)
  if (lo === undefined || lo < ALWAYS) throw badDate(text)
  return { lo, hi: month === undefined ? lastDayOfYear(year) : addDays(addMonths(lo, 1), -1) }
}

const seasonOf = (text: string, year: number, code: number): DateRange => {
  const lo = dayOf(year, 1, 1)
  const hi = code === 22 || code === 24 ? dayOf(year + 1, 3, 20) : dayOf(year, 12, 31)
  if (lo === undefined || hi === undefined || lo < ALWAYS || hi >= FOREVER) throw badDate(text)
  return { lo, hi }
}

/** The library knows open ends but not open beginnings, so each side is read by itself. */
const openInterval = (text: string, from: string, to: string): DateRange => {
  if (isSet(from) || isSet(to)) throw badDate(text)
  const lo = from === '..' || from === '' ? ALWAYS : parseDate(from).lo
  const hi = to === '..' || to === '' ? FOREVER : parseDate(to).hi
  if (hi < lo || text.split('/').length > 2) throw badDate(text)
  return { lo, hi }
}

const badDate = (text: string, cause?: unknown) =>
  badInput('bad-date', `"${text}" is no date. Expected EDTF, such as 1984-12-10, 1984-12, 1984, 1984~ or 1965/1966.`, {
    cause,
  })
