import type { Formula } from '../../exposure/formulas/formula.ts'
import { asksForClass } from '../network/igo-conditions.ts'
import { lagText } from '../network/lag.ts'
import type { NetworkInput } from '../network/network-inputs.ts'

/**
 * Every parameter that shaped the number, printed with it; an attribute, and that adoption is cumulative, only where it
 * is asked for.
 */
export const parametersOf = (input: NetworkInput) => ({
  preset: input.preset ?? null,
  score: input.score ?? null,
  adoption: input.adoption ?? null,
  threshold: input.adoption === undefined ? null : input.threshold,
  ...(input.attribute !== undefined && { attribute: input.attribute }),
  ...(input.cumulative && { cumulative: true }),
  lag: lagText(input.lag),
  kinds: input.kinds.join(','),
  partner_kinds: input.partnerKinds.join(','),
  min_observed: input.minObserved,
  min_partners: input.minPartners,
  min_coverage: input.minCoverage,
  missing: input.missing,
  isolates: input.isolates,
  include_self: input.includeSelf,
  exclude_imputed: input.excludeImputed,
  exclude_suspended: input.excludeSuspended,
  igos: input.igos?.text ?? null,
  weight: input.weight ?? null,
  universal: asksForClass(input.igos, 'universal') ? input.universal : null,
  dates: input.dates,
  year_codes: input.yearCodes,
})

interface OwnParameters {
  readonly system: string
  readonly system_size: number
  readonly discount: number
}

/** What shaped the number by this formula alone. */
export const parametersFor = ({ ofSystem, ofPast }: Formula, { discount, ...ofStates }: OwnParameters) => ({
  ...(ofSystem && ofStates),
  ...(ofPast && { discount }),
})
