import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import type { NewEvent } from '../../events/envelope.ts'
import type { Source } from '../../events/source.ts'

/** The series of all that people accepted: no import revises it, and no release of a file takes it back. */
export const reviewSeries = 'review'

/** Where it says so: file, place in it, and the sentence. */
const locatorOf = ({ says: { file, locator, sentence } }: QueuedProposal): string =>
  [file, locator === undefined ? '' : `, ${locator}`, sentence === undefined ? '' : `: “${sentence}”`].join('')

/** Who read it. */
export const readerOf = ({ rule, coder }: QueuedProposal['says']): string =>
  rule === undefined ? `coder ${coder ?? 'unknown'}` : `rule ${rule.name}, version ${rule.version}`

const reviewed = (source: Source, locator: string): Source => ({ ...source, series: reviewSeries, locator })

/** The event that a proposal becomes: it cites the file and the sentence, and names who read it and who accepted it. */
export const acceptedEvent = (
  proposal: QueuedProposal,
  id: NewEvent['id'],
  { reviewer, because }: { readonly reviewer: string; readonly because?: string | undefined },
): NewEvent => {
  const { says, event } = proposal
  const { stream: _, note, occurred, effective, ...proposed } = says.proposed
  const ground = because === undefined ? '' : `: ${because}`
  const accepted = `Proposed by ${readerOf(says)}; accepted by ${reviewer}${ground}.`
  return {
    ...proposed,
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
    id,
    sources: event.sources.map((source) => reviewed(source, locatorOf(proposal))),
    confidence: 'certain',
    note: note === undefined ? accepted : `${note} ${accepted}`,
  }
}
