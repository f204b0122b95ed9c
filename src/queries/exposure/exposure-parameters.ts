import { z } from 'zod'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { ownParameters, type Asked } from '../channels/channel-inputs.ts'
import { partnerChannelOf, type PartnerChannelId } from '../channels/index.ts'
import { asksForClass } from '../network/igo-conditions.ts'
import { countingText } from '../accession/member-entries.ts'
import { lagText } from '../network/lag.ts'
import type { NetworkInput } from '../network/network-inputs.ts'

export const parametersOut = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** Parameters as an answer prints them, by their names. */
export type Parameters = Readonly<z.output<typeof parametersOut>>

/**
 * What shapes a number by whatever partners; an attribute, and that adoption is cumulative, only where it is asked for.
 */
const ofPartners = (input: NetworkInput) => ({
  preset: input.preset ?? null,
  score: input.score ?? null,
  adoption: input.adoption ?? null,
  threshold: input.adoption === undefined ? null : input.threshold,
  ...(input.published && { published: true }),
  ...(input.attribute !== undefined && { attribute: input.attribute }),
  ...(input.cumulative && { cumulative: true }),
  lag: lagText(input.lag),
  min_partners: input.minPartners,
  min_coverage: input.minCoverage,
  missing: input.missing,
  isolates: input.isolates,
  dates: input.dates,
})

/** What shapes it by groups of more than two. */
const ofGroups = (input: NetworkInput) => ({ min_observed: input.minObserved, include_self: input.includeSelf })

/** What shapes it by organisations. */
const ofOrganisations = (input: NetworkInput) => ({
  kinds: input.kinds.join(','),
  partner_kinds: input.partnerKinds.join(','),
  exclude_imputed: input.excludeImputed,
  exclude_suspended: input.excludeSuspended,
  igos: input.igos?.text ?? null,
  weight: input.weight ?? null,
  ...(input.entry !== undefined && { entry: countingText(input.entry), probation: input.probation }),
  universal: asksForClass(input.igos, 'universal') ? input.universal : null,
  year_codes: input.yearCodes,
})

/** What shapes it by one formula alone. */
const ofFormula = ({ ofSystem, ofPast }: Formula, { discount }: NetworkInput, systemSize: number | undefined) => ({
  ...(ofSystem && { system_size: systemSize ?? 0 }),
  ...(ofPast && { discount }),
})

/** Every parameter that shaped a number by one channel, whatever the formula. */
export const parametersOfChannel = (id: PartnerChannelId, input: NetworkInput & Asked, system: string): Parameters => {
  const channel = partnerChannelOf(id)
  if ('formality' in channel) return { ...ofPartners(input), ...ofGroups(input), ...ofOrganisations(input) }
  return {
    ...ofPartners(input),
    ...(channel.group === 'group' && ofGroups(input)),
    ...(channel.hasDays === true && { year_codes: input.yearCodes }),
    system,
    ...ownParameters(id, input),
  }
}

/** Every parameter that shaped a number by one channel and formula: printed with it, and none else. */
export const parametersBy = (
  id: PartnerChannelId,
  formula: Formula,
  input: NetworkInput & Asked & { readonly system: string },
  systemSize: number | undefined,
): z.output<typeof parametersOut> => ({
  formula: formula.id,
  ...parametersOfChannel(id, input, input.system),
  ...(formula.ofSystem && { system: input.system }),
  ...ofFormula(formula, input, systemSize),
})
