import { company, type Company } from '../../src/exposure/company.ts'
import type { Rows } from '../../src/exposure/sparse-rows.ts'

/** The size of what is measured. */
export interface Size {
  readonly states: number
  readonly organisations: number
  readonly years: number
  readonly attributes: number
}

/** One attribute of all states in one year: 0 where there is no score. */
export interface Attribute {
  readonly scores: Float64Array
  readonly rated: Uint8Array
}

export interface Year {
  readonly company: Company
  readonly attributes: readonly Attribute[]
}

/** Numbers from 0 to below 1, the same every time. */
const chances = (): (() => number) => {
  let seed = 1
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** The share of states that an organisation takes in: nearly everybody for a few, next to nobody for most. */
const reachOf = (organisation: number): number => {
  if (organisation < 30) return 0.85
  return organisation < 120 ? 0.15 : 0.05
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

const rowsOf = (lists: readonly (readonly number[])[]): Rows => {
  const start = new Uint32Array(lists.length + 1)
  for (const [row, list] of lists.entries()) start[row + 1] = start[row]! + list.length
  return { start, items: Uint32Array.from(lists.flat()) }
}

/** Scores of which a fifth is missing: whole numbers from 0 to 8, as raters give them, or of every size. */
const attribute = (count: number, isWhole: boolean, chance: () => number): Attribute => {
  const rated = Uint8Array.from(range(count), () => (chance() < 0.8 ? 1 : 0))
  const drawn = (): number => (isWhole ? Math.floor(9 * chance()) : 8 * chance() - 4)
  return { scores: Float64Array.from(rated, (is) => (is ? drawn() : 0)), rated }
}

/** An invented world of the real size. Memberships and scores are other ones every year. */
export function* inventedYears(size: Size, isWhole: boolean): Generator<Year> {
  const chance = chances()
  const [states, organisations] = [range(size.states), range(size.organisations)]
  for (let year = 0; year < size.years; year++) {
    const members = organisations.map((o) => states.filter(() => chance() < reachOf(o)))
    const seatsOf: number[][] = states.map(() => [])
    for (const [o, list] of members.entries()) for (const i of list) seatsOf[i]?.push(o)
    const attributes = range(size.attributes).map(() => attribute(size.states, isWhole, chance))
    const [first] = attributes
    yield {
      company: company({
        states: states.map((i) => `s${i}`),
        organisations: organisations.map((o) => `o${o}`),
        focal: rowsOf(seatsOf),
        alter: rowsOf(members),
        scores: first?.scores ?? new Float64Array(size.states),
        rated: first?.rated ?? new Uint8Array(size.states),
      }),
      attributes,
    }
  }
}
