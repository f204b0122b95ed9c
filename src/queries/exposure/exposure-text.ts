import { exposurePresets } from '../network/presets.ts'
import { unpublishedText } from '../network/unpublished.ts'
import { isStock } from '../channels/index.ts'
import { coverageText } from '../question/coverage-fields.ts'
import type { Echo } from '../question/echo.ts'
import { counted } from '../question/output-fields.ts'
import { firstFew } from '../../text/shorten.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText } from '../question/snapshot.ts'
import type { BriefExposure } from './exposure-answer.ts'
import { statehoodText } from '../memberships/statehood.ts'
import { byEntryText, droppedText } from './exposure-by-entry.ts'
import type { ChannelInBrief } from './exposure-by-channel.ts'
import type { Parameters } from './exposure-parameters.ts'
import { termName, type TermInBrief } from './exposure-terms.ts'
import type { Sensitivity } from './sensitivity-answer.ts'
import { called, sensitivityText } from './sensitivity-text.ts'

const boundsText = ({ min, max, uncertain }: Told): string =>
  min === max ? '' : ` (between ${min} and ${max}: ${uncertain.length} uncertain, the JSON answer lists them)`

/** What a preset stands for, in the names of the parameters. */
const presetText = ({ parameters }: Told): readonly string[] => {
  const stands = exposurePresets.stands[String(parameters['preset'])]
  if (stands === undefined) return []
  const said = Object.entries(stands).map(([field, text]) => `${field} ${text}`)
  return [`  preset ${parameters['preset']}: ${said.join(', ')}`]
}

/** What is averaged, and how it is read where that is not the usual way. */
export const averagedText = (parameters: Parameters, asOf: string): string => {
  const { score, adoption, attribute, cumulative, published } = parameters
  const how = cumulative === true ? ' (cumulative: once an adopter, always one)' : ''
  return `${score ?? adoption ?? attribute}${published === true ? ` (published by ${asOf})` : how}`
}

interface OfOrganisations {
  readonly parameters: Parameters
  readonly unknownIgos: readonly string[]
}

/** Which organisations count, where that was asked; nothing of a channel that has none. */
const igosText = ({ parameters, unknownIgos }: OfOrganisations, most: number): readonly string[] => {
  const { igos = null, weight = null } = parameters
  if (igos === null && weight === null) return []
  const weighed = weight === null ? '' : `, weighed by ${weight}`
  const unknown =
    unknownIgos.length === 0
      ? ''
      : `; unknown, and left out: ${unknownIgos.length} of the state's (${firstFew(unknownIgos, most)})`
  return [`  organisations: ${igos ?? 'all'}${weighed}${unknown}`]
}

/** How much is said: of so many terms; and what else is known of each, in lines of its own. */
export interface Length {
  readonly most: number
  readonly beneath?: (term: TermInBrief) => readonly string[]
}

const termText = (term: TermInBrief): string =>
  `  ${term.contribution.toFixed(6).padStart(12)}  ${called(termName(term), term.name)} ` +
  `(weight ${term.weight.toFixed(6)} × ${term.value.toFixed(4)})`

/** The greatest terms, and how many more there are. */
const termsText = (all: readonly TermInBrief[], { most, beneath = () => [] }: Length): readonly string[] => {
  const terms = all.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const more = terms.length - most
  return [
    ...terms
      .slice(0, most)
      .flatMap((term) => [termText(term), ...beneath(term).map((line) => `${' '.repeat(16)}${line}`)]),
    ...(more > 0 ? [`  … ${more} more terms; the JSON answer gives all`] : []),
  ]
}

/** A stock in a word, with what shaped it: `advocacy over torture, half-life 2 years`. */
const stockText = ({ channel, parameters }: Pick<ChannelInBrief, 'channel' | 'parameters'>): string =>
  `${channel} over ${parameters['norm']}, half-life ${parameters['half_life']} years`

/** How much of it is known, and how much there is: of a stock in actions. */
const measuredText = ({
  channel,
  coverage,
  degree,
}: Pick<ChannelInBrief, 'channel' | 'coverage' | 'degree'>): string =>
  isStock(channel) ? counted(degree, 'action') : `coverage ${coverage.toFixed(3)} · degree ${degree}`

/** Who is met by a channel, what is taken for granted, and of how many nothing is known. */
const aboutChannel = ({ channel, definition, assumptions, unknown, leftOut }: ChannelInBrief): readonly string[] => [
  `  ${definition}`,
  ...assumptions.map((assumption) => `  assumed: ${assumption}`),
  ...(unknown.length === 0 ? [] : [`  unknown, and left out: ${unknown.length} states of the system`]),
  ...(isStock(channel) && leftOut.length > 0
    ? [`  left out: actions of ${leftOut.join(', ')} that carry no norm, so that nobody knows over what`]
    : []),
]

const beginning = (answer: Told): readonly string[] => {
  const { parameters, channel } = answer
  const value = answer.value === null ? `no value: ${answer.missing}` : `${answer.value}${boundsText(answer)}`
  const none = parameters['attribute'] === undefined ? 'unrated' : 'unknown'
  const own = `own ${answer.own ?? none}`
  if (isStock(channel))
    return [
      `${answer.state} · ${stockText(answer)} · ${clocksText(answer)}`,
      `  ${value} · ${measuredText(answer)}${answer.own === null ? '' : ` · ${own}`}`,
    ]
  const ownThen = parameters['lag'] === 0 ? '' : ` (${answer.ownOnReadDay ?? none} on ${answer.readOn})`
  return [
    `${answer.state} · ${answer.formula?.toUpperCase()} of ${averagedText(parameters, answer.asOf)}` +
      `${answer.channels === undefined ? '' : ` by ${channel}`} · ` +
      `${clocksText(answer)}, read on ${answer.readOn} (lag ${parameters['lag']})${policyText(answer)}`,
    `  ${value} · ${own}${ownThen} · ${measuredText(answer)}`,
  ]
}

/** With how it moves where one thing is left out, where that was reckoned. */
type Explained<T> = T & { readonly sensitivity?: Sensitivity | null }
type Told = Explained<Omit<BriefExposure, 'channels'>> &
  Echo<'asked'> & { readonly channels?: readonly Explained<ChannelInBrief>[] | undefined }

/** The first channel in full, and the others beside it: so many terms of each. */
export const exposureText = (answer: Told, length: Length = { most: 10 }): readonly string[] => [
  ...beginning(answer),
  ...statehoodText(answer.state, answer.statehood),
  `  ${coverageText(answer.covered)}`,
  ...(isStock(answer.channel) ? [] : [`  ${answer.definition}`]),
  ...(answer.channels ?? []).slice(0, 1).flatMap(aboutChannel),
  ...presetText(answer),
  ...igosText(answer, length.most),
  ...droppedText(answer.dropped, length.most),
  ...unpublishedText(answer.unpublished, length.most),
  ...byEntryText(answer.byEntry, answer.formula, length.most),
  ...termsText(answer.terms, length),
  ...sensitivityText(answer),
  ...(answer.channels ?? []).slice(1).flatMap((by) => channelText(by, length)),
]

/** Another channel beside the first: the value, how far it is known, and the greatest terms. */
const channelText = (by: Explained<ChannelInBrief>, length: Length): readonly string[] => {
  const bounds = by.min === by.max ? '' : ` (between ${by.min} and ${by.max})`
  const value = by.value === null ? `no value: ${by.missing}` : `${by.value}${bounds}`
  const inside = [
    `  ${coverageText(by.covered)}`,
    ...aboutChannel(by),
    ...igosText(by, length.most),
    ...unpublishedText(by.unpublished, length.most),
    ...termsText(by.terms, length),
    ...sensitivityText(by),
  ]
  return [
    `  by ${isStock(by.channel) ? stockText(by) : by.channel}: ${value} · ${measuredText(by)}`,
    ...inside.map((line) => `  ${line}`),
  ]
}
