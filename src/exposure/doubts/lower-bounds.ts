import type { DoubtfulCircle, End, UncertainPeer } from './uncertain-peers.ts'

/**
 * The lowest values of the formulas over what is uncertain. Each is a fractional programme: choose the terms that may
 * be in, so that Σ w x / Σ w is least. Adding a term lowers a weighted mean exactly where the term lies below the mean
 * (the mediant inequality), so the best choice takes the terms in ascending order as long as they lie below what has
 * been reached.
 */

interface Term {
  readonly weight: number
  readonly value: number
}

/** The least weighted mean of terms that must be in and terms, ascending, that may be. */
const lowestMean = (sure: readonly Term[], ascending: readonly Term[]): number | undefined => {
  let weight = 0
  let sum = 0
  for (const term of sure) {
    weight += term.weight
    sum += term.weight * term.value
  }
  for (const term of ascending) {
    if (weight > 0 && term.value * weight >= sum) break
    weight += term.weight
    sum += term.weight * term.value
  }
  return weight > 0 ? sum / weight : undefined
}

/**
 * The least mean of one circle: with k uncertain scores in it the k lowest are best; of all k that reach `least`, the
 * best one.
 */
const lowestOfCircle = (circle: DoubtfulCircle): number => {
  let { sum, count } = circle
  for (const { score } of circle.maybe) {
    if (count >= circle.least && score * count >= sum) break
    count += 1
    sum += score
  }
  return sum / count
}

/**
 * MM. The circles are chosen apart from each other, and MM falls with the mean of each; so each takes its own least
 * mean, and the circles that need not count are then chosen by weight g_o as above. Exact.
 */
export const lowestMeanOfMeans = (circles: readonly DoubtfulCircle[]): number | undefined => {
  const terms = circles.map((circle) => ({
    weight: circle.weight,
    value: lowestOfCircle(circle),
    always: circle.always,
  }))
  return lowestMean(
    terms.filter(({ always }) => always),
    terms.filter(({ always }) => !always).toSorted((a, b) => a.value - b.value),
  )
}

/**
 * MAX. Every circle that must count takes its least mean, and the highest of these stands; where none must, the least
 * of one circle alone. For the other end the scores are negated, and the highest mean is the least that any circle can
 * reach. Exact.
 */
export const lowestOfLargest = (circles: readonly DoubtfulCircle[], end: End): number | undefined => {
  if (circles.length === 0) return undefined
  const always = circles.filter((circle) => circle.always)
  return end === 'highest' || always.length === 0
    ? Math.min(...circles.map(lowestOfCircle))
    : Math.max(...always.map(lowestOfCircle))
}

/** What is best in one circle where each score costs itself less λ: its sum of scores and their number. */
const cheapest = (circle: DoubtfulCircle, lambda: number): { readonly sum: number; readonly count: number } => {
  let { sum, count } = circle
  for (const { score } of circle.maybe) {
    if (count >= circle.least && score >= lambda) break
    count += 1
    sum += score
  }
  return { sum, count }
}

/**
 * DC, and YEARS over the circles of all its years. All terms of a membership that may not hold are in or out together,
 * so a threshold alone does not do; Dinkelbach's method does (Dinkelbach 1967, Management Science 13(7)): where λ is
 * some attainable value, the choice of least Σ g (y − λ) has a value below λ unless λ is the least. That sum falls
 * apart into the circles. Each step strictly lowers λ, and there are finitely many choices. Exact.
 */
export const lowestPooledMean = (circles: readonly DoubtfulCircle[]): number | undefined => {
  if (circles.length === 0) return undefined
  let lambda = Math.max(...circles.map(({ highest }) => highest))
  for (;;) {
    let sum = 0
    let weight = 0
    for (const circle of circles) {
      const best = cheapest(circle, lambda)
      if (!circle.always && best.sum - lambda * best.count >= 0) continue
      sum += circle.weight * best.sum
      weight += circle.weight * best.count
    }
    if (weight === 0 || sum / weight >= lambda) return lambda
    lambda = sum / weight
  }
}

/**
 * RAW, and TI times its divisor. A sum: each circle adds its least, if it must or if that is below 0. Where nothing
 * must be in and nothing lowers it, the least of one circle alone, since a state without partners has no value. Exact.
 */
export const lowestTotal = (circles: readonly DoubtfulCircle[]): number | undefined => {
  if (circles.length === 0) return undefined
  const costs = circles.map((circle) => ({ cost: circle.weight * cheapest(circle, 0).sum, always: circle.always }))
  const taken = costs.filter(({ cost, always }) => always || cost < 0)
  return taken.length === 0
    ? Math.min(...costs.map(({ cost }) => cost))
    : taken.reduce((total, { cost }) => total + cost, 0)
}

/** Beyond so many circles that need not count, the choices are no longer gone through one by one. */
const few = 8

/**
 * BIN. A partner is one voice, wherever it is met, so the choices hang together. Where few circles need not count, each
 * choice of them is gone through: given these, every partner that is met somewhere for certain is in, and the others
 * may be. Exact, where one score makes an organisation count. With more such circles, or where it takes more scores,
 * partners are taken as if each might be met or not by itself: then the bounds hold, and may be wider than they need
 * be.
 */
export const lowestOfPartners = (circles: readonly DoubtfulCircle[]): number | undefined => {
  const met = circles.map(({ sure, maybe, always }): Met => ({ sure: sure(), maybe, always }))
  const optional = met.filter(({ always }) => !always)
  const choices =
    optional.length > few || circles.some(({ least }) => least > 1)
      ? [
          met.map(({ sure, maybe, always }) =>
            always ? { sure, maybe, always } : { sure: [], maybe: [...sure, ...maybe], always },
          ),
        ]
      : Array.from({ length: 2 ** optional.length }, (_, choice) =>
          met.filter((one) => one.always || (choice & (1 << optional.indexOf(one))) !== 0),
        )
  const found = choices.flatMap((chosen) => lowestOfMet(chosen) ?? [])
  return found.length === 0 ? undefined : Math.min(...found)
}

interface Met {
  readonly sure: readonly UncertainPeer[]
  readonly maybe: readonly UncertainPeer[]
  readonly always: boolean
}

const lowestOfMet = (chosen: readonly Met[]): number | undefined => {
  const sure = new Map(chosen.flatMap((one) => one.sure.map(({ partner, score }) => [partner, score] as const)))
  const maybe = new Map(
    chosen.flatMap((one) =>
      one.maybe.filter(({ partner }) => !sure.has(partner)).map(({ partner, score }) => [partner, score] as const),
    ),
  )
  const term = (value: number): Term => ({ weight: 1, value })
  return lowestMean([...sure.values()].map(term), [...maybe.values()].toSorted((a, b) => a - b).map(term))
}
