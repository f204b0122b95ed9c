import { sum } from '../../exposure/sum.ts'

/** A part of an exposure: an organisation with its rated members, or a partner alone. */
export interface Part {
  readonly name: string
  readonly weight: number
  /** Of an organisation the mean of its other members, of a partner its score. */
  readonly value: number
  readonly partners: readonly { readonly partner: string; readonly weight: number; readonly value: number }[]
}

/** What each kind of change adds to the difference of two exposures. */
export interface Effects {
  /** Of parts that count on the second day alone. */
  readonly entered: number
  /** Of parts that counted on the first day alone. */
  readonly left: number
  /** Of partners that were rated on both days, and score otherwise. */
  readonly scores: number
  /** Of who came among the rated members of an organisation, and who went. */
  readonly members: number
  /** Of parts that weigh more or less than before. */
  readonly weights: number
}

/** A partner that scored otherwise. */
export interface ScoreChange {
  readonly partner: string
  readonly before: number
  readonly after: number
  readonly effect: number
}

export interface PartChange {
  readonly name: string
  readonly before: Part | undefined
  readonly after: Part | undefined
  readonly effects: Effects
  readonly scores: readonly ScoreChange[]
}

export interface SplitChange {
  /** What the values of parts are held against. */
  readonly reference: number
  readonly parts: readonly PartChange[]
}

const none: Effects = { entered: 0, left: 0, scores: 0, members: 0, weights: 0 }
const middle = (a: number, b: number): number => a / 2 + b / 2

const addsUpToOne = (parts: readonly Part[]): boolean => Math.abs(sum(parts.map(({ weight }) => weight)) - 1) < 1e-9
const valueOf = (parts: readonly Part[]): number => sum(parts.map(({ weight, value }) => weight * value))

/** Who scored otherwise in a part that counts on both days; a partner alone is its own and only member. */
const scoresIn = (before: Part, after: Part): readonly ScoreChange[] => {
  const weight = middle(before.weight, after.weight)
  if (before.partners.length === 0 && after.partners.length === 0)
    return after.value === before.value
      ? []
      : [
          {
            partner: after.name,
            before: before.value,
            after: after.value,
            effect: weight * (after.value - before.value),
          },
        ]
  const was = new Map(before.partners.map((one) => [one.partner, one]))
  return after.partners.flatMap((one) => {
    const other = was.get(one.partner)
    if (other === undefined || other.value === one.value) return []
    const share = middle(other.weight / before.weight, one.weight / after.weight)
    const effect = weight * share * (one.value - other.value)
    return [{ partner: one.partner, before: other.value, after: one.value, effect }]
  })
}

const stayed = (before: Part, after: Part, reference: number): PartChange => {
  const scores = scoresIn(before, after)
  const ofScores = sum(scores.map(({ effect }) => effect))
  const ofValue = middle(before.weight, after.weight) * (after.value - before.value)
  const isAlone = before.partners.length === 0 && after.partners.length === 0
  const effects = {
    ...none,
    scores: ofScores,
    members: isAlone ? 0 : ofValue - ofScores,
    weights: (after.weight - before.weight) * (middle(before.value, after.value) - reference),
  }
  return { name: after.name, before, after, effects, scores }
}

/**
 * What moved an exposure between two days, part by part.
 *
 *     E₁ − E₀ = Σ_entered w₁(v₁ − R) − Σ_left w₀(v₀ − R) + Σ_stayed w̄(v₁ − v₀) + Σ_stayed (w₁ − w₀)(v̄ − R)
 *
 * w: the weight of a part (an organisation, or a partner), v: its value; a bar is the mean of both days. R is the mean
 * of both exposures where weights add up to 1 on both days, so that a part that joins raises the exposure where its
 * value lies above it, and 0 where they do not (raw, ti). v₁ − v₀ of an organisation is in turn Σ s̄(y₁ − y₀) over the
 * members rated on both days, s a member's share of the organisation and y its score, and the rest, which is of who
 * came and who went. The effects add up to the difference, up to rounding.
 *
 * Source: the decomposition of productivity by Griliches and Regev (1995), Journal of Econometrics 65: 175-203.
 *
 * Example: an organisation of mean 2 alone, then beside one of mean 6, each of weight 1/2. R = (2 + 4)/2 = 3. Entered
 * 1/2·(6 − 3) = 3/2, weights (1/2 − 1)(2 − 3) = 1/2: together 2, which is 4 − 2.
 */
export const splitChange = (before: readonly Part[], after: readonly Part[]): SplitChange => {
  const isMean = addsUpToOne(before) && addsUpToOne(after)
  const reference = isMean ? middle(valueOf(before), valueOf(after)) : 0
  const was = new Map(before.map((part) => [part.name, part]))
  const is = new Set(after.map(({ name }) => name))
  const left = before
    .filter(({ name }) => !is.has(name))
    .map((part) => ({
      name: part.name,
      before: part,
      after: undefined,
      effects: { ...none, left: -part.weight * (part.value - reference) },
      scores: [],
    }))
  const rest = after.map((part): PartChange => {
    const other = was.get(part.name)
    if (other !== undefined) return stayed(other, part, reference)
    const effects = { ...none, entered: part.weight * (part.value - reference) }
    return { name: part.name, before: undefined, after: part, effects, scores: [] }
  })
  return { reference, parts: [...rest, ...left] }
}

const kinds = ['entered', 'left', 'scores', 'members', 'weights'] as const

/** What a change adds to the difference, of whatever kind. */
export const totalOf = (effects: Effects): number => sum(kinds.map((kind) => effects[kind]))

/** The effects of all parts, by kind. */
export const effectsOf = (parts: readonly PartChange[]): Effects => {
  const of = (kind: (typeof kinds)[number]): number => sum(parts.map(({ effects }) => effects[kind]))
  return {
    entered: of('entered'),
    left: of('left'),
    scores: of('scores'),
    members: of('members'),
    weights: of('weights'),
  }
}

/** What each partner's change of score adds to the difference, over all parts; the greatest first. */
export const scoreChangesOf = (parts: readonly PartChange[]): readonly ScoreChange[] => {
  const byPartner = new Map<string, ScoreChange>()
  for (const change of parts.flatMap(({ scores }) => scores)) {
    const known = byPartner.get(change.partner)
    byPartner.set(change.partner, { ...change, effect: change.effect + (known?.effect ?? 0) })
  }
  return [...byPartner.values()].toSorted(
    (a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.partner < b.partner ? -1 : 1),
  )
}
