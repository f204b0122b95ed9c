import { notesIn } from '../endnotes/notes-in.ts'
import { readNotes } from '../endnotes/rules/read-notes.ts'
import type { MtdsgDocument } from './document.ts'

/** ISO days on which a participant told that it would leave, earliest first. */
export type NoticesOf = (participant: string) => readonly string[]

/**
 * The notices of leaving that the notes of a file tell. A table has one row for a participant, and that row the last consent alone: only a note
 * says that one stood before it.
 */
export const noticesIn = (document: MtdsgDocument): NoticesOf => {
  const notices = new Map<string, string[]>()
  for (const { type, actor, occurred } of readNotes(notesIn(document)).facts)
    if (type === 'TreatyWithdrawalNotified') notices.set(actor, [...(notices.get(actor) ?? []), occurred])
  return (participant) => notices.get(participant)?.toSorted() ?? []
}
