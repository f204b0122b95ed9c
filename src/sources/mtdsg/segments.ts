import type { Paragraph } from './document.ts'
import { dayWritten, writtenDate } from './written-date.ts'

/** A part of what a participant said under one heading: one act, as a rule. */
export interface StatementSegment {
  /** The headings above it, outermost first: `Upon signature:`, `Reservation:`. */
  readonly titles: readonly string[]
  /** ISO day at its margin. */
  readonly dated: string | undefined
  /** Its paragraphs, whole, a line each. */
  readonly text: string
  readonly notes: readonly string[]
}

// Headings that are set as text: a few words and a colon.
const heading = new RegExp(
  '^["“]?(?:Interpretative |General |Same )?(?:Declarations?|Reservations?|' +
    'Understandings?|Statements?|Notifications?|Upon (?:signature|ratification|' +
    'accession|acceptance|approval|succession))(?: (?:and|under|upon|' +
    String.raw`made|confirmed|in respect of|concerning)[^.]{0,90})?\s?:$`,
  'i',
)
const onlyADate = new RegExp(`^${writtenDate}\\*?$`)

const kindOf = ({ kind, text }: Paragraph): Paragraph['kind'] => {
  if (kind !== 'text') return kind
  if (onlyADate.test(text)) return 'right'
  return heading.test(text) ? 'title' : 'text'
}

const dateOf = (text: string): string | undefined => {
  const [, day, month, year] = onlyADate.exec(text) ?? []
  return day === undefined || month === undefined || year === undefined ? undefined : dayWritten(day, month, year)
}

/**
 * Whether a heading says at which act something was made, and not what it is; such a one holds until the next of its
 * kind.
 */
export const saysWhen = (title: string): boolean => /^["“]?(?:upon|confirmed|confirmation)\b/i.test(title)

/** What a participant said, a part for each heading or date at the margin. */
export const statementSegmentsOf = (paragraphs: readonly Paragraph[]): readonly StatementSegment[] => {
  const segments: StatementSegment[] = []
  let titles: readonly string[] = []
  let dated: string | undefined
  let held: Paragraph[] = []
  const close = (): void => {
    if (held.length > 0)
      segments.push({
        titles,
        dated,
        text: held.map(({ text }) => text).join('\n'),
        notes: held.flatMap(({ notes }) => notes),
      })
    held = []
  }
  for (const paragraph of paragraphs) {
    const kind = kindOf(paragraph)
    if (kind === 'text') {
      held.push(paragraph)
      continue
    }
    const isNew = held.length > 0
    close()
    if (kind === 'right') {
      dated = dateOf(paragraph.text)
      titles = []
    } else
      titles = [
        ...(isNew || saysWhen(paragraph.text) ? titles.filter(keptBefore(paragraph.text)) : titles),
        paragraph.text,
      ]
  }
  close()
  return segments
}

/** Of the headings so far, what still holds below another one. */
const keptBefore =
  (title: string) =>
  (before: string): boolean =>
    saysWhen(before) && !saysWhen(title)
