import { company, withPast, type Company } from './company.ts'
import type { Rows } from './sparse-rows.ts'

/** What is left out: an organisation, or a partner, by its place in a company. */
export type LeftOut = { readonly organisation: number } | { readonly partner: number }

/** What one state's value is made of. */
export interface OwnCompany {
  readonly company: Company
  /** What its organisations weigh, where weights were given. */
  readonly weights: Float64Array | undefined
}

/** The organisations in which state i ever sits, ascending. */
const organisationsOf = (years: readonly Company[], i: number): readonly number[] => {
  const all = new Set(years.flatMap(({ focal }) => [...focal.items.subarray(focal.start[i], focal.start[i + 1])]))
  return [...all].sort((a, b) => a - b)
}

const rowsOf = (rows: readonly (readonly number[])[]): Rows => {
  const start = new Uint32Array(rows.length + 1)
  for (const [row, items] of rows.entries()) start[row + 1] = start[row]! + items.length
  return { start, items: Uint32Array.from(rows.flat()) }
}

/** One year of it: state i sits in the organisations that are kept, and meets there whoever is not left out. */
const ownYear = (of: Company, i: number, kept: readonly number[], partner: number | undefined): Company => {
  const { states, organisations, focal, alter, scores, rated } = of
  const placeOf = new Map(kept.map((o, place) => [o, place]))
  const own = [...focal.items.subarray(focal.start[i], focal.start[i + 1])].flatMap((o) => placeOf.get(o) ?? [])
  const members = kept.map((o) =>
    [...alter.items.subarray(alter.start[o], alter.start[o + 1])].filter((j) => j !== partner),
  )
  return company({
    states,
    organisations: kept.map((o) => organisations[o]!),
    focal: rowsOf(states.map((_, state) => (state === i ? own : []))),
    alter: rowsOf(members),
    scores,
    rated,
  })
}

/**
 * The company that state i keeps without one organisation, or without one partner, in every year that it is made of: as
 * if the one had never been there. What others keep is dropped, for no formula reads it of i. States keep their places,
 * and so does the number of states in the system.
 *
 * Example (toy world): without o2, in which it meets C and D, A is left with o1, and MM_A with the mean of o1.
 */
export const withoutOne = (of: Company, i: number, weights: Float64Array | undefined, one: LeftOut): OwnCompany => {
  const past = of.past ?? []
  const organisation = 'organisation' in one ? one.organisation : undefined
  const kept = organisationsOf([of, ...past], i).filter((o) => o !== organisation)
  const partner = 'partner' in one ? one.partner : undefined
  const own = ownYear(of, i, kept, partner)
  return {
    company:
      of.past === undefined
        ? own
        : withPast(
            own,
            past.map((year) => ownYear(year, i, kept, partner)),
          ),
    weights: weights && Float64Array.from(kept, (o) => weights[o]!),
  }
}
