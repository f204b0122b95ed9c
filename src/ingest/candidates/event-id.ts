import { hash } from 'node:crypto'
import { v5 } from 'uuid'
import type { EventId } from '../../events/envelope.ts'

/** The namespace of normtrail's event ids: a fixed UUID of our own. */
const namespace = '6f1a2c52-6b0e-5d0a-9d7e-0c4d5e1b7a39'

/**
 * The id of an imported event: the same for the same source series, stream, actor, fact and number of assertions that
 * the series had made on it. Importing twice makes the same ids, so it appends nothing.
 */
export const assertionId = (series: string, stream: string, key: string, fact: string, nth: number): EventId =>
  v5(`${series}\n${stream}\n${key}\n${fact}\n${nth}`, namespace) as EventId

/**
 * The id of a line that somebody appended without one: the same for the same content, so that a retry is recognised.
 */
export const contentId = (canonicalText: string): EventId => v5(canonicalText, namespace) as EventId

/**
 * The id of a proposal: the same for the same instrument, sentence, fact and value, whichever rule reads it. What
 * coders read apart is told apart by `coder`; what was taken back by a later version and is read again, by how often
 * that happened (`nth`).
 */
export const proposalId = ({ instrument, sentence, fact, value, coder }: ProposalContent, nth: number): EventId => {
  const digest = hash('sha256', sentence, 'hex')
  const parts = [instrument, digest, fact, value, ...(coder === undefined ? [] : [coder]), ...(nth === 0 ? [] : [nth])]
  return v5(parts.join('\n'), namespace) as EventId
}

interface ProposalContent {
  readonly instrument: string
  readonly sentence: string
  readonly fact: string
  /** All that the proposed event says, as canonical JSON. */
  readonly value: string
  readonly coder: string | undefined
}
