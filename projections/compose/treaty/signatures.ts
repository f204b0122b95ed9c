import { FOREVER } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { isOfSignature } from './party-spells.ts'
import type { DatedAct, Stretch } from './acts.ts'
import type { Terms } from './terms.ts'
import type { Anomaly } from '../anomaly.ts'

export interface Signature extends Stretch {
  /** Signed ad referendum, and not confirmed on the days of this stretch (VCLT art 12(2)(b)). */
  readonly adReferendum: boolean
}

/** What an actor did short of consent: its signature, how it took that back, and provisional application. */
export interface ShortOfConsent {
  /** Stretches of signature; each ends where it is confirmed or repudiated. */
  readonly signatures: readonly Signature[]
  readonly repudiations: readonly Stretch[]
  readonly provisional: readonly Stretch[]
  readonly anomalies: readonly Anomaly[]
}

/**
 * Signature, confirmation, repudiation and provisional application, from exact acts in legal order. A repudiation ends
 * the interim duty of VCLT art 18; the signature stays in the record. A later signature or consent undoes it.
 */
export const beforeConsent = (acts: readonly DatedAct[], terms: Terms): ShortOfConsent => {
  const signatures: Signature[] = []
  const repudiations: Stretch[] = []
  const provisional: Stretch[] = []
  const anomalies: Anomaly[] = []
  const odd = (code: string, article: string, says: string, act: DatedAct): void =>
    void anomalies.push({ code, article, says, events: act.decidedBy })
  const end = <S extends Stretch>(list: S[], act: DatedAct): S | undefined => {
    const last = list.at(-1)
    if (last === undefined || last.to < FOREVER) return undefined
    list[list.length - 1] = { ...last, to: act.day }
    return last
  }
  // Who succeeds to a signature has signed from the day of the succession on.
  const opened = (act: DatedAct): Stretch => ({
    from: act.form === 'TreatySignatureSucceeded' ? (act.effect ?? act.day) : act.day,
    to: FOREVER,
    decidedBy: act.decidedBy,
  })
  let consented = false
  for (const act of acts) {
    if (act.class === 'signature') {
      if (terms.closed !== undefined && act.day > terms.closed && act.form === 'TreatySigned')
        odd('signed-late', 'final clauses', 'signed after the treaty was closed for signature', act)
      if (act.detail['predecessorUnbound'] !== undefined)
        odd(
          'predecessor-unsigned',
          'VCSST arts 17, 34',
          `succeeded to a signature that ${String(act.detail['predecessorUnbound'])} had not given at the succession`,
          act,
        )
      end(repudiations, act)
      end(signatures, act)
      signatures.push({ ...opened(act), adReferendum: act.detail['kind'] === 'adReferendum' })
    } else if (act.class === 'confirmation') {
      const last = end(signatures, act)
      if (last === undefined || !last.adReferendum)
        odd('confirmation-alone', 'art 12(2)(b)', 'confirmed a signature that was not ad referendum', act)
      signatures.push({ ...opened(act), decidedBy: unionOf(last?.decidedBy ?? [], act.decidedBy), adReferendum: false })
    } else if (act.class === 'repudiation') {
      if (consented) {
        odd('repudiation-bound', 'art 18', 'repudiated its signature after it had consented', act)
        continue
      }
      if (end(signatures, act) === undefined)
        odd('repudiation-unsigned', 'art 18', 'repudiated a signature that it had not given', act)
      repudiations.push(opened(act))
    } else if (act.class === 'consent') {
      consented = true
      end(repudiations, act)
    } else if (act.class === 'provisional') {
      end(provisional, act)
      provisional.push(opened(act))
    } else if (act.class === 'lapse') {
      if (isOfSignature(act)) end(String(act.detail['act']).startsWith('signature/') ? signatures : provisional, act)
    } else if (act.class === 'provisionalEnd' && end(provisional, act) === undefined)
      odd('provisional-alone', 'art 25', 'ended a provisional application that had not begun', act)
  }
  return { signatures, repudiations, provisional, anomalies }
}
