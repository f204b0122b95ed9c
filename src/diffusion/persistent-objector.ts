import { ALWAYS, FOREVER, type Day } from '../time/day.ts'
import type { DateRange } from '../time/date-range.ts'
import type { Days } from '../time/timeline.ts'

/**
 * Who speaks against a norm, and what that is called. In customary law who objected while a rule was being formed, and
 * went on objecting, is not bound by it; who objects afterwards is (International Law Commission, Draft conclusions on
 * identification of customary international law, 2018, conclusion 15). No event says when a rule was formed: the
 * tipping date of the norm stands for it. That is our own operationalisation.
 *
 * - `persistent`: two objections or more on different days, the first before the tipping date; no consent since the
 *   first; not taken back. `subsequent`: the same, the first on the tipping date or after it.
 * - `single`: one objection, which is neither. `consented`: it had consented at the first objection, or did since.
 *   `withdrawn`: it took back all that it objected. `contesting`: it spoke against the application of the norm alone,
 *   which rejects nothing. `none-recorded`: nothing is recorded of it; that is no "no".
 * - `unknown`: what is uncertain would change the class.
 */
export const objectorClasses = [
  'persistent',
  'subsequent',
  'single',
  'consented',
  'withdrawn',
  'contesting',
  'none-recorded',
  'unknown',
] as const
export type ObjectorClass = (typeof objectorClasses)[number]

/** Why a class is unknown: what is open that would change it. */
export const objectorReasons = ['dates', 'consent', 'tipping-date', 'not-tipped', 'not-sustained'] as const
export type ObjectorReason = (typeof objectorReasons)[number]

/**
 * What was said against a norm. An `objection` rejects being bound, or the norm itself; a `contestation` disputes how
 * it is applied; a `withdrawal` takes back what was said before of the same type.
 */
export interface Said {
  readonly when: DateRange
  readonly says: 'objection' | 'contestation' | 'withdrawal'
  /** Against what: validity or application. */
  readonly type: string
}

export interface ObjectorHistory {
  /** In the order in which it was said. */
  readonly said: readonly Said[]
  /** When it certainly stood at its consent or above, and when it may have beyond that. */
  readonly consented: readonly Days[]
  readonly mayHaveConsented: readonly Days[]
}

/** When a norm tipped: for certain, and at the earliest; undefined where it did not by the day asked about. */
export interface Tipped {
  readonly date: Day | undefined
  readonly earliest: Day | undefined
  /** Whether it is known that the share was held for the years asked. */
  readonly isSustained: boolean
}

/** One way in which all that is uncertain may have been. */
interface Reading {
  readonly dates: 'lo' | 'hi'
  readonly mayHave: boolean
  readonly tipped: { readonly day: Day; readonly why: ObjectorReason | undefined }
}

const stands = (said: readonly Said[]): boolean =>
  said.some(
    ({ says, type }) => says === 'objection' && said.findLast((one) => one.type === type)?.says !== 'withdrawal',
  )

const classIn = (history: ObjectorHistory, until: Day, { dates, mayHave, tipped }: Reading): ObjectorClass => {
  const said = history.said.filter(({ when }) => when[dates] <= until)
  const objections = said.filter(({ says }) => says === 'objection').map(({ when }) => when[dates])
  const [first] = objections
  if (first === undefined) return said.some(({ says }) => says === 'contestation') ? 'contesting' : 'none-recorded'
  const consents = mayHave ? [...history.consented, ...history.mayHaveConsented] : history.consented
  if (consents.some(({ from, to }) => to > first && from <= until)) return 'consented'
  if (!stands(said)) return 'withdrawn'
  if (new Set(objections).size < 2) return 'single'
  return first < tipped.day ? 'persistent' : 'subsequent'
}

/** Every day that may be the one on which it tipped, the certain one first. */
const tippingDays = ({ date, earliest, isSustained }: Tipped): readonly Reading['tipped'][] => {
  if (date === undefined)
    return [
      { day: FOREVER, why: undefined },
      { day: ALWAYS, why: 'not-tipped' },
    ]
  return [
    { day: date, why: undefined },
    ...(earliest === undefined || earliest === date ? [] : [{ day: earliest, why: 'tipping-date' as const }]),
    ...(isSustained ? [] : [{ day: FOREVER, why: 'not-sustained' as const }]),
  ]
}

/**
 * The class of one actor on a day, by every way in which uncertain dates, consents and the tipping date may have been:
 * its one class where all of these give the same, else `unknown` with what would change it.
 *
 * Example: objections of 1996 and 2001, no consent, tipped on 1999-02-19: persistent. The first of "1999": unknown, by
 * its date.
 */
export const objectorOn = (
  history: ObjectorHistory,
  tipped: Tipped,
  until: Day,
): { readonly class: ObjectorClass; readonly reasons: readonly ObjectorReason[] } => {
  const days = tippingDays(tipped)
  const readings = days.flatMap((one) =>
    (['lo', 'hi'] as const).flatMap((dates) =>
      [false, true].map((mayHave): Reading => ({ dates, mayHave, tipped: one })),
    ),
  )
  const found = readings.map((reading) => ({ reading, class: classIn(history, until, reading) }))
  const [base] = found
  if (base === undefined || found.every((one) => one.class === base.class))
    return { class: base?.class ?? 'none-recorded', reasons: [] }
  /** Whether two readings that differ in one thing alone give different classes. */
  const turns = (isLike: (a: Reading, b: Reading) => boolean): boolean =>
    found.some((a) => found.some((b) => a.class !== b.class && isLike(a.reading, b.reading)))
  const reasons: ObjectorReason[] = []
  if (turns((a, b) => a.mayHave === b.mayHave && a.tipped === b.tipped)) reasons.push('dates')
  if (turns((a, b) => a.dates === b.dates && a.tipped === b.tipped)) reasons.push('consent')
  for (const { why } of days)
    if (
      why !== undefined &&
      turns(
        (a, b) => a.dates === b.dates && a.mayHave === b.mayHave && a.tipped.why === undefined && b.tipped.why === why,
      )
    )
      reasons.push(why)
  return { class: 'unknown', reasons }
}
