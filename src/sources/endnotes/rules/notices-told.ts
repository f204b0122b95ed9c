import type { EndNote } from '../end-note.ts'
import { readNotes } from './read-notes.ts'

/** ISO days on which a participant told that it would leave, earliest first. */
export type NoticesOf = (participant: string) => readonly string[]

/**
 * The notices of leaving that the notes of an instrument tell. A table has one row for a participant, and that row the
 * last consent alone: only a note says that one stood before it.
 */
export const noticesTold = (notes: readonly EndNote[]): NoticesOf => {
  const notices = new Map<string, string[]>()
  for (const { type, actor, occurred } of readNotes(notes).facts)
    if (type === 'TreatyWithdrawalNotified') notices.set(actor, [...(notices.get(actor) ?? []), occurred])
  return (participant) => notices.get(participant)?.toSorted() ?? []
}
