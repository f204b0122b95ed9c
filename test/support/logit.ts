/** A fitted logit: coefficients and their standard errors by name. */
export interface Logit {
  readonly n: number
  readonly coefficients: Readonly<Record<string, number>>
  readonly standardErrors: Readonly<Record<string, number>>
  readonly logLikelihood: number
}

/** The inverse of a symmetric, positive definite matrix, by Gauss and Jordan. Throws where it is singular. */
const inverse = (matrix: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))])
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]![i]!
    if (Math.abs(pivot) < 1e-12) throw new Error(`column ${i} goes together with those before it`)
    const own = rows[i]!.map((cell) => cell / pivot)
    rows[i] = own
    for (let k = 0; k < n; k++)
      if (k !== i) {
        const factor = rows[k]![i]!
        rows[k] = rows[k]!.map((cell, j) => cell - factor * own[j]!)
      }
  }
  return rows.map((row) => row.slice(n))
}

/**
 * A logit by iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), to the tolerance of R's
 * glm: it ends where the deviance moves by less than 1e-8 of itself. Where all of a level adopt its coefficient grows
 * without end, and it is this rule that says where it stands. Standard errors are plain: the inverse information.
 */
export const logit = (y: readonly number[], x: Readonly<Record<string, readonly number[]>>): Logit => {
  const names = Object.keys(x)
  const rows = y.map((_, i) => names.map((name) => x[name]![i]!))
  let eta = y.map((one) => Math.log((one + 0.5) / (1.5 - one)))
  let before = Number.POSITIVE_INFINITY
  for (let step = 0; step < 50; step++) {
    const p = eta.map((one) => 1 / (1 + Math.exp(-one)))
    const w = p.map((one) => Math.max(one * (1 - one), 1e-15))
    const information = names.map((_one, a) =>
      names.map((_other, b) => rows.reduce((sum, row, i) => sum + w[i]! * row[a]! * row[b]!, 0)),
    )
    const moments = names.map((_, a) =>
      rows.reduce((sum, row, i) => sum + row[a]! * (w[i]! * eta[i]! + y[i]! - p[i]!), 0),
    )
    const covariance = inverse(information)
    const beta = covariance.map((row) => row.reduce((sum, cell, k) => sum + cell * moments[k]!, 0))
    eta = rows.map((row) => row.reduce((sum, cell, k) => sum + cell * beta[k]!, 0))
    const logLikelihood = eta.reduce((sum, one, i) => sum - Math.log1p(Math.exp(y[i] === 1 ? -one : one)), 0)
    const deviance = -2 * logLikelihood
    if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < 1e-8)
      return {
        n: y.length,
        coefficients: Object.fromEntries(names.map((name, k) => [name, beta[k]!])),
        standardErrors: Object.fromEntries(names.map((name, k) => [name, Math.sqrt(covariance[k]![k]!)])),
        logLikelihood,
      }
    before = deviance
  }
  throw new Error('no convergence in 50 steps')
}
