/** One look at a process: when, in seconds since the load began, and how many MB. */
export interface Look {
  readonly seconds: number
  readonly megabytes: number
}

export interface Flatness {
  /** Medians of the second and of the last quarter of the time. */
  readonly second: number
  readonly last: number
  /** last / second */
  readonly ratio: number
  /** Of the straight line through all looks after the first quarter, in MB a minute. */
  readonly slope: number
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const slopeOf = (looks: readonly Look[]): number => {
  const mean = (of: (look: Look) => number): number => looks.reduce((sum, look) => sum + of(look), 0) / looks.length
  const [time, memory] = [mean(({ seconds }) => seconds), mean(({ megabytes }) => megabytes)]
  const spread = looks.reduce((sum, { seconds }) => sum + (seconds - time) ** 2, 0)
  return spread === 0
    ? 0
    : (60 * looks.reduce((sum, { seconds, megabytes }) => sum + (seconds - time) * (megabytes - memory), 0)) / spread
}

/**
 * Whether memory stays. The first quarter is left out: there caches fill and code is compiled.
 * Example: 100 MB in the second quarter and 130 MB in the last is a ratio of 1.3.
 */
export const flatnessOf = (looks: readonly Look[], seconds: number): Flatness => {
  const within = (from: number, to: number): readonly number[] =>
    looks
      .filter((look) => look.seconds >= from * seconds && look.seconds < to * seconds)
      .map(({ megabytes }) => megabytes)
  const second = medianOf(within(0.25, 0.5))
  const last = medianOf(within(0.75, 1))
  return { second, last, ratio: last / second, slope: slopeOf(looks.filter((look) => look.seconds >= 0.25 * seconds)) }
}
