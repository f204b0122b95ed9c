import { narrowedTo, withScores } from '../../exposure/company.ts'
import { boundsAround, type Bounds } from '../../exposure/doubts/bounds.ts'
import type { Doubts } from '../../exposure/doubts/uncertainty.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { FormulaOptions } from '../../exposure/options.ts'
import { readingOf } from '../../exposure/reading.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { NetworkInput } from '../network/network-inputs.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { sizeOn, type System } from '../memberships/system-spells.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** A state's exposure on a day, as every question that gives one says it. */
export interface ExposureValue {
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  /** Why there is no value; null where there is one. */
  readonly missing: string | null
  readonly coverage: number
  readonly degree: number
}

const nobody: ExposureValue = {
  value: null,
  min: null,
  max: null,
  missing: 'no-organisation',
  coverage: 0,
  degree: 0,
}

/** Whose value is 0 where isolates have one. */
const isolated: ReadonlySet<string> = new Set(['no-organisation', 'no-partner'])
const zero: ExposureValue = { ...nobody, value: 0, min: 0, max: 0, missing: null }

/**
 * The options of formulas in the company of a day. The number of states in the system is that of the day, in the
 * system asked for; it is loaded only where a formula needs it. Throws `unknown-system` where the log does not hold
 * that system.
 */
export const optionsOn = async (
  world: Snapshot,
  input: NetworkInput,
  system: System,
  formulas: readonly Formula[],
): Promise<(on: CompanyOn) => FormulaOptions> => {
  const size = formulas.some(({ ofSystem }) => ofSystem) ? sizeOn(await heldSystem(world, system)) : undefined
  return ({ day, weights }) => ({
    minObserved: input.minObserved,
    minPartners: input.minPartners,
    missing: input.missing,
    self: input.includeSelf ? 'include' : 'exclude',
    systemSize: size?.(day),
    igoWeight: weights,
    discount: input.discount,
  })
}

const unbounded = { min: null, max: null }

/** About whom exposures are asked, and what of them. */
export interface Whom {
  /** Whether it is known of a state that it was there, and met nobody, so that `isolates` may give it 0. */
  readonly mayBeAlone: (state: string) => boolean
  /** The one state that is asked about, where it is one. */
  readonly only?: string
  /** Whether the bounds of values are reckoned, too; else they are null. Default: they are. */
  readonly withBounds?: boolean | undefined
}

/** The exposure of every state by one formula, in the company of one day. */
export const exposuresIn = (
  on: CompanyOn,
  formula: Formula,
  options: FormulaOptions,
  { minCoverage, isolates }: Pick<NetworkInput, 'minCoverage' | 'isolates'>,
  { mayBeAlone, only, withBounds = true }: Whom,
): ((state: string) => ExposureValue) => {
  const { company: whole, doubts: known } = formula.ofPast ? on.withPast() : on
  const doubts = withBounds ? known : undefined
  const one = only === undefined ? undefined : on.indexOf(only)
  const company = one === undefined ? whole : narrowedTo(whole, one)
  const extremes = (doubts && formula.extremes?.(doubts, options)) ?? []
  const scorings = [company, ...extremes.map(({ scores, rated }) => withScores(company, scores, rated))]
  const [found, lowest, highest] = formula.computeEach(scorings, options)
  const boundsIn = (uncertain: Doubts, i: number): Bounds | undefined =>
    lowest === undefined || highest === undefined
      ? formula.bounds(uncertain, i, options)
      : { min: lowest.values[i]!, max: highest.values[i]! }
  const how = { ...options, minCoverage, systemSize: formula.ofSystem ? options.systemSize : undefined }
  return (state) => {
    const alone = isolates === 'zero' && mayBeAlone(state) ? zero : undefined
    const i = on.indexOf(state)
    if (i === undefined) return alone ?? nobody
    const reading = readingOf(company, found!, i, how)
    const { coverage, degree } = reading
    if ('missing' in reading && isolated.has(reading.missing) && alone !== undefined) return alone
    if ('missing' in reading) return { ...nobody, missing: reading.missing, coverage, degree }
    const { value } = reading
    const { min, max } = withBounds ? boundsAround(value, doubts, i, boundsIn) : unbounded
    return { value, min, max, missing: null, coverage, degree }
  }
}
