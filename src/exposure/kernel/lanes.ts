import { loops, type Loops } from './loops.ts'

/**
 * So many scorings stand side by side. What belongs to row r and lane l is at `r * lanes + l`, so that one index is
 * looked up for all of them, and no sum waits for another one. Two lanes are a vector; they are computed together.
 */
export const lanes = 4

/** The pairs of lanes that so many scorings take: how far each is from the first one, in bytes. */
export const pairsOf = (scorings: number): readonly number[] => (scorings > 2 ? [0, 16] : [0])

interface Table {
  readonly start: number
  readonly rows: number
  readonly items: number
}

/** For each row the sum of `values` over its items, in the lanes of so many scorings. All sums must be exact. */
export const addRows = ({ start, rows, items }: Table, scorings: number, values: number, into: number): void =>
  adderOf(scorings)(start, rows, items, values, into)

const adderOf = (scorings: number): Loops['addLanes'] => (scorings > 2 ? loops().addLanes : loops().addPair)
