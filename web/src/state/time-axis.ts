/** The axis that all figures of a state share, and the day that is looked at. */
export interface TimeAxis {
  readonly from: number
  readonly to: number
  readonly day: () => number
  readonly moveTo: (day: number) => void
  /** Hears of the day, now and whenever it moves. */
  readonly hear: (listener: (day: number) => void) => void
}

export const timeAxis = (from: number, to: number, first: number): TimeAxis => {
  const listeners = new Set<(day: number) => void>()
  let now = first
  return {
    from,
    to,
    day: () => now,
    moveTo: (day) => {
      now = day
      for (const tell of listeners) tell(day)
    },
    hear: (listener) => {
      listeners.add(listener)
      listener(now)
    },
  }
}
