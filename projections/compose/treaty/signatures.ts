import { FOREVER } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { Anomaly } from '../anomaly.ts'
import { isOfSignature, type DatedAct, type DatedActOf, type Stretch } from './acts.ts'
import type { Terms } from './terms.ts'

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

/** What its acts come to, as far as they have been read, and whether it has ever consented. */
interface SignatureLedger extends ShortOfConsent {
  readonly consented: boolean
}

const emptyLedger: SignatureLedger = {
  signatures: [],
  repudiations: [],
  provisional: [],
  anomalies: [],
  consented: false,
}

const report = (
  ledger: SignatureLedger,
  act: DatedAct,
  { code, article, says }: Omit<Anomaly, 'events'>,
): SignatureLedger => ({ ...ledger, anomalies: [...ledger.anomalies, { code, article, says, events: act.decidedBy }] })

/** The last stretch, where it still runs. */
const openIn = <S extends Stretch>(list: readonly S[]): S | undefined => {
  const last = list.at(-1)
  return last === undefined || last.to < FOREVER ? undefined : last
}

/** The same stretches; the last one, where it still runs, ends with an act. */
const endedBy = <S extends Stretch>(list: readonly S[], { day }: DatedAct): readonly S[] => {
  const open = openIn(list)
  return open === undefined ? list : [...list.slice(0, -1), { ...open, to: day }]
}

/** What runs from an act on: from the day of the succession for who succeeds to a signature. */
const opened = (act: DatedAct): Stretch => ({
  from: act.form === 'TreatySignatureSucceeded' ? (act.effect ?? act.day) : act.day,
  to: FOREVER,
  decidedBy: act.decidedBy,
})

const sign = (ledger: SignatureLedger, act: DatedActOf<'signature'>, { closed }: Terms): SignatureLedger => {
  let told = ledger
  if (closed !== undefined && act.day > closed && act.form === 'TreatySigned')
    told = report(told, act, {
      code: 'signed-late',
      article: 'final clauses',
      says: 'signed after the treaty was closed for signature',
    })
  const unbound = act.detail.predecessorUnbound
  if (unbound !== undefined)
    told = report(told, act, {
      code: 'predecessor-unsigned',
      article: 'VCSST arts 17, 34',
      says: `succeeded to a signature that ${unbound} had not given at the succession`,
    })
  const signature = { ...opened(act), adReferendum: act.detail.kind === 'adReferendum' }
  return {
    ...told,
    repudiations: endedBy(told.repudiations, act),
    signatures: [...endedBy(told.signatures, act), signature],
  }
}

const confirm = (ledger: SignatureLedger, act: DatedAct): SignatureLedger => {
  const last = openIn(ledger.signatures)
  const told =
    last?.adReferendum === true
      ? ledger
      : report(ledger, act, {
          code: 'confirmation-alone',
          article: 'art 12(2)(b)',
          says: 'confirmed a signature that was not ad referendum',
        })
  const decidedBy = unionOf(last?.decidedBy ?? [], act.decidedBy)
  const confirmed = { ...opened(act), decidedBy, adReferendum: false }
  return { ...told, signatures: [...endedBy(told.signatures, act), confirmed] }
}

const repudiate = (ledger: SignatureLedger, act: DatedAct): SignatureLedger => {
  if (ledger.consented)
    return report(ledger, act, {
      code: 'repudiation-bound',
      article: 'art 18',
      says: 'repudiated its signature after it had consented',
    })
  const told =
    openIn(ledger.signatures) === undefined
      ? report(ledger, act, {
          code: 'repudiation-unsigned',
          article: 'art 18',
          says: 'repudiated a signature that it had not given',
        })
      : ledger
  return {
    ...told,
    signatures: endedBy(told.signatures, act),
    repudiations: [...told.repudiations, opened(act)],
  }
}

const endProvisional = (ledger: SignatureLedger, act: DatedAct): SignatureLedger =>
  openIn(ledger.provisional) === undefined
    ? report(ledger, act, {
        code: 'provisional-alone',
        article: 'art 25',
        says: 'ended a provisional application that had not begun',
      })
    : { ...ledger, provisional: endedBy(ledger.provisional, act) }

/** A list of what no longer stands ends a signature or a provisional application; of consents, spells tell. */
const lapse = (ledger: SignatureLedger, act: DatedActOf<'lapse'>): SignatureLedger => {
  if (!isOfSignature(act)) return ledger
  return act.detail.act.startsWith('signature/')
    ? { ...ledger, signatures: endedBy(ledger.signatures, act) }
    : { ...ledger, provisional: endedBy(ledger.provisional, act) }
}

const step = (ledger: SignatureLedger, act: DatedAct, terms: Terms): SignatureLedger => {
  switch (act.class) {
    case 'signature':
      return sign(ledger, act, terms)
    case 'confirmation':
      return confirm(ledger, act)
    case 'repudiation':
      return repudiate(ledger, act)
    case 'consent':
      return { ...ledger, consented: true, repudiations: endedBy(ledger.repudiations, act) }
    case 'provisional':
      return { ...ledger, provisional: [...endedBy(ledger.provisional, act), opened(act)] }
    case 'provisionalEnd':
      return endProvisional(ledger, act)
    case 'lapse':
      return lapse(ledger, act)
    default:
      return ledger
  }
}

/**
 * Signature, confirmation, repudiation and provisional application, from exact acts in legal order. A repudiation ends
 * the interim duty of VCLT art 18; the signature stays in the record. A later signature or consent undoes it.
 */
export const beforeConsent = (acts: readonly DatedAct[], terms: Terms): ShortOfConsent => {
  const { consented: _, ...short } = acts.reduce((ledger, act) => step(ledger, act, terms), emptyLedger)
  return short
}
