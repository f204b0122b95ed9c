import { exactly, total, type Fraction } from './fraction.ts'
import type { World } from './world.ts'

/** The double next to a sum of doubles: their fractions have powers of two below. */
const rounded = ({ over, under }: Fraction): number => Number(over) / Number(under)

const sumOf = (terms: readonly number[]): Fraction => total(terms.map(exactly))

/** For each organisation of state i the scores of its other members. */
const othersOf = ({ scores, members }: World, i: number): readonly (readonly number[])[] =>
  members
    .filter((those) => those.includes(i))
    .map((those) => those.filter((j) => j !== i).flatMap((j) => scores[j] ?? []))
    .filter((those) => those.length > 0)

/** MM as the kernel is to round it: the sum of the others once, each mean once, and once the sum of the means. */
export const roundedMm = (world: World, i: number): number | undefined => {
  const means = othersOf(world, i).map((those) => rounded(sumOf(those)) / those.length)
  return means.length === 0 ? undefined : rounded(sumOf(means)) / means.length
}

/** DC: the sum of the others once in each organisation, and once the sum of these. */
export const roundedDc = (world: World, i: number): number | undefined => {
  const others = othersOf(world, i)
  const count = others.flat().length
  return count === 0 ? undefined : rounded(sumOf(others.map((those) => rounded(sumOf(those))))) / count
}
