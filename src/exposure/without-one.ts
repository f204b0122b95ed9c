import { company, withPast, type Company } from './company.ts'
import type { Rows } from './sparse-rows.ts'

/** What is left out: an organisation, or a partner, by its place in an own company. */
export type LeftOut = { readonly organisation: number } | { readonly partner: number }

/** What one state's value is made of. */
export interface OwnCompany {
  readonly company: Company
  /** What its organisations weigh; undefined where each counts 1. */
  readonly weights: Float64Array | undefined
}

const rowsOf = (rows: readonly (readonly number[])[]): Rows => {
  const start = new Uint32Array(rows.length + 1)
  for (const [row, items] of rows.entries()) start[row + 1] = start[row]! + items.length
  return { start, items: Uint32Array.from(rows.flat()) }
}

const itemsOf = ({ start, items }: Rows, row: number): Uint32Array => items.subarray(start[row], start[row + 1])

/** One year of it: state i sits in the organisations that are kept, and meets their members. */
const ownYear = (of: Company, i: number, kept: readonly number[]): Company => {
  const { states, organisations, focal, alter, scores, rated } = of
  const placeOf = new Map(kept.map((o, place) => [o, place]))
  const own = [...itemsOf(focal, i)].flatMap((o) => placeOf.get(o) ?? [])
  return company({
    states,
    organisations: kept.map((o) => organisations[o]!),
    focal: rowsOf(states.map((_, state) => (state === i ? own : []))),
    alter: rowsOf(kept.map((o) => [...itemsOf(alter, o)])),
    scores,
    rated,
  })
}

/**
 * The company of state i alone, in every year that it is made of: the organisations in which it ever sits, and their
 * members. States keep their places. Exposures of i are the same number.
 */
export const ownCompany = (of: Company, i: number, weights: Float64Array | undefined): OwnCompany => {
  const years = [of, ...(of.past ?? [])]
  const kept = [...new Set(years.flatMap(({ focal }) => [...itemsOf(focal, i)]))].sort((a, b) => a - b)
  const own = ownYear(of, i, kept)
  const past = of.past?.map((year) => ownYear(year, i, kept))
  return {
    company: past === undefined ? own : withPast(own, past),
    weights: weights && Float64Array.from(kept, (o) => weights[o]!),
  }
}

/** The rows without an item, which each has once at most. */
const withoutItem = ({ start, items }: Rows, item: number): Rows => {
  const left = new Uint32Array(items.length)
  const starts = new Uint32Array(start.length)
  let next = 0
  for (let row = 0; row + 1 < start.length; row++) {
    for (let k = start[row]!; k < start[row + 1]!; k++) if (items[k] !== item) left[next++] = items[k]!
    starts[row + 1] = next
  }
  return { start: starts, items: left.slice(0, next) }
}

/** Where i itself sits among the members of its organisations, as `company` finds it. */
const seatsOf = (focal: Rows, alter: Rows, i: number): Int32Array =>
  Int32Array.from(focal.items, (o) => {
    const place = itemsOf(alter, o).indexOf(i)
    return place < 0 ? -1 : alter.start[o]! + place
  })

const withoutPartner = (of: Company, i: number, partner: number): Company => {
  const alter = withoutItem(of.alter, partner)
  return Object.freeze({
    ...of,
    alter,
    seat: seatsOf(of.focal, alter, i),
    past: of.past?.map((year) => withoutPartner(year, i, partner)),
  })
}

/**
 * The own company of state i without one organisation, or without one partner, in every year: as if the one had never
 * been there. An organisation is left out by a weight of 0. The number of states in the system stays.
 *
 * Example (toy world): without o2, in which it meets B, C and D, A is left with o1 and o3: MM_A = (6 + 1)/2.
 */
export const withoutOne = ({ company: own, weights }: OwnCompany, i: number, one: LeftOut): OwnCompany => {
  if ('partner' in one) return { company: withoutPartner(own, i, one.partner), weights }
  const left = weights?.slice() ?? new Float64Array(own.organisations.length).fill(1)
  left[one.organisation] = 0
  return { company: own, weights: left }
}
