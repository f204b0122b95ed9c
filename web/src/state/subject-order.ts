import { familyOf } from '../words/statuses.ts'
import type { Subject } from './shown.ts'

/** The instruments that it left, or is leaving; those by whose short title the field speaks of them; all others. */
const rankOf = ({ spans, shortTitle }: Subject): number => {
  if (spans.some(({ status }) => ['left', 'leaving'].includes(familyOf(status)))) return 0
  return shortTitle === null ? 2 : 1
}

/** The first day on which it did anything; the end of time where it did nothing. */
const firstAct = ({ spans }: Subject): string =>
  spans.find(({ status }) => !['none', 'unknown', 'outside'].includes(familyOf(status)))?.from ?? '~'

/** The order in which instruments are shown: the chosen one, then by rank, and in each by the first act. */
export const tellingFirst = (subjects: readonly Subject[], chosen: Subject | undefined): readonly Subject[] => {
  const others = subjects.filter(({ subject }) => subject !== chosen?.subject)
  const order = others.toSorted((a, b) => rankOf(a) - rankOf(b) || firstAct(a).localeCompare(firstAct(b)))
  return chosen === undefined ? order : [chosen, ...order]
}
