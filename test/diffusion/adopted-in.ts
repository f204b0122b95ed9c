import type { YearSpell } from '../../src/diffusion/adoption.ts'

/** The spells of a state that adopted in this year and stayed; none for undefined. */
export const adoptedIn = (year: number | undefined): readonly YearSpell[] =>
  year === undefined ? [] : [{ from: year, until: Infinity }]
