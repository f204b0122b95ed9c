import { badInput } from '../common/error.ts'

/**
 * Exposure to adopters.
 *
 *     E_i = Σ_{j≠i} w_ij x_j a_j / Σ_{j≠i} w_ij x_j
 *
 * a_j: 1 for an adopter, 0 for none; x_j: an attribute of the partner (capabilities, prestige), 1 by default. Range: 0
 * to 1. Undefined without partners: never 0 (netdiffuseR returns 0 for an isolate: its denominator gets +1e-20).
 * Weights are used as they are (netdiffuseR makes them 0/1 unless told `valued = TRUE`). Convention: i never counts for
 * itself, whatever stands at w_ii. Where a_j is unknown, j leaves the fraction and lowers the coverage. Lag: give
 * weights and adopters of t − 1 for the exposure that can matter in t. Same-year adopters explain nothing. Layout:
 * weights row by row, `weights[i * n + j]`. For shared organisations: `sharedOrganisationWeights` in exposure/.
 *
 * Toy world (AB 2, AC 2, AD 2, BC 1, BD 1, CD 2; A has adopted): A 0, B 1/2, C 2/5, D 2/5; once B has too: A 1/3, B
 * 1/2, C 3/5, D 3/5.
 */
export interface AdoptionExposureInput {
  readonly weights: Float64Array
  /** 1 for adopters, 0 for the others */
  readonly adopted: Uint8Array
  /** 0 where it is unknown whether a state has adopted. Default: all known. */
  readonly known?: Uint8Array | undefined
  /** x_j, finite and not negative. Default: 1 each. */
  readonly attribute?: Float64Array | undefined
}

export interface AdoptionExposure {
  readonly values: Float64Array
  readonly defined: Uint8Array
  /** partners with a weight whose adoption is known, and how many of them have adopted */
  readonly degree: Uint32Array
  readonly adopters: Uint32Array
  readonly coverage: Float64Array
}

export const adoptionExposure = (input: AdoptionExposureInput): AdoptionExposure => {
  const { weights, adopted, known, attribute } = input
  const n = adopted.length
  check(input, n)
  const result = blank(n)
  for (let i = 0; i < n; i++) {
    let reached = 0
    let observed = 0
    let whole = 0
    for (let j = 0; j < n; j++) {
      const weight = attribute === undefined ? weights[i * n + j]! : weights[i * n + j]! * attribute[j]!
      if (weight === 0 || j === i) continue
      whole += weight
      if (known !== undefined && !known[j]) continue
      observed += weight
      result.degree[i]!++
      if (!adopted[j]) continue
      reached += weight
      result.adopters[i]!++
    }
    if (observed === 0) continue
    result.values[i] = reached / observed
    result.coverage[i] = observed / whole
    result.defined[i] = 1
  }
  return result
}

const blank = (n: number): AdoptionExposure => ({
  values: new Float64Array(n),
  defined: new Uint8Array(n),
  degree: new Uint32Array(n),
  adopters: new Uint32Array(n),
  coverage: new Float64Array(n),
})

const check = ({ weights, adopted, known, attribute }: AdoptionExposureInput, n: number): void => {
  checkNumbers('weights', weights, n * n)
  checkFlags('adopted', adopted, n)
  if (known !== undefined) checkFlags('known', known, n)
  if (attribute !== undefined) checkNumbers('attribute', attribute, n)
}

const checkNumbers = (name: string, values: Float64Array, count: number): void => {
  if (values.length !== count)
    throw badInput('bad-argument', `${name} has ${values.length} entries; expected ${count}.`)
  const at = values.findIndex((value) => !(Number.isFinite(value) && value >= 0))
  if (at >= 0)
    throw badInput('bad-argument', `${name}[${at}] is ${values[at]}; expected a finite number, not negative.`)
}

const checkFlags = (name: string, flags: Uint8Array, count: number): void => {
  if (flags.length !== count)
    throw badInput('bad-argument', `${name} has ${flags.length} entries; expected ${count}, one for each state.`)
  const at = flags.findIndex((flag) => flag > 1)
  if (at >= 0) throw badInput('bad-argument', `${name}[${at}] is ${flags[at]}; expected 0 or 1.`)
}

/** The same of one state i alone, by its weights to all others; undefined without partners of whom it is known. */
export const adoptionExposureOf = (
  i: number,
  weights: Float64Array,
  adopted: Uint8Array,
  known: Uint8Array,
): number | undefined => {
  let [reached, observed] = [0, 0]
  for (let j = 0; j < weights.length; j++) {
    if (j === i || !known[j]) continue
    observed += weights[j]!
    if (adopted[j]) reached += weights[j]!
  }
  return observed === 0 ? undefined : reached / observed
}
