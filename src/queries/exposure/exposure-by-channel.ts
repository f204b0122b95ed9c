import { z } from 'zod'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { ChannelCompanies, CompanyRead } from '../channels/channel-companies.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { Day } from '../../time/day.ts'
import type { ChannelInput } from '../channels/channel.ts'
import { channelIds, channelOf, type ChannelId } from '../channels/index.ts'
import { coverageOf, coverageOut } from '../question/coverage-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { tellUncertain, termName, termsOf, termsOut, uncertainFor, uncertainOut } from './exposure-terms.ts'
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
      'Why there is no value: no-tie, no-partner, too-few-rated, low-coverage, no-system, not-in-system, unknown',
    ),
  coverage: z.number().describe('Share of the weight that is observed'),
  covered: coverageOut,
  degree: z.int(),
  unrated: z.array(z.string()).describe('Partners without a score'),
  leftOut: z.array(z.string()).describe('Groups of the state that do not count'),
  unknown: z
    .array(z.string())
    .describe('States of the system that take no part, since nobody says what the channel needs of them'),
  assumptions: z.array(z.string()).describe('What is taken for granted'),
  uncertain: uncertainOut.describe('What the bounds are over'),
  terms: termsOut.describe("What adds up to this channel's value"),
})
export type ExposureByChannel = z.infer<typeof exposureByChannelOut>

/** What of a channel says why a state may have no value. */
type Known = Pick<ChannelCompanies, 'unknownOn' | 'isThere' | 'meansNone'>

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
  if (!companies.isThere(state, day)) return 'not-in-system'
  return companies.meansNone(state, day) && !companies.unknownOn(day).includes(state) ? 'no-tie' : 'unknown'
}

/** Of whom, by which formula and by which channel, in the company that was read of it. */
interface Wanted {
  readonly state: string
  readonly formula: Formula
  readonly id: ChannelId
  readonly read: CompanyRead
}

/** A state's exposure by one channel, on the day of the company that was read. */
export const exposureByChannel = async (
  world: Snapshot,
  input: ChannelInput,
  { state, formula, id, read: { companies, on } }: Wanted,
): Promise<ExposureByChannel> => {
  const channel = channelOf(id)
  const options = (await optionsOn(world, input, input.system, [formula]))(on)
  const i = on.indexOf(state)
  const { missing, ...found } = exposuresIn(on, formula, options, input, mayBeAloneIn(companies, on))(state)
  const explanation = i === undefined || found.value === null ? undefined : formula.explain(on.company, i, options)
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
    leftOut: [...(explanation?.leftOut ?? [])],
    unknown: [...unknown],
    assumptions: [...companies.assumptions],
    uncertain: i === undefined ? [] : uncertainFor(on, state, i).map(tellUncertain),
    terms: explanation === undefined ? [] : termsOf(explanation, on, id),
  }
}

/** Who is met by a channel, what is taken for granted, and of how many nothing is known. */
export const aboutChannel = ({ definition, assumptions, unknown }: ExposureByChannel): readonly string[] => [
  `  ${definition}`,
  ...assumptions.map((assumption) => `  assumed: ${assumption}`),
  ...(unknown.length === 0 ? [] : [`  unknown, and left out: ${unknown.length} states of the system`]),
]

/** The same for a terminal: the value, how far it is known, and the greatest terms. */
export const channelText = (by: ExposureByChannel, most: number): readonly string[] => {
  const terms = by.terms.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const bounds = by.min === by.max ? '' : ` (between ${by.min} and ${by.max})`
  const value = by.value === null ? `no value: ${by.missing}` : `${by.value}${bounds}`
  return [
    `  by ${by.channel}: ${value} · coverage ${by.coverage.toFixed(3)} · degree ${by.degree}`,
    ...aboutChannel(by).map((line) => `  ${line}`),
    ...terms
      .slice(0, most)
      .map(
        (term) =>
          `    ${term.contribution.toFixed(6).padStart(12)}  ${termName(term)} ` +
          `(weight ${term.weight.toFixed(6)} × ${term.value.toFixed(4)})`,
      ),
  ]
}
