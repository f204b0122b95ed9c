import { dayWords } from './days.ts'
import { actorInSentence, capitalized, isList } from './names.ts'
import { isNotCovered } from './statuses.ts'
import { onWhenWords } from './when.ts'

/** That a state was in no state system on a day: when it had left one, and when it entered one, where it did. */
export interface Absence {
  readonly left: string | null
  readonly enters: string | null
  /** The systems that had it on other days. */
  readonly systems: readonly string[]
  /** Whether it was outside the state system; else it was only no member of the United Nations. */
  readonly isOutside: boolean
}

interface Stay {
  readonly from: string | null
  readonly to: string | null
  readonly began: string | null
  readonly ended: string | null
}

/** What stays in systems come to on a day that none of them holds: undefined where one does, or there is none. */
export const absenceOn = (
  stays: readonly Stay[],
  day: string,
  systems: readonly string[],
  /** Whether the end of a stay is its last day, or the first behind it. */
  ends: 'last' | 'behind' = 'behind',
): Absence | undefined => {
  const isOver = ({ to }: Stay): boolean => to !== null && (ends === 'last' ? to < day : to <= day)
  const isBegun = ({ from }: Stay): boolean => from === null || from <= day
  if (stays.length === 0 || stays.some((stay) => isBegun(stay) && !isOver(stay))) return undefined
  const before = stays.filter(isOver).toSorted((a, b) => (b.to ?? '').localeCompare(a.to ?? ''))
  const after = stays.filter((stay) => !isBegun(stay)).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  return { left: before[0]?.ended ?? null, enters: after[0]?.began ?? null, systems, isOutside: systems.some(isList) }
}

/** `On 1 January 1985, Croatia was not in the state system; it entered it on 15 January 1992.` */
export const absenceSentence = (stateName: string, day: string, { left, enters, systems }: Absence): string => {
  const [what, last, entered] = systems.some(isList)
    ? ['not in the state system', 'its last day in it was', 'it entered it']
    : ['no member of the United Nations', 'its last day as one was', 'it became one']
  const until =
    left === null ? '' : `; ${last} ${/^\d{4}-\d{2}-\d{2}$/.test(left) ? dayWords(left) : onWhenWords(left)}`
  const from = enters === null ? '' : `; ${entered} ${left === null ? '' : 'again '}${onWhenWords(enters)}`
  return `On ${dayWords(day)}, ${actorInSentence(stateName)} was ${what}${until}${from}.`
}

/** That the chosen sources do not tell of a state whether it was in a system: behind what else is said of it. */
export const untoldSentence = (system: string): string =>
  'The chosen sources do not tell whether it was ' +
  `${isList(system) ? 'in the state system' : 'a member of the United Nations'} then.`

/** Whether a status says that nothing was done, so that it is said first why nothing could be. */
export const saysNothingDone = (told: {
  readonly status: string
  readonly reason: string | null
  readonly possible: readonly string[]
}): boolean => told.status === 'NONE' || told.status === 'NO_POSITION' || isNotCovered(told)

/** When a treaty was concluded, or the first of those that carry a norm. */
export interface Adoption {
  readonly adopted: string | null
  readonly isNorm: boolean
}

/** That there was nothing to act under on a day: `what` as a sentence has it. Undefined where there was, or may be. */
export const tooEarlySentence = (what: string, day: string, { adopted, isNorm }: Adoption): string | undefined => {
  if (adopted === null || day >= adopted) return undefined
  const [on, from] = [dayWords(day), dayWords(adopted)]
  return isNorm
    ? `No treaty that carries ${what} was there yet on ${on}: the first was concluded on ${from}.`
    : `${capitalized(what)} did not exist yet on ${on}: it was concluded on ${from}.`
}
