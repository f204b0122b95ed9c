import { z } from 'zod'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { sum } from '../../exposure/sum.ts'
import { isStock, type ChannelId } from '../channels/index.ts'
import { exposurePresets } from '../network/presets.ts'
import { counted } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { evidenceText } from '../status/explain-status.ts'
import { loadCampaignNames } from '../subjects/campaign-actions.ts'
import { withSystem } from '../subjects/default-system.ts'
import { citedSourceText } from './cited-sources.ts'
import {
  isWhole,
  loadEvidenceInBrief,
  loadSourcedEvidence,
  sourcedEvidenceOut,
  type EvidenceInBrief,
  type SourcedEvidence,
} from './evidence-of-terms.ts'
import { exposureAnswer, exposureInput, type ExposureAnswer } from './exposure-answer.ts'
import { evidenceInput, withoutEventIds } from './evidence-wanted.ts'
import { exposureByChannelOut, type ChannelInBrief, type ExposureByChannel } from './exposure-by-channel.ts'
import { namedTermsOut, withNames, type NamedTerms, type NamesOfTerms, type TermInBrief } from './exposure-terms.ts'
import { exposureText } from './exposure-text.ts'
import { exposureOf } from './find-exposure.ts'
import { sensitivityOut } from './sensitivity-answer.ts'
import { sensitivityOf } from './sensitivity.ts'
import { sensitivityOfStock } from './stock-sensitivity.ts'

const explained = {
  terms: namedTermsOut.describe('What adds up to the value, each with its name'),
  sensitivity: sensitivityOut.nullable().describe('How the value moves without one thing; null where there is none'),
}
const explainedAnswer = exposureAnswer.extend({
  ...explained,
  channels: z
    .array(exposureByChannelOut.extend(explained))
    .optional()
    .describe('Side by side, where channels were asked for: each has a value of its own, and there is no total'),
  total: z.number().nullable().describe('The contributions of the terms, added up'),
  evidence: sourcedEvidenceOut.describe(
    'Every membership, tie and score that the terms and the bounds rest on; empty where `evidence` is none or ids',
  ),
})

type Whole = z.output<typeof explainedAnswer>
type ExplainedChannel = NonNullable<Whole['channels']>[number]

/** What a text shows of it. */
type InBrief = Omit<Whole, 'terms' | 'channels' | 'evidence'> & {
  readonly terms: readonly TermInBrief[]
  readonly channels?: readonly (Omit<ExplainedChannel, 'terms'> & Pick<ChannelInBrief, 'terms'>)[] | undefined
  readonly evidence: readonly EvidenceInBrief[]
}

/** A term without what is some thousands. */
const withoutPartners = (term: NamedTerms[number]): TermInBrief => {
  if (!('partners' in term)) return term
  const { partners: _partners, ...rest } = term
  return rest
}

/** What of an exposure by one channel is explained. */
type ByChannel = Pick<ExposureByChannel, 'value' | 'terms' | 'leftOut'>
type Found = Awaited<ReturnType<typeof exposureOf>>

/** The names of the terms of a channel, and how its value moves without one of them. */
const explainBy = async (world: Snapshot, { settled, reads }: Found, state: string, id: ChannelId, by: ByChannel) => {
  const states = (one: string): string => world.names.nameOn('state', one, world.asOf)
  if (isStock(id)) {
    const names: NamesOfTerms = { group: await loadCampaignNames(world), state: states }
    return { terms: withNames(by.terms, names), sensitivity: sensitivityOfStock(by, names.group) }
  }
  const read = reads.get(id)
  if (read === undefined || by.value === null) return { terms: [], sensitivity: null }
  const names: NamesOfTerms = { group: await read.companies.loadNames(read.on.day), state: states }
  const formula = formulaOf(settled.formula)
  const of = { state, value: by.value, formula, id, read, leftOut: by.leftOut }
  return { terms: withNames(by.terms, names), sensitivity: await sensitivityOf(world, settled, of) }
}

/** Every event that the terms and the bounds of a channel rest on. */
const eventsOf = (terms: NamedTerms, uncertain: ExposureAnswer['uncertain']): readonly string[] => [
  ...terms.flatMap((term) =>
    'partners' in term ? [...term.decidedBy, ...term.partners.flatMap(({ decidedBy }) => decidedBy)] : term.decidedBy,
  ),
  ...uncertain.flatMap(({ decidedBy }) => decidedBy),
]

/** Of the events behind a number those that were corrected: the others are many, and say what they always said. */
const correctedText = (evidence: SourcedEvidence): readonly string[] => {
  const corrected = evidence.filter(({ corrections }) => corrections.length > 0)
  return corrected.length === 0
    ? []
    : [`  ${corrected.length} of its events were corrected:`, ...evidenceText(corrected)]
}

/** So many of the rows behind a tie or a group are said in a terminal. */
const rowsShown = 3

/**
 * The rows that tell of a tie, a group or an action: each event, and where it is from. Of organisations they are many.
 */
const rowsBeneath =
  (evidence: SourcedEvidence) =>
  (term: TermInBrief & { readonly decidedBy?: readonly string[] }): readonly string[] => {
    if (!('group' in term || 'campaign' in term)) return []
    const byId = new Map(evidence.map((one) => [one.id, one]))
    const rows = (term.decidedBy ?? []).flatMap((id) => byId.get(id) ?? [])
    return [
      ...rows
        .slice(0, rowsShown)
        .map(({ id, says, sources }) => `${says} · event ${id} · ${sources.map(citedSourceText).join(' · ')}`),
      ...(rows.length > rowsShown ? [`… and ${counted(rows.length - rowsShown, 'row')} more`] : []),
    ]
  }

/** An exposure with its names and how it moves, and the ids of the events behind it. */
const explain = async (world: Snapshot, input: z.output<typeof exposureInput>) => {
  const found = await exposureOf(world, input)
  const { channels: asked, ...answer } = found.whole()
  const { state, channel } = answer
  const channels: ExplainedChannel[] = []
  for (const by of asked ?? []) channels.push({ ...by, ...(await explainBy(world, found, state, by.channel, by)) })
  const [first = await explainBy(world, found, state, channel, answer)] = channels
  const ids = new Set(
    [{ ...answer, terms: first.terms }, ...channels].flatMap((one) => eventsOf(one.terms, one.uncertain)),
  )
  return {
    ...answer,
    terms: first.terms,
    sensitivity: first.sensitivity,
    ...(asked !== undefined && { channels }),
    total: answer.value === null ? null : sum(answer.terms.map(({ contribution }) => contribution)),
    ids: [...ids],
  }
}

export const explainExposure = question({
  name: 'explain exposure',
  asks:
    'Why an exposure has its value: every term, every partner, every event behind them, with citations; and how it ' +
    'moves without one of them.',
  takesLong: true,
  positional: ['state'],
  sources: 'asked',
  input: exposureInput.extend({ evidence: evidenceInput }),
  output: explainedAnswer,
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, { evidence = 'full', ...input }) => {
    const { ids, ...explanation } = await explain(world, input)
    if (evidence === 'none') return { ...withoutEventIds(explanation), evidence: [] }
    if (evidence === 'ids') return { ...explanation, evidence: [] }
    return { ...explanation, evidence: await loadSourcedEvidence(world, ids) }
  },
  brief: async (world, input): Promise<InBrief> => {
    const { ids, terms, channels, ...explanation } = await explain(world, input)
    const brief = channels?.map((by) => ({ ...by, terms: by.terms.map(withoutPartners) }))
    return {
      ...explanation,
      terms: terms.map(withoutPartners),
      ...(brief !== undefined && { channels: brief }),
      evidence: await loadEvidenceInBrief(world, ids, [terms, ...(channels ?? []).map((by) => by.terms)].flat()),
    }
  },
  text: (answer) => {
    const told = answer.evidence.filter(isWhole)
    return [
      ...exposureText(answer, { most: 1_000, beneath: rowsBeneath(told) }),
      `  = ${answer.total ?? 'no value'}`,
      ...answer.uncertain.map(
        ({ actor, igo, may }) => `  uncertain: ${actor}${igo === null ? '' : ` in ${igo}`}, ${may.join(' or ')}`,
      ),
      ...[...new Set(answer.evidence.flatMap(({ sources }) => sources.map(citedSourceText)))].map(
        (source) => `  source: ${source}`,
      ),
      ...correctedText(told),
      `  rests on ${counted(answer.evidence.length, 'event')}; the JSON answer lists them`,
    ].join('\n')
  },
})
