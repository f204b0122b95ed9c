import { badInput } from '../common/error.ts'

/**
 * Years during which something held at the year's end: from `from` on, up to and without `until` (open: Infinity). An
 * adopter with { from: 1998, until: 2017 } adopted in 1998, was one at the end of 2016, and no longer at the end of
 * 2017. { from: 1998, until: 1998 } adopted and left within the year.
 */
export interface YearSpell {
  readonly from: number
  readonly until: number
}

/**
 * 'cumulative': once an adopter, always one: the convention of classical diffusion studies.
 * 'current': an adopter while a spell lasts. States leave, and some come back: then the history needs this one.
 */
export type AdoptionMode = 'cumulative' | 'current'

/** Whether a state with these spells is an adopter at the end of the year. */
export const isAdopter = (spells: readonly YearSpell[], year: number, mode: AdoptionMode): boolean =>
  spells.some(({ from, until }) => from <= year && (mode === 'cumulative' || year < until))

/** The first year of adoption, or undefined for a state that never adopts. */
export const firstAdoption = (spells: readonly YearSpell[]): number | undefined =>
  spells.length === 0 ? undefined : Math.min(...spells.map(({ from }) => from))

export const checkSpells = (name: string, spells: readonly YearSpell[]): void => {
  let free = -Infinity
  for (const { from, until } of spells) {
    const came = `${name} holds a spell from ${from} until ${until}`
    if (!Number.isInteger(from) || !(until === Infinity || Number.isInteger(until)) || until < from) {
      throw badInput('bad-argument', `${came}; expected whole years, in order, or until Infinity.`)
    }
    if (from < free) throw badInput('bad-argument', `${came}, after one until ${free}; expected them in order, apart.`)
    free = until
  }
}

export const checkYears = (first: number, last: number): void => {
  if (Number.isInteger(first) && Number.isInteger(last) && first <= last) return
  throw badInput('bad-argument', `first and last are ${first} and ${last}; expected two whole years, in order.`)
}
