/** A point of a scatter: y over x. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The slope of the least-squares line through points: Σ (x − x̄)(y − ȳ) / Σ (x − x̄)².
 *
 * Unit: that of y for one of x. Undefined, never 0, where there are fewer than two different x: no line is the one.
 * Source: ordinary least squares, as in any textbook.
 *
 * Example: (0, 2), (1, 4), (2, 3) give 1/2.
 */
export const leastSquaresSlope = (points: readonly Point[]): number | undefined => {
  const [first] = points
  if (first === undefined || points.every(({ x }) => x === first.x)) return undefined
  // Values that are all the same have no slope, whatever the rounding of their mean.
  if (points.every(({ y }) => y === first.y)) return 0
  const mean = (of: (point: Point) => number): number => points.reduce((sum, one) => sum + of(one), 0) / points.length
  const [middle, level] = [mean(({ x }) => x), mean(({ y }) => y)]
  const square = points.reduce((sum, { x }) => sum + (x - middle) ** 2, 0)
  return points.reduce((sum, { x, y }) => sum + (x - middle) * (y - level), 0) / square
}
