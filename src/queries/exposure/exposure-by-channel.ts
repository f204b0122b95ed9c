import { z } from 'zod'
import { narrowedTo } from '../../exposure/company.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { ChannelCompanies, CompanyRead } from '../channels/channel-companies.ts'
import { unpublishedFor, unpublishedOut } from '../network/unpublished.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { Day } from '../../time/day.ts'
import type { ChannelInput } from '../channels/channel.ts'
import type { Asked } from '../channels/channel-inputs.ts'
import { channelIds, channelOf, type ChannelId, type PartnerChannelId } from '../channels/index.ts'
import { coverageOf, coverageOut } from '../question/coverage-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { tellUncertain, termsOf, termsOut, uncertainFor, uncertainOut, type TermInBrief } from './exposure-terms.ts'
import { parametersBy, parametersOut } from './exposure-parameters.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'

export const exposureByChannelOut = z.object({
  channel: z.enum(channelIds),
  title: z.string(),
  definition: z.string().describe('Who is a partner by the channel, and with which weight'),
  evidence: z.string().describe('The events that it is made of'),
  value: z.number().nullable().describe('The exposure by this channel alone; null where there is none'),
  min: z.number().nullable().describe('The least that it may be over what is uncertain on the day'),
  max: z.number().nullable().describe('The most that it may be'),
  missing: z
    .string()
    .nullable()
    .describe(
      'Why there is no value: no-tie, no-partner, too-few-rated, low-coverage, no-system, not-in-system, unknown; ' +
        'of a stock no-campaign-known, no-action-known, uncertain',
    ),
  coverage: z.number().describe('Share of the weight that is observed; of a stock the share known to belong to it'),
  covered: coverageOut,
  degree: z.int().describe('mm, max: groups that count; other formulas: rated partners; of a stock actions'),
  unrated: z.array(z.string()).describe('Partners without a score'),
  unpublished: unpublishedOut,
  leftOut: z
    .array(z.string())
    .describe('Groups of the state that do not count; of a stock campaigns whose actions carry no norm'),
  unknownIgos: z
    .array(z.string())
    .describe('Organisations of the state that are left out since it is unknown whether they count'),
  unknown: z
    .array(z.string())
    .describe('States of the system that take no part, since nobody says what the channel needs of them'),
  assumptions: z.array(z.string()).describe('What is taken for granted'),
  uncertain: uncertainOut.describe('What the bounds are over'),
  terms: termsOut.describe("What adds up to this channel's value"),
  parameters: parametersOut.describe('What shaped the number by this channel, and nothing else'),
})
export type ExposureByChannel = z.infer<typeof exposureByChannelOut>

/** What a text shows of it. */
export type ChannelInBrief = Omit<ExposureByChannel, 'terms'> & { readonly terms: readonly TermInBrief[] }

/** What of a channel says why a state may have no value. */
type Known = Pick<ChannelCompanies, 'unknownOn' | 'isThere' | 'isTold' | 'meansNone'>

/** Whether it is known of a state that it was there on a day, and had no company that is unknown. */
export const mayBeAloneIn =
  (companies: Known, on: Pick<CompanyOn, 'day' | 'unknownIgos'>) =>
  (state: string): boolean =>
    companies.isThere(state, on.day) &&
    companies.meansNone(state, on.day) &&
    !companies.unknownOn(on.day).includes(state) &&
    on.unknownIgos(state).length === 0

/**
 * Why a state has no value by a channel: that it has no tie is said only where sources would tell of one. Of
 * organisations the reason stays as it is.
 */
export const reasonBy = (
  channel: ChannelId,
  missing: string | null,
  { companies, state, day }: { readonly companies: Known; readonly state: string; readonly day: Day },
): string | null => {
  if (missing !== 'no-organisation' || 'formality' in channelOf(channel)) return missing
  if (!companies.isThere(state, day)) return companies.isTold(state, day) ? 'not-in-system' : 'unknown'
  return companies.meansNone(state, day) && !companies.unknownOn(day).includes(state) ? 'no-tie' : 'unknown'
}

/** What of a question is the same by every channel. */
export type ExposureInput = ChannelInput & Asked

/** Of whom, by which formula and by which channel, in the company that was read of it. */
interface Wanted {
  readonly state: string
  readonly formula: Formula
  readonly id: PartnerChannelId
  readonly read: CompanyRead
}

/** A state's exposure by one channel, on the day of the company that was read. */
export const exposureByChannel = async (
  world: Snapshot,
  input: ExposureInput,
  { state, formula, id, read: { companies, on } }: Wanted,
): Promise<ExposureByChannel> => {
  const channel = channelOf(id)
  const options = (await optionsOn(world, input, input.system, [formula]))(on)
  const i = on.indexOf(state)
  const whom = { mayBeAlone: mayBeAloneIn(companies, on), only: state }
  const { missing, ...found } = exposuresIn(on, formula, options, input, whom)(state)
  const explanation =
    i === undefined || found.value === null ? undefined : formula.explain(narrowedTo(on.company, i), i, options)
  const unknown = companies.unknownOn(on.day)
  return {
    channel: id,
    title: channel.title,
    definition: channel.definition,
    evidence: channel.evidence,
    ...found,
    missing: reasonBy(id, missing, { companies, state, day: on.day }),
    covered: coverageOf((await companies.loadCoverage())(on)(state)),
    unrated: [...(explanation?.unrated ?? [])],
    ...unpublishedFor(input, on, state),
    leftOut: [...(explanation?.leftOut ?? [])],
    unknownIgos: [...on.unknownIgos(state)],
    unknown: [...unknown],
    assumptions: [...companies.assumptions],
    uncertain: i === undefined ? [] : uncertainFor(on, state, i).map(tellUncertain),
    terms: explanation === undefined ? [] : termsOf(explanation, on, id),
    parameters: parametersBy(id, formula, input, options.systemSize),
  }
}
