/**
 * Infectiousness and susceptibility, for one state of a network that changes by the year (Valente and others 2015).
 *
 *     I_i = Σ_j w_ij [T_j = T_i + 1] / Σ_j w_ij [T_j ≥ T_i + 1],   w of the end of year T_i
 *     S_i = Σ_j w_ij [T_j = T_i − 1] / Σ_j w_ij [T_j ≤ T_i − 1],   w of the end of year T_i − 1
 *
 * T: the year of adoption. I_i: of the partners that adopted after i did, weighted by what they share with i, the part
 * that did so in the very next year. S_i: of those that had adopted before i, the part that did so in the year just
 * before. Range: 0 to 1; undefined where no partner adopted after it, or before it: never 0. Who has not adopted is in
 * neither sum. Weights are used as they are; netdiffuseR makes them 0/1 and reads the graph of T_i + 1 in I.
 * Descriptions of timing: that a partner followed is no evidence that it followed because of i.
 *
 * Example: i adopts in 1990 and shares 3 organisations with j, who adopts in 1991, and 1 with k, who adopts in 1995:
 * I_i = 3/4.
 *
 * `weights`: the weights of i to everybody; `years`: the year of adoption of each, NaN for who has not.
 */
export const timingShare = (
  weights: Float64Array,
  years: Float64Array,
  own: number,
  side: 'after' | 'before',
): number | undefined => {
  const step = side === 'after' ? 1 : -1
  let [next, all] = [0, 0]
  for (let j = 0; j < weights.length; j++) {
    const away = step * (years[j]! - own)
    if (!(away >= 1)) continue
    all += weights[j]!
    if (away === 1) next += weights[j]!
  }
  return all === 0 ? undefined : next / all
}
