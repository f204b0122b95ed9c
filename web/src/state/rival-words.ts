import type { Answer } from '../ask/v1.ts'
import { dayWords } from '../words/days.ts'
import { labelOf } from '../words/statuses.ts'
import { kindWords } from './membership-lanes.ts'

/** Two sources that cannot both be right. */
export type Conflict = Answer<'/v1/conflicts'>['rows'][number]

/** Those over the chosen subject, where there are any; else all. */
export const ofSubject = (rows: readonly Conflict[], subject: string | undefined): readonly Conflict[] => {
  const own = rows.filter((row) => row.subject === subject)
  return own.length > 0 ? own : rows
}

/** What one side says, in the field's words: a kind of membership, a day, or a score. */
export const valueWords = (value: string, { about }: Pick<Conflict, 'about'>): string => {
  if (about === 'memberships') return value === 'none' ? 'No member' : kindWords(value)
  if (/^[A-Z_]+$/.test(value)) return labelOf(value)
  return value.replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => dayWords(day))
}
