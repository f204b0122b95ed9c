import { badInput } from '../common/error.ts'
import { ALWAYS, FOREVER } from './day.ts'
import type { DateRange } from './date-range.ts'

/** A set in EDTF (level 2): square brackets, one of its members is meant; curly ones, all of them are. */
export const isSet = (text: string): boolean => /^[[{]/.test(text)

/**
 * The days that an act done on one of several dates may have been done on, from the least to the greatest:
 * `[1984,1986]`, `[1984..1986]`, `[..1984]`, `[1984..]`, in any order. The days between the members are not told apart
 * from them: what follows is never more certain than the set. `member` reads one date. Throws `bad-date` for sets of
 * which all members are meant: one act was not done on several days.
 */
export const readSet = (text: string, member: (text: string) => DateRange): DateRange => {
  if (text.startsWith('{'))
    throw badInput(
      'bad-date',
      `"${text}" names several dates and means all of them; one act has one date. ` +
        'Expected one event for each, or square brackets where it is one of them: [1984,1986].',
    )
  const members = text.endsWith(']') ? text.slice(1, -1).split(',') : ['']
  const ranges = members.map((each, index) =>
    readMember(text, each.trim(), { first: index === 0, last: index === members.length - 1 }, member),
  )
  const lo = ranges.reduce((least, range) => (range.lo < least ? range.lo : least), FOREVER)
  const hi = ranges.reduce((greatest, range) => (range.hi > greatest ? range.hi : greatest), ALWAYS)
  return { lo, hi }
}

/** A date, or two with all dates between them; only the first may lack its beginning, and only the last its end. */
const readMember = (
  set: string,
  text: string,
  { first, last }: { readonly first: boolean; readonly last: boolean },
  member: (text: string) => DateRange,
): DateRange => {
  const [from = '', to, ...more] = text.split('..')
  if (to === undefined) return dateIn(set, from, member)
  if (more.length > 0 || (from === '' && (to === '' || !first)) || (to === '' && !last)) throw badSet(set)
  const lo = from === '' ? ALWAYS : dateIn(set, from, member).lo
  const hi = to === '' ? FOREVER : dateIn(set, to, member).hi
  if (hi < lo) throw badSet(set)
  return { lo, hi }
}

const dateIn = (set: string, text: string, member: (text: string) => DateRange): DateRange => {
  if (text === '' || text.includes('/') || isSet(text)) throw badSet(set)
  return member(text)
}

const badSet = (set: string) =>
  badInput('bad-date', `"${set}" is no set of dates. Expected such as [1984,1986], [1984..1986], [..1984] or [1984..].`)
