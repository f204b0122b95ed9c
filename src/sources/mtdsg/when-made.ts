import type { ParticipantRow } from './document.ts'
import type { StatementSegment } from './segments.ts'
import { saysWhen } from './segments.ts'
import type { actsIn } from './table-drafts.ts'

const confirming = new RegExp(
  String.raw`\b(?:confirmed|confirmation|confirming)\b|\b(?:upon|on) ` +
    '(?:ratifica|accession|acceptance|approval|succession|formal confirmation|depositing)',
  'i',
)

/** At which act something was made, and on which day, as far as it says or the table tells. */
export interface Made {
  readonly at: 'signature' | 'consent' | 'late'
  readonly on: string | undefined
}

/**
 * The days on which a participant signed and consented, by the table: the last consent counts, and none that no longer
 * stands, since who came back may have said it then.
 */
export interface OwnDays {
  readonly signature: string | undefined
  readonly consent: string | undefined
}

export const ownDaysOf = (acts: ReturnType<typeof actsIn>): OwnDays => {
  const daysOf = (kind: string): readonly string[] =>
    acts
      .filter((act) => act.class === kind && act.cell.standing)
      .map(({ cell }) => cell.date)
      .toSorted()
  return { signature: daysOf('signature')[0], consent: daysOf('consent').at(-1) }
}

/** The row of a participant, whatever its notes. */
export const rowOf = (rows: readonly ParticipantRow[], participant: string): ParticipantRow | undefined =>
  rows.find((row) => row.participant === participant)

/**
 * When a text was made: on the day at its margin; else with the act that its headings name; else with the consent, as
 * the heading of the section says unless otherwise indicated. What was made upon signature and confirmed upon the
 * consent is made with the consent: unconfirmed, it would have no effect.
 */
export const madeOf = ({ dated, titles }: StatementSegment, own: OwnDays): Made => {
  if (dated !== undefined) {
    if (dated === own.consent) return { at: 'consent', on: dated }
    if (dated === own.signature) return { at: 'signature', on: dated }
    return { at: own.consent !== undefined && dated < own.consent ? 'signature' : 'late', on: dated }
  }
  const said = titles.filter((title) => saysWhen(title) || /\bmade (?:upon|on|at)\b|\bupon\b/i.test(title)).join(' ')
  const isSignature =
    /\b(?:upon|on|at) (?:the )?(?:time of )?signature\b/i.test(said) && !/\bdefinitive signature/i.test(said)
  const isConsent = confirming.test(said)
  const signedOnly = own.consent === undefined && own.signature !== undefined
  if ((isSignature && !isConsent) || signedOnly) return { at: 'signature', on: own.signature }
  return { at: 'consent', on: own.consent }
}
