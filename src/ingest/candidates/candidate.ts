import type { NewEvent } from '../../events/envelope.ts'

/** An event on its way in: names resolved, shape checked, but nobody has asked yet whether the log knows it. */
export interface Candidate {
  readonly rows: readonly [first: number, last: number]
  /** The line that it was read from, where it was one. */
  readonly where?: string
  readonly stream: string
  /** Its actor, or `*`. */
  readonly key: string
  readonly fact: string
  /** Of two candidates about the same fact the heavier stands. */
  readonly weight: number
  /** Which import it belongs to, where one stage holds several. */
  readonly from?: number
  readonly event: Omit<NewEvent, 'id'> & { readonly id?: NewEvent['id'] }
}
