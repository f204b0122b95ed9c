import { entriesOn } from '../../../projections/compose/membership/entry-spells.ts'
import type { EntryClass, EntrySpan } from '../../../projections/compose/membership/entry.ts'
import type { Day } from '../../time/day.ts'

/** How a member may stand that came into an organisation. */
export const memberEntries = ['probation', 'settled', 'founder', 'unknown'] as const
export type MemberEntry = (typeof memberEntries)[number]

const isOfMember = (entry: EntryClass): entry is MemberEntry => (memberEntries as readonly string[]).includes(entry)

/**
 * All that the entry of a member may be on a day, in the order above. Whether it is a member, its memberships tell: of
 * one whose spells tell of no full membership, an associate or observer, the entry is unknown.
 */
export const memberEntriesOn = (spans: readonly EntrySpan[], day: Day): readonly MemberEntry[] => {
  const found = new Set(
    entriesOn(spans, day)
      .filter(({ value }) => value.isMember)
      .flatMap(({ value }) => (isOfMember(value.entry) ? [value.entry] : [])),
  )
  return found.size === 0 ? ['unknown'] : memberEntries.filter((entry) => found.has(entry))
}

/** Several entries as one word: `probation|settled`, where it is open which. */
export const asWord = (entries: readonly MemberEntry[]): string => entries.join('|')

/** The entries that count where some are asked for: with settled members the founders, who never had to settle. */
export const entriesThatCount = (asked: readonly MemberEntry[]): ReadonlySet<MemberEntry> =>
  new Set([...asked, ...(asked.includes('settled') ? (['founder'] as const) : [])])

/** The same in words. */
export const countingText = (asked: readonly MemberEntry[]): string =>
  `${asked.join(', ')}${asked.includes('settled') && !asked.includes('founder') ? ', founders with settled' : ''}`
