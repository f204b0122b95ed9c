import { dayNumber } from './days.ts'

/** All names of a state that took another one, in order; the days are null at the open ends, and `to` is the last. */
export interface Renamed {
  readonly state: string
  readonly names: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[]
}

interface Dated {
  readonly name: string
  readonly last: number
}

let dated: ReadonlyMap<string, readonly Dated[]> = new Map()

/** Tells what states were called before; until then each has the name that it has now. */
export const tellRenamings = (states: readonly Renamed[]): void => {
  dated = new Map(
    states.map(({ state, names }) => [
      state,
      names.map(({ name, to }) => ({ name, last: to === null ? Infinity : dayNumber(to) })),
    ]),
  )
}

/** What a state was called on a day: Swaziland in 2017. `otherwise`: the name that answers have for it. */
export const nameOn = (state: string, day: number | string, otherwise = state): string => {
  const on = typeof day === 'number' ? day : dayNumber(day)
  return dated.get(state)?.find(({ last }) => on <= last)?.name ?? otherwise
}

/** The name that a state has today, or had last. */
export const nameNow = (state: string, otherwise = state): string => dated.get(state)?.at(-1)?.name ?? otherwise

/** The name of the day, and that of today beside it where it is another: `Swaziland (today Eswatini)`. */
export const namedOn = (state: string, day: number | string, otherwise = state): string => {
  const [then, now] = [nameOn(state, day, otherwise), nameNow(state, otherwise)]
  return dated.has(state) && then !== now ? `${then} (today ${now})` : then
}
