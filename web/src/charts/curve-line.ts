/** What a line stood at from a day on. */
export interface CurvePoint {
  readonly day: number
  readonly share: number
  /** How many that are, and of how many: `86 of 184`. */
  readonly of?: string
}

/** A share over time, in steps. */
export interface CurveLine {
  readonly name: string
  readonly family: string
  readonly points: readonly CurvePoint[]
}
