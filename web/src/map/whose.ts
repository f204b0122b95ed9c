import { dayNumber } from '../words/days.ts'
import { unions } from './former.ts'

const unionsOf = new Map<string, { readonly state: string; readonly until: number }[]>()
for (const { state, parts, until } of unions)
  for (const one of parts) unionsOf.set(one, [...(unionsOf.get(one) ?? []), { state, until: dayNumber(until) }])

/**
 * Whose colour the shape of a present state wears on a day: its own where it was in the state system, else that of the
 * union it was a part of, while that was in it. Where neither was, its own if it is not told whether it was in it, else
 * nobody's.
 */
export const whoseOn = (
  shape: string,
  day: number,
  isInSystem: (state: string, day: number) => boolean,
  isUntold: (state: string, day: number) => boolean,
): string | undefined => {
  if (isInSystem(shape, day)) return shape
  const union = unionsOf.get(shape)?.find(({ state, until }) => day < until && isInSystem(state, day))
  return union?.state ?? (isUntold(shape, day) ? shape : undefined)
}
