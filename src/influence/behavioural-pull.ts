/** A state on two days, and those that were members on both: what each scored. */
export interface TwoDays {
  readonly own: { readonly before: number; readonly after: number }
  readonly others: readonly { readonly before: number; readonly after: number }[]
}

/** The distances that pulls are made of, summed over the others. Unit: that of the score. */
export interface Distances {
  /** Σ_j |y_j(t) − y_i(t)|: how far they were apart. */
  readonly apart: number
  /** Σ_j |y_j(t + k) − y_i(t)|: how far the others are from where the state was. */
  readonly ofOthers: number
  /** Σ_j |y_i(t + k) − y_j(t)|: how far the state is from where the others were. */
  readonly ofState: number
}

/** Who moved towards whom; 1: all the way, 0: no nearer, below 0: away. */
export interface BehaviouralPull {
  readonly onOthers: number
  readonly onState: number
  readonly net: number
}

/** The distances of one pair of days; those of several add up. */
export const distancesOf = ({ own, others }: TwoDays): Distances => {
  const sum = (distance: (other: TwoDays['others'][number]) => number): number =>
    others.reduce((total, other) => total + Math.abs(distance(other)), 0)
  return {
    apart: sum(({ before }) => before - own.before),
    ofOthers: sum(({ after }) => after - own.before),
    ofState: sum(({ before }) => own.after - before),
  }
}

/**
 * Behavioural pull: whether the others moved towards where a state was, and the state to where the others were.
 *
 *     B_{i→o}(t, k) = 1 − mean_j |y_j(t + k) − y_i(t)| / mean_j |y_j(t) − y_i(t)|
 *     B_{o→i}(t, k) = 1 − mean_j |y_i(t + k) − y_j(t)| / mean_j |y_j(t) − y_i(t)|
 *     net           = B_{i→o} − B_{o→i}
 *
 * j: the other members on both days that are rated on both, of which there are as many above as below the line, so that
 * sums do. Both are held against the same distance. Both are above 0 where all move to the middle: net says who moved
 * less. At most 1; no least. Unit: none. Undefined where nobody else stayed, or all of them scored as the state did:
 * nobody can come nearer.
 *
 * A description: that others came to score as a state had may have any cause, a common one among them.
 *
 * Toy world: (8, 6, 2, 0) become (7, 6, 3, 2). Of A 3/16 and 3/16, net 0; of B 1/3 and 0, net 1/3; of C 1/4 and 1/12,
 * net 1/6; of D 0 and 3/8, net −3/8.
 */
export const behaviouralPull = ({ apart, ofOthers, ofState }: Distances): BehaviouralPull | undefined => {
  if (apart === 0) return undefined
  return { onOthers: 1 - ofOthers / apart, onState: 1 - ofState / apart, net: (ofState - ofOthers) / apart }
}
