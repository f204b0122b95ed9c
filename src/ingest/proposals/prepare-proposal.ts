import { keyOf } from '../../../projections/fold/fold.ts'
import type { NormtrailError } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import type { FactProposed } from '../../events/proposal.ts'
import { definitionOf, familyOf } from '../../events/registry.ts'
import type { Names } from '../../names/names.ts'
import type { Day } from '../../time/day.ts'
import { checkDefinition } from '../candidates/check-definition.ts'
import { Defined } from '../candidates/defined.ts'
import { proposalId } from '../candidates/event-id.ts'
import { LineFaults } from '../candidates/line-faults.ts'
import { isDate } from '../candidates/read-date.ts'
import { checkStream, resolvePayload } from '../candidates/resolve-payload.ts'
import { checkEvent } from '../candidates/validate.ts'
import type { Proposal } from './proposal.ts'

/** A proposal that could be accepted: its names are ids, and its event has the shape of its type. */
export interface PreparedProposal {
  readonly stream: string
  readonly says: FactProposed
  readonly sources: NewEvent['sources']
  /** What it is about: who proposes the same again, revises it. */
  readonly about: string
  /** Its id, were it proposed for the `nth` time after it had been superseded. */
  readonly idOf: (nth: number) => NewEvent['id']
}

/** Where a proposal was read, in the words of an error. */
export const placeOfProposal = ({ file, locator }: Pick<Proposal, 'file' | 'locator'>): string =>
  locator === undefined ? file : `${file}, ${locator}`

/** The treaty under which it was read; undefined where it was read under none. */
const instrumentOf = ({ instrument, proposed: { stream } }: Proposal): string | undefined =>
  instrument ?? (familyOf(stream) === 'treaty' ? stream.slice('treaty-'.length) : undefined)

/**
 * Holds a proposal against the names that the log knows and the shape of its type, as a line that is appended is held.
 * Gives what is wrong with it, where something is: prose is read by rules, and one sentence that is misread stops
 * nothing.
 */
export const preparedProposal = (proposal: Proposal, names: Names, today: Day): PreparedProposal | NormtrailError => {
  const { proposed, by, file, locator, sentence, source } = proposal
  const where = placeOfProposal(proposal)
  const faults = new LineFaults()
  const { stream, type, occurred, effective } = proposed
  const dated = { type, occurred: occurred !== undefined && isDate(occurred) ? occurred : undefined }
  const data = resolvePayload(names, { ...dated, data: proposed.data }, new Defined(), where, faults)
  const instrument = instrumentOf(proposal)
  checkEvent({ ...proposed, data, sources: [source], confidence: 'certain' }, stream, today, where, faults)
  faults.try(() => checkStream(names, stream, data, new Defined(), { where }))
  faults.try(() => checkDefinition(names, type, stream, data, where))
  if (instrument !== undefined)
    faults.try(() => checkStream(names, `treaty-${instrument}`, {}, new Defined(), { where }))
  if (faults.first !== undefined) return faults.first
  const says: FactProposed = {
    proposed: { ...proposed, schemaVersion: definitionOf(type).version, data },
    file,
    ...(instrument !== undefined && { instrument }),
    ...(locator !== undefined && { locator }),
    ...(sentence !== undefined && { sentence }),
    ...('rule' in by ? { rule: by.rule } : { coder: by.coder }),
  }
  const about = `${stream}\n${keyOf({ data })}\n${proposed.fact}`
  const value: JsonObject = {
    type,
    data,
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
  }
  const content = {
    instrument: instrument ?? stream,
    sentence: sentence ?? '',
    fact: about,
    value: canonicalJson(value),
    coder: 'coder' in by ? by.coder : undefined,
  }
  return {
    stream: `proposal-${instrument ?? stream}`,
    says,
    sources: [source],
    about,
    idOf: (nth) => proposalId(content, nth),
  }
}
