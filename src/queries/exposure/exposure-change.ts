import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { formatDay } from '../../time/day.ts'
import { isStock } from '../channels/index.ts'
import { exposurePresets } from '../network/presets.ts'
import { doubleColumn, eventsColumn, joined, stateColumn, textColumn } from '../question/columns.ts'
import { coverageOut, coverageText } from '../question/coverage-fields.ts'
import { dayOrYearInput } from '../question/inputs.ts'
import { counted, eventIds } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import { withSystem } from '../subjects/default-system.ts'
import { exposureAnswer, exposureInput } from './exposure-answer.ts'
import { parametersOut } from './exposure-parameters.ts'
import { exposure } from './exposure.ts'
import { averagedText } from './exposure-text.ts'
import { termName } from './exposure-terms.ts'
import { effectsOf, scoreChangesOf, splitChange, totalOf, type Part, type PartChange } from './split-change.ts'

const standings = ['entered', 'left', 'stayed'] as const

const onADay = z.object({
  asOf: z.string(),
  readOn: z.string().describe('The day on which memberships and scores are read: that day less the lag'),
  value: z.number().nullable(),
  min: z.number().nullable().describe('The least that it may be over what is uncertain'),
  max: z.number().nullable().describe('The most that it may be'),
  missing: z.string().nullable().describe('Why there is no value'),
  covered: coverageOut,
})

const effectsOut = z.object({
  entered: z.number().describe('Of terms that count on the second day alone: joined, or rated, or asked for by then'),
  left: z.number().describe('Of terms that counted on the first day alone'),
  scores: z.number().describe('Of partners that were rated on both days, and score otherwise'),
  members: z.number().describe('Of who came among the rated members of organisations that stayed, and who went'),
  weights: z.number().describe('Of terms that stayed and weigh more or less than before'),
})

const termOut = z.object({
  term: z.string().describe('The organisation, group or partner'),
  standing: z.enum(standings).describe('Whether it counts on the second day alone, on the first alone, or on both'),
  weightBefore: z.number().nullable(),
  weightAfter: z.number().nullable(),
  valueBefore: z.number().nullable().describe('Mean of the other members, or score of the partner'),
  valueAfter: z.number().nullable(),
  effect: z.number().describe('What it adds to the change: the effects below, added up'),
  effects: effectsOut,
  decidedBy: eventIds.describe("The state's own membership, or the partner's score and memberships, on either day"),
})

const answerOut = z.object({
  state: z.string(),
  formula: z.string(),
  channel: exposureAnswer.shape.channel,
  before: onADay.describe('The exposure on the first day'),
  after: onADay.describe('The exposure on the second day'),
  change: z.number().nullable().describe('The second less the first; null where either has no value'),
  reference: z
    .number()
    .nullable()
    .describe(
      'What values are held against, so that a term that enters adds to the change where it lies above: the mean of ' +
        'both exposures, or 0 where weights do not add up to 1 (raw, ti)',
    ),
  effects: effectsOut.nullable().describe('By kind; they add up to the change'),
  terms: z.array(termOut).describe('They add up to the change; the greatest first'),
  partners: z
    .array(z.object({ partner: z.string(), before: z.number(), after: z.number(), effect: z.number() }))
    .describe('Whose scores changed, over all terms that stayed: what `scores` is made of'),
  parameters: parametersOut,
})
type ExposureChange = z.infer<typeof answerOut>
type Exposure = Awaited<ReturnType<typeof exposure.answer>>
type Term = Exposure['terms'][number]

const partOf = (term: Term): Part => ({
  name: termName(term),
  weight: term.weight,
  value: term.value,
  partners: 'partners' in term ? term.partners : [],
})

const onDay = (asOf: string, { readOn, value, min, max, missing, covered }: Exposure) => ({
  asOf,
  readOn,
  value,
  min,
  max,
  missing,
  covered,
})

const standingOf = ({ before, after }: PartChange): (typeof standings)[number] => {
  if (before === undefined) return 'entered'
  return after === undefined ? 'left' : 'stayed'
}

const eventsByTerm = ({ terms }: Exposure) => new Map(terms.map((term) => [termName(term), term.decidedBy]))

/** The parts of a change as an answer gives them, the greatest first. */
const termsOf = (parts: readonly PartChange[], before: Exposure, after: Exposure): ExposureChange['terms'] => {
  const [was, is] = [eventsByTerm(before), eventsByTerm(after)]
  return parts
    .map((part) => ({
      term: part.name,
      standing: standingOf(part),
      weightBefore: part.before?.weight ?? null,
      weightAfter: part.after?.weight ?? null,
      valueBefore: part.before?.value ?? null,
      valueAfter: part.after?.value ?? null,
      effect: totalOf(part.effects),
      effects: part.effects,
      decidedBy: [...new Set([...(was.get(part.name) ?? []), ...(is.get(part.name) ?? [])])],
    }))
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.term < b.term ? -1 : 1))
}

type Input = z.output<typeof input>

const refuse = ({ asOf }: Snapshot, { since, channel = [] }: Input): void => {
  if (since >= asOf)
    throw badInput('bad-input', `${formatDay(since)} does not lie before ${formatDay(asOf)}.`, { where: 'since' })
  if (channel.length > 1 || channel.some(isStock))
    throw badInput('bad-input', `one channel that has partners is taken apart; came ${channel.join(',')}.`, {
      where: 'channel',
    })
}

const input = exposureInput.extend({
  since: dayOrYearInput('last').describe('The first of the two days, YYYY-MM-DD; of a year its last'),
})

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(6)}`

const sideText = (side: ExposureChange['before']): string => {
  if (side.value === null) return `no value (${side.missing})`
  return side.min === side.max ? `${side.value}` : `${side.value} (between ${side.min} and ${side.max})`
}

const effectsText = ({ channel, effects, terms }: ExposureChange): readonly string[] => {
  if (effects === null) return []
  const number = (standing: string): number => terms.filter((one) => one.standing === standing).length
  const isOfPartners = terms.every(({ effects: { members } }) => members === 0)
  return [
    `  ${signed(effects.entered)}  ${counted(number('entered'), 'term')} that entered`,
    `  ${signed(effects.left)}  ${counted(number('left'), 'term')} that left`,
    `  ${signed(effects.scores)}  partners that score otherwise`,
    ...(isOfPartners ? [] : [`  ${signed(effects.members)}  who came and went among the rated members (${channel})`]),
    `  ${signed(effects.weights)}  what weighs more or less than before`,
  ]
}

const most = 15

const sideOfTerm = (weight: number | null, value: number | null): string =>
  weight === null || value === null ? 'not counted' : `${weight.toFixed(4)} × ${value.toFixed(4)}`

export const explainExposureChange = question({
  name: 'explain exposure-change',
  asks:
    'What moved an exposure between two days: terms that entered and left, partners that score otherwise, who came ' +
    'and went among them, and weights; the parts add up to the difference.',
  positional: ['state'],
  sources: 'asked',
  input,
  output: answerOut,
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, { since, ...asked }) => {
    refuse(world, { since, ...asked })
    const before = await exposure.answer({ ...world, asOf: since }, asked)
    const after = await exposure.answer(world, asked)
    const isKnown = before.value !== null && after.value !== null
    const split = isKnown ? splitChange(before.terms.map(partOf), after.terms.map(partOf)) : undefined
    const { state, channel, parameters } = after
    return {
      state,
      formula: asked.formula,
      channel,
      before: onDay(formatDay(since), before),
      after: onDay(formatDay(world.asOf), after),
      change: before.value === null || after.value === null ? null : after.value - before.value,
      reference: split?.reference ?? null,
      effects: split === undefined ? null : effectsOf(split.parts),
      terms: split === undefined ? [] : termsOf(split.parts, before, after),
      partners: split === undefined ? [] : [...scoreChangesOf(split.parts)],
      parameters: { ...parameters, since: formatDay(since) },
    }
  },
  text: (answer) => {
    const { before, after, parameters, terms, partners } = answer
    const told = terms.filter(({ effect }) => effect !== 0)
    return [
      `${answer.state} · ${answer.formula.toUpperCase()} of ${averagedText(parameters, answer.asOf)} by ` +
        `${answer.channel}, from ${before.asOf} to ${after.asOf} (read on ${before.readOn} and ${after.readOn}) · ` +
        `${clocksText(answer)}${policyText(answer)}`,
      `  ${sideText(before)} → ${sideText(after)}${answer.change === null ? '' : `: ${signed(answer.change)}`}`,
      `  first day: ${coverageText(before.covered)}; second: ${coverageText(after.covered)}`,
      ...((parameters['igos'] ?? null) === null ? [] : [`  organisations: ${parameters['igos']}`]),
      ...effectsText(answer),
      ...(told.length === 0 ? [] : ['  by term:']),
      ...told
        .slice(0, most)
        .map(
          (one) =>
            `    ${signed(one.effect)}  ${one.term} (${one.standing}: ` +
            `${sideOfTerm(one.weightBefore, one.valueBefore)} → ${sideOfTerm(one.weightAfter, one.valueAfter)})`,
        ),
      ...(partners.length === 0 ? [] : ['  by partner that scores otherwise:']),
      ...partners.slice(0, most).map((one) => `    ${signed(one.effect)}  ${one.partner} ${one.before} → ${one.after}`),
      ...(told.length + partners.length > 0 ? ['  the JSON answer gives all, with the events behind each'] : []),
    ].join('\n')
  },
  table: {
    columns: [
      stateColumn,
      textColumn('term', 'mm, max: the organisation, or the group of a channel; other formulas: the partner'),
      textColumn('standing', 'entered: counts on the second day alone; left: on the first alone; stayed: on both'),
      doubleColumn('weight_before', 'Its weight on the first day', 'It did not count then'),
      doubleColumn('weight_after', 'Its weight on the second day', 'It does not count then'),
      doubleColumn('value_before', 'The mean of its other members, or the score, on the first day', 'As the weight'),
      doubleColumn('value_after', 'The same on the second day', 'As the weight'),
      doubleColumn('effect', 'What it adds to the change of the exposure: the four that follow, added up'),
      doubleColumn('effect_standing', 'Of its entering or leaving; 0 where it stayed'),
      doubleColumn('effect_scores', 'Of partners that were rated on both days, and score otherwise'),
      doubleColumn('effect_members', 'Of who came among its rated members, and who went; 0 where terms are partners'),
      doubleColumn('effect_weights', 'Of its weighing more or less than before'),
      eventsColumn('events', "The state's own membership, or the partner's score and memberships, on either day"),
    ],
    rows: ({ state, terms }) =>
      terms.map((one) => [
        state,
        one.term,
        one.standing,
        one.weightBefore,
        one.weightAfter,
        one.valueBefore,
        one.valueAfter,
        one.effect,
        one.effects.entered + one.effects.left,
        one.effects.scores,
        one.effects.members,
        one.effects.weights,
        joined(one.decidedBy),
      ]),
  },
})
