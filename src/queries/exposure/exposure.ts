import { z } from 'zod'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { formatDay } from '../../time/day.ts'
import { formulaInput } from './formula-inputs.ts'
import { exposurePresets } from '../network/presets.ts'
import { companyInputs } from '../network/network-inputs.ts'
import { coverageCells, coverageColumns, coverageOf, coverageOut, coverageText } from '../question/coverage-fields.ts'
import { loadCompanyRead } from '../channels/channel-companies.ts'
import { channelInputs, channelParameters, checkChannels } from '../channels/channel-inputs.ts'
import { channelIds, formal } from '../channels/index.ts'
import {
  aboutChannel,
  channelText,
  exposureByChannel,
  exposureByChannelOut,
  mayBeAloneIn,
  reasonBy,
  type ExposureByChannel,
} from './exposure-by-channel.ts'
import {
  tellUncertain,
  termName,
  termsInBrief,
  termsOf,
  termsOut,
  uncertainFor,
  uncertainOut,
  type TermInBrief,
} from './exposure-terms.ts'
import { parametersFor, parametersOf } from './exposure-parameters.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'
import { stateInput, systemInput } from '../question/inputs.ts'
import { withSystem } from '../subjects/default-system.ts'
import { doubleColumn, stateColumn, textColumn } from '../question/columns.ts'
import type { Echo } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { firstFew } from '../question/shorten.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'

const exposureAnswer = z.object({
  state: z.string(),
  value: z.number().nullable().describe('The exposure, in the unit of the score; null where there is none'),
  min: z
    .number()
    .nullable()
    .describe('The least that the value may be over what is uncertain on the day; the value itself where nothing is'),
  max: z.number().nullable().describe('The most that it may be'),
  uncertain: uncertainOut.describe(
    'What the bounds are over: memberships that may or may not hold among those who share ' +
      'organisations, and adoptions that are not known',
  ),
  missing: z
    .string()
    .nullable()
    .describe(
      'Why there is no value: no-organisation, no-partner, too-few-rated, low-coverage, no-system; by a ' +
        'channel other than igo no-tie, unknown',
    ),
  own: z.number().nullable().describe("The state's own score on the day asked about, whatever the lag"),
  ownOnReadDay: z
    .number()
    .nullable()
    .describe("The state's own score on the day on which those of the others are read; the same where the lag is 0"),
  coverage: z.number().describe('Share of the weight that is observed'),
  covered: coverageOut.describe(
    'How far the sources reach of the memberships and of the scores or acts that it rests on, on ' +
      'the day on which they are read: no farther than those of the part that is known least',
  ),
  degree: z.int().describe('mm, max: organisations that count; other formulas: rated partners'),
  formula: z.string(),
  definition: z.string(),
  channel: z
    .enum(channelIds)
    .describe('By which channel: the first that was asked for, else igo, formal organisations'),
  terms: termsOut.describe('What adds up to the value'),
  unrated: z.array(z.string()).describe('Partners without a score'),
  leftOut: z.array(z.string()).describe('Organisations of the state that do not count'),
  unknownIgos: z
    .array(z.string())
    .describe(
      'Organisations of the state that are left out since it is unknown whether they are among those asked for, or ' +
        'what they weigh',
    ),
  readOn: z.string().describe('The day on which memberships and scores are read: the date less the lag'),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  channels: z
    .array(exposureByChannelOut)
    .optional()
    .describe('Side by side, where channels were asked for: each has a value of its own, and there is no total'),
})
type ExposureAnswer = z.infer<typeof exposureAnswer>

/** What a text and a table show of it. */
export type BriefExposure = Omit<ExposureAnswer, 'terms' | 'uncertain'> & {
  readonly terms: readonly TermInBrief[]
  readonly uncertain: readonly Omit<ExposureAnswer['uncertain'][number], 'decidedBy'>[]
}

export const exposureInput = z.object({
  state: stateInput,
  formula: formulaInput,
  system: systemInput.describe(
    'Which list of states ti divides by: cow (Correlates of War), gw (Gleditsch-Ward) or un ' +
      '(members of the United Nations); the other formulas take none (default cow; un, where the log ' +
      'knew no list of cow then)',
  ),
  ...companyInputs,
  ...channelInputs,
})

/**
 * A state's exposure on the world's day, in brief; and whole, with every partner and event behind the terms that add up
 * to it, which are some thousands.
 */
const exposureOf = async (
  world: Snapshot,
  input: z.output<typeof exposureInput>,
): Promise<{ readonly brief: BriefExposure; readonly whole: () => ExposureAnswer }> => {
  checkChannels(input)
  const state = world.names.require('state', input.state, { day: world.asOf })
  const formula = formulaOf(input.formula)
  const { system } = await withSystem(world, input)
  const channel = input.channel?.[0] ?? formal
  const first = await loadCompanyRead(world, { ...input, system }, channel, formula)
  const { companies, on } = first
  const options = (await optionsOn(world, input, system, [formula]))(on)
  const i = on.indexOf(state)
  const found = exposuresIn(on, formula, options, input, mayBeAloneIn(companies, on))(state)
  const explanation = i === undefined || found.value === null ? undefined : formula.explain(on.company, i, options)
  const uncertain = i === undefined ? [] : uncertainFor(on, state, i)
  const brief: BriefExposure = {
    state,
    ...found,
    missing: reasonBy(channel, found.missing, { companies, state, day: on.day }),
    covered: coverageOf((await companies.loadCoverage())(on)(state)),
    uncertain: uncertain.map(({ actor, igo, may }) => ({ actor, igo, may: [...may] })),
    own: companies.scoreOn(world.asOf)(state)?.value ?? null,
    ownOnReadDay: on.scoreOf(state)?.value ?? null,
    formula: formula.id,
    definition: formula.definition,
    channel,
    terms: explanation === undefined ? [] : termsInBrief(explanation, channel),
    unrated: [...(explanation?.unrated ?? [])],
    leftOut: [...(explanation?.leftOut ?? [])],
    unknownIgos: [...on.unknownIgos(state)],
    readOn: formatDay(on.day),
    parameters: {
      formula: formula.id,
      ...parametersOf(input),
      ...channelParameters(input),
      ...parametersFor(formula, { system, system_size: options.systemSize ?? 0, discount: input.discount }),
    },
  }
  const channels: ExposureByChannel[] = []
  for (const id of input.channel ?? []) {
    const read = id === channel ? first : await loadCompanyRead(world, { ...input, system }, id, formula)
    channels.push(await exposureByChannel(world, { ...input, system }, { state, formula, id, read }))
  }
  const beside = input.channel === undefined ? {} : { channels }
  const whole = (): ExposureAnswer => ({
    ...brief,
    uncertain: uncertain.map(tellUncertain),
    terms: explanation === undefined ? [] : termsOf(explanation, on, channel),
    ...beside,
  })
  return { brief: { ...brief, ...beside }, whole }
}

const boundsText = ({ min, max, uncertain }: BriefExposure): string =>
  min === max ? '' : ` (between ${min} and ${max}: ${uncertain.length} uncertain, the JSON answer lists them)`

/** What a preset stands for, in the names of the parameters. */
const presetText = ({ parameters }: BriefExposure): readonly string[] => {
  const stands = exposurePresets.stands[String(parameters['preset'])]
  if (stands === undefined) return []
  const said = Object.entries(stands).map(([field, text]) => `${field} ${text}`)
  return [`  preset ${parameters['preset']}: ${said.join(', ')}`]
}

/** What is averaged, and how it is read where that is not the usual way. */
const averagedText = ({ score, adoption, attribute, cumulative }: BriefExposure['parameters']): string =>
  `${score ?? adoption ?? attribute}${cumulative === true ? ' (cumulative: once an adopter, always one)' : ''}`

const igosText = ({ parameters, unknownIgos }: BriefExposure, most: number): readonly string[] => {
  const { igos, weight } = parameters
  if (igos === null && weight === null) return []
  const weighed = weight === null ? '' : `, weighed by ${weight}`
  const unknown =
    unknownIgos.length === 0
      ? ''
      : `; unknown, and left out: ${unknownIgos.length} of the state's (${firstFew(unknownIgos, most)})`
  return [`  organisations: ${igos ?? 'all'}${weighed}${unknown}`]
}

export const exposureText = (answer: BriefExposure & Echo<'asked'>, most = 10): readonly string[] => {
  const { parameters } = answer
  const terms = answer.terms.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const value = answer.value === null ? `no value: ${answer.missing}` : `${answer.value}${boundsText(answer)}`
  const none = parameters.attribute === undefined ? 'unrated' : 'unknown'
  const ownThen = ` (${answer.ownOnReadDay ?? none} on ${answer.readOn})`
  return [
    `${answer.state} · ${answer.formula.toUpperCase()} of ${averagedText(parameters)}` +
      `${answer.channels === undefined ? '' : ` by ${answer.channel}`} · ` +
      `${clocksText(answer)}, read on ${answer.readOn} (lag ${parameters.lag})${policyText(answer)}`,
    `  ${value} · own ${answer.own ?? none}${parameters.lag === 0 ? '' : ownThen} · ` +
      `coverage ${answer.coverage.toFixed(3)} · degree ${answer.degree}`,
    `  ${coverageText(answer.covered)}`,
    `  ${answer.definition}`,
    ...(answer.channels ?? []).slice(0, 1).flatMap(aboutChannel),
    ...presetText(answer),
    ...igosText(answer, most),
    ...terms
      .slice(0, most)
      .map(
        (term) =>
          `  ${term.contribution.toFixed(6).padStart(12)}  ${termName(term)} ` +
          `(weight ${term.weight.toFixed(6)} × ${term.value.toFixed(4)})`,
      ),
    ...(terms.length > most ? [`  … ${terms.length - most} more terms; the JSON answer gives all`] : []),
    ...(answer.channels ?? []).slice(1).flatMap((by) => channelText(by, most)),
  ]
}

const ofTerm = [
  textColumn(
    'term',
    'mm, max: the organisation; other formulas: the partner. Its contributions add up to the exposure',
  ),
  doubleColumn('weight', 'The weight of the term'),
  doubleColumn('value', 'mm, max: the mean score of the other members; other formulas: the score of the partner'),
  doubleColumn('contribution', 'Weight times value: what the term adds to the exposure'),
]
const termColumns = [stateColumn, ...ofTerm, ...coverageColumns]
const termColumnsByChannel = [
  stateColumn,
  textColumn('channel', 'By which channel the term counts'),
  ...ofTerm,
  ...coverageColumns,
]

const termCells = (term: TermInBrief) => [termName(term), term.weight, term.value, term.contribution]

export const exposure = question({
  name: 'exposure',
  asks:
    "A state's socialization exposure: the average score, adoption or attribute of those it shares organisations with. " +
    'A description, not an effect.',
  positional: ['state'],
  sources: 'asked',
  input: exposureInput,
  output: exposureAnswer,
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, input) => (await exposureOf(world, input)).whole(),
  brief: async (world, input) => (await exposureOf(world, input)).brief,
  text: (answer) => exposureText(answer).join('\n'),
  table: {
    columns: termColumns,
    note: 'Where channels are asked for, a column channel says by which one a term counts.',
    columnsOf: (answer) => (answer.channels === undefined ? termColumns : termColumnsByChannel),
    rows: (answer) =>
      answer.channels === undefined
        ? answer.terms.map((term) => [answer.state, ...termCells(term), ...coverageCells(answer.covered)])
        : answer.channels.flatMap(({ channel, terms, covered }) =>
            terms.map((term) => [answer.state, channel, ...termCells(term), ...coverageCells(covered)]),
          ),
  },
})
