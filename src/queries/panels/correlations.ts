import { z } from 'zod'

export const correlationOut = z.object({
  a: z.string().describe('The column of one exposure'),
  b: z.string().describe('The column of the other'),
  r: z.number().nullable().describe("Pearson's correlation over the rows that have both; null where it is not defined"),
  n: z.int().describe('How many rows have both'),
})
export type Correlation = z.infer<typeof correlationOut>

/**
 * Pearson's correlation of pairs, in two passes. From -1 to 1; null for fewer than two pairs, and where one side does
 * not vary.
 */
export const correlation = (pairs: readonly (readonly [number, number])[]): number | null => {
  const n = pairs.length
  const [first] = pairs
  if (n < 2 || first === undefined) return null
  if (([0, 1] as const).some((side) => pairs.every((pair) => pair[side] === first[side]))) return null
  const meanOf = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / n
  const [meanX, meanY] = [meanOf(0), meanOf(1)]
  let [xx, yy, xy] = [0, 0, 0]
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2
    yy += (y - meanY) ** 2
    xy += (x - meanX) * (y - meanY)
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

type Cells = readonly (string | number | null)[]

/** The correlations of each two of some columns, over the rows of a panel. */
export const correlationsOf = (
  columns: readonly string[],
  rows: readonly Cells[],
  names: readonly string[],
): Correlation[] => {
  const placeOf = new Map(columns.map((name, place) => [name, place]))
  const numberIn = (row: Cells, name: string): number | undefined => {
    const cell = row[placeOf.get(name) ?? -1]
    return typeof cell === 'number' ? cell : undefined
  }
  return names.flatMap((a, index) =>
    names.slice(index + 1).map((b) => {
      const pairs = rows.flatMap((row): readonly (readonly [number, number])[] => {
        const [x, y] = [numberIn(row, a), numberIn(row, b)]
        return x === undefined || y === undefined ? [] : [[x, y]]
      })
      return { a, b, r: correlation(pairs), n: pairs.length }
    }),
  )
}
