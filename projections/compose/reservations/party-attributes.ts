import type { Day } from '../../../src/time/day.ts'
import { holdsOn } from '../../../src/time/timeline.ts'
import { ofKind, spellsFor, within, type Attachment, type Effect, type Party } from './attachment.ts'
import { noRelationsOn } from './standing-attachments.ts'
import { type AttachmentHistory } from './reservations.ts'

/** What a party's status carries on a day, without changing it. What possibly holds is listed, too. */
export interface Attributes {
  /** Standing reservations: what each is called, and the articles that it names. */
  readonly reservations: readonly Named[]
  /** Objectors between whom and the actor the treaty is not in force. */
  readonly noRelationsWith: readonly string[]
  /** Articles with optional clauses that it has accepted. */
  readonly optionalClauses: readonly string[]
  readonly derogations: readonly Named[]
  /** Territories that it has extended the treaty to. */
  readonly territories: readonly string[]
  /** Amendments that it has accepted. */
  readonly amendments: readonly string[]
}

interface Named {
  readonly label: string
  readonly provisions: readonly string[]
}

const namedOf = ({ label, provisions }: Attachment): Named => ({ label, provisions })

/**
 * The attributes of one actor on a day. Reservations, declarations and derogations end with the spell; territories and
 * amendments stand until taken back.
 */
export const attributesOn = (
  history: AttachmentHistory,
  own: readonly Attachment[],
  party: Party,
  day: Day,
): Attributes => {
  const made = own.filter(({ detail }) => detail.unmade === undefined)
  const standing = (kind: Attachment['kind']) =>
    ofKind(made, kind)
      .filter(({ from, to }) => from.lo <= day && day < to.hi)
      .map(({ label }) => label)
  const holding = (effect: Effect) => holdsOn(effect, day)
  return {
    reservations: history.reservations.flatMap(({ effects }) =>
      effects.filter(holding).map(({ attachment }) => namedOf(attachment)),
    ),
    noRelationsWith: noRelationsOn(history, day),
    optionalClauses: [
      ...new Set(history.optionalClauses.filter(holding).flatMap(({ attachment }) => attachment.provisions)),
    ].toSorted(),
    derogations: ofKind(made, 'derogation').flatMap((one) =>
      within(one, spellsFor(one, party))
        .filter(holding)
        .map(({ attachment }) => namedOf(attachment)),
    ),
    territories: standing('territory').toSorted(),
    amendments: standing('amendment').toSorted(),
  }
}
