import type { Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'

/** One act of pressure on a state. */
export interface PressureAction {
  readonly campaign: string
  readonly kind: string
  readonly day: Day
  /** s_a: how hard its kind presses. */
  readonly strength: number
  /** How many organisations had joined the campaign by then, the one that acts included. */
  readonly organisations: number
  readonly decidedBy: readonly EventId[]
}

/** An action's part of the stock that is left on a day. */
export interface PressureTerm extends PressureAction {
  readonly breadth: number
  readonly left: number
  readonly contribution: number
}

export interface Pressure<A extends PressureAction = PressureAction> {
  readonly value: number
  readonly terms: readonly (A & PressureTerm)[]
}

const daysPerYear = 365.25

/**
 * Advocacy pressure on a state over a norm: a stock that every action feeds and time wears down.
 *
 *     P(t) = Σ_{a: τ_a ≤ t} s_a · ln(1 + organisations joined by τ_a) · 2^(−(t − τ_a) / h)
 *
 * s_a: strength of the kind of action; h: half-life in years. Unit: none. Range: 0 and up; 0 where nobody has acted.
 * Our operationalisation of Keck & Sikkink (1998); the literature gives no computable rule.
 *
 * Example: one urgent action (strength 2) by one organisation, half-life 2 years, two years on: 2 · ln 2 · ½ = ln 2.
 */
export const pressure = <A extends PressureAction>(
  actions: readonly A[],
  day: Day,
  halfLifeYears: number,
): Pressure<A> => {
  const terms = actions
    .filter((action) => action.day <= day)
    .map((action): A & PressureTerm => {
      const breadth = Math.log(1 + action.organisations)
      const left = 2 ** (-(day - action.day) / daysPerYear / halfLifeYears)
      return { ...action, breadth, left, contribution: action.strength * breadth * left }
    })
  return { value: terms.reduce((total, { contribution }) => total + contribution, 0), terms }
}
