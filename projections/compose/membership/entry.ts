import type { Span } from '../../../src/time/timeline.ts'

/**
 * How far a state is on its way into an organisation, or out of it.
 *
 * - `outside`: no application is open, and none was granted.
 * - `candidate`: from its application, or what stands for one, to its membership.
 * - `probation`: the first years of a membership.
 * - `settled`: the years after them.
 * - `founder`: a member from the beginning, who was never a candidate.
 * - `left`: it was a member, and is none.
 * - `unknown`: nobody can tell from what is recorded.
 */
export const entryClasses = ['outside', 'candidate', 'probation', 'settled', 'founder', 'left', 'unknown'] as const
export type EntryClass = (typeof entryClasses)[number]

/** Why an entry is unknown. */
export const unknownEntries = ['no-application-known', 'start-not-known', 'seat-taken-over', 'dates-open'] as const
export type UnknownEntry = (typeof unknownEntries)[number]

export interface Entry {
  readonly entry: EntryClass
  /** Why it is unknown; undefined elsewhere. */
  readonly reason: UnknownEntry | undefined
  /** Which way in it is: 2 after an application that led nowhere, or after an exit. */
  readonly number: number
  /** Of a candidate, and of a member that was one: the step by which that began. */
  readonly openedBy: string | undefined
  /** Whether the state was a member: of what is unknown, too. */
  readonly isMember: boolean
}

/** Spans in order. Where dates leave it open which holds, several overlap, and each is possible. */
export type EntrySpan = Span<Entry>
