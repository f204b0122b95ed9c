import { months } from '../importer/month-names.ts'

/** What the title of an instrument in the UN Treaty Collection ends with. */
export interface Conclusion {
  readonly title: string
  readonly place?: string
  /** EDTF. */
  readonly occurred: string
}

const date = `\\d{1,2} (?:${months.join('|')}) \\d{4}`
const place = '[A-Z][^.,\\d]*(?:, [A-Z][^.,\\d]*)?'
const ending = new RegExp(`(?:(${place}), )?(${date})(?:,? and (?:(${place}), )?(${date}))?$`)

/**
 * Reads `Rome Statute of the International Criminal Court. Rome, 17 July 1998`. The place may be absent (`15 October
 * 1946`) or have two parts (`Lake Success, New York`). Two dates are the first and the last that can be meant: two
 * conferences, a window for signature, or an old agreement and its amendment. Asterisks point to footnotes and are
 * dropped.
 */
export const conclusionOf = (name: string): Conclusion | undefined => {
  const match = ending.exec(name.trim())
  const first = isoOf(match?.[2])
  if (match === null || first === undefined) return undefined
  const last = isoOf(match[4])
  const places = [match[1], match[3]].filter((part) => part !== undefined)
  const title = name
    .trim()
    .slice(0, match.index)
    .replaceAll('*', '')
    .replace(/[\s.]+$/, '')
  return {
    title: title === '' ? name : title,
    ...(places.length === 0 ? {} : { place: [...new Set(places)].join(' and ') }),
    occurred: last === undefined || last === first ? first : `${first}/${last}`,
  }
}

const isoOf = (written: string | undefined): string | undefined => {
  const [day, month, year] = written?.split(' ') ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}
