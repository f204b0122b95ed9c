import { z } from 'zod'
import { defaultPolicy } from '../../../projections/fold/source-policy.ts'
import { channelInputs } from '../channels/channel-inputs.ts'
import { channelIds, formal, type ChannelId } from '../channels/index.ts'
import { stateFilter, systemInput } from '../question/inputs.ts'
import { echoText, type Echo } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { inOrderOfCitation, type Report, type ReportSection } from '../question/report.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { adoptionThresholds } from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'
import { underPolicy } from '../question/source-policy.ts'
import { withSystem } from '../subjects/default-system.ts'
import { adoptionsSection } from './adoptions-section.ts'
import { loadSurroundings } from './around.ts'
import { nameOf, type Audit } from './audit-context.ts'
import { loadTreatyTitles } from '../treaties/treaty-titles.ts'
import { auditText } from './audit-text.ts'
import { changeSections } from './changes-section.ts'
import { leadersSection } from './leaders-section.ts'
import { commandOf, openLedger } from './ledger.ts'
import { unknownSection } from './unknown-section.ts'
import { disputesSection } from './disputes-section.ts'
import { contestationSection } from './contestation-section.ts'
import { coverageSection } from './coverage-section.ts'
import { normSection } from './norm-section.ts'
import { loadSpreading, shareSentence, spreadSection, type Spreading } from './spread-section.ts'
import { stateSection } from './state-section.ts'

const auditInput = z.object({
  norm: z.string().min(1).describe('A norm: id (torture), or name'),
  state: stateFilter,
  threshold: z
    .enum(adoptionThresholds)
    .default('CONSENTED')
    .describe('The status from which on a state counts as an adopter'),
  system: systemInput,
  channel: channelInputs.channel.describe(
    `By which channels exposures are told, with commas between: ${channelIds.join(',')} (default igo,region; igo ` +
      'where the sources asked know no regions)',
  ),
  years: z.coerce
    .number()
    .int()
    .min(1)
    .max(20)
    .default(2)
    .describe('Pressures in so many years before an adoption, memberships within so many of it'),
  score: z
    .string()
    .regex(/^[^:,\s]+:[^:,\s]+$/)
    .optional()
    .describe('Of one state: by which practice, as rater:indicator (lhrs:theta), its phases of the spiral are told'),
})
type AuditInput = z.output<typeof auditInput>

const sentence = z.object({ text: z.string(), cites: z.array(z.string()) })
const auditAnswer = z.object({
  norm: z.string(),
  state: z.string().nullable(),
  parameters: z.object({
    threshold: z.enum(adoptionThresholds),
    system: z.string(),
    channels: z.array(z.string()),
    years: z.int(),
    score: z.string().nullable(),
  }),
  title: z.string(),
  subtitle: z.array(sentence),
  sections: z.array(z.looseObject({ id: z.string(), heading: z.string(), blocks: z.array(z.looseObject({})) })),
  references: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['event', 'coverage', 'question']),
      text: z.string(),
      url: z.string().optional(),
      facts: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

const isFilled = ({ blocks, sections = [] }: ReportSection): boolean => blocks.length + sections.length > 0

const reportOf = async (
  audit: Audit,
  spreading: Spreading,
  only: string | undefined,
  { years, score }: Pick<AuditInput, 'years' | 'score'>,
) => {
  const { subject, ledger } = audit
  const about = only === undefined ? '' : `: ${nameOf(audit, only)}`
  const surroundings = await loadSurroundings(audit, years)
  const sections = [
    await normSection(audit),
    ...(only === undefined ? [] : [await stateSection(audit, spreading, only, score)]),
    spreadSection(spreading),
    ...(only === undefined ? [leadersSection(spreading)] : []),
    await adoptionsSection(audit, spreading, surroundings, only),
    ...(await changeSections(audit, spreading, surroundings, only)),
    await contestationSection(audit, spreading, surroundings, only),
    await unknownSection(audit, spreading, only),
    await disputesSection(audit, only),
    await coverageSection(audit, spreading),
  ].filter(isFilled)
  const report = {
    title: `${subject.name}${about}`,
    subtitle: [shareSentence(spreading.found, spreading.asked)],
    sections,
  }
  const cited = new Set(inOrderOfCitation({ ...report, references: [] }))
  return { ...report, references: [...ledger.references(cited)] }
}

const open = async (world: Snapshot, norm: string): Promise<Audit> => {
  const subject = await keptSubject(world, norm)
  const treaty = await loadTreatyTitles(
    world,
    subject.laws.map(({ terms }) => terms.treaty),
  )
  const titles = { names: world.names, treaty }
  return { world, norm, subject, titles, ledger: openLedger(world, titles) }
}

/** Organisations, and the region where the sources that are believed know it. */
const usualChannels = async (world: Snapshot): Promise<readonly ChannelId[]> => {
  const regions = await ifRecorded(() => loadClassification(world, 'm49-subregion'))
  return regions === undefined ? [formal] : [formal, 'region']
}

/** What is meant where nothing was said. */
const settleAudit = async <J extends AuditInput & { readonly sources?: readonly string[] | undefined }>(
  world: Snapshot,
  input: J,
) => {
  const channel = input.channel ?? (await usualChannels(await underPolicy(world, input.sources)))
  return withSystem(world, { ...input, ...subjectsIn(world, input), channel })
}

/** Whom and what is meant, by ids: the same report has one name, whatever words it was asked by. */
const subjectsIn = ({ names, asOf: day }: Snapshot, { norm, state }: Pick<AuditInput, 'norm' | 'state'>) => ({
  norm: names.require('norm', norm, { day }),
  ...(state !== undefined && { state: names.require('state', state, { day }) }),
})

const isDefaultPolicy = (sources: string): boolean => sources === defaultPolicy.join(',')

type Found = z.output<typeof auditAnswer> & Echo<'asked'> & { readonly releaseId?: string }

const described = { name: 'audit', positional: ['norm'] } as const

/** The report of an answer, with a last sentence of which day and which knowledge it speaks. */
const reportIn = (found: Found): Report => {
  const { title, subtitle, sections, references } = found as unknown as Report
  const { norm, state, parameters, asOf, asKnownAt, ordinal, releaseId } = found
  if (releaseId === undefined) return { title, subtitle, sections, references }
  const id = `q-${releaseId}`
  const command = commandOf(described, {
    norm,
    ...(state !== null && { state }),
    threshold: parameters.threshold,
    system: parameters.system,
    channel: parameters.channels.join(','),
    years: String(parameters.years),
    ...(parameters.score !== null && { score: parameters.score }),
    ...(!isDefaultPolicy(found.sources) && { sources: found.sources }),
    asOf,
    ...(asKnownAt !== null && { asKnownAt }),
  })
  const known = asKnownAt === null ? '' : `, as known at ${asKnownAt}`
  const own = `This report speaks of ${asOf}${known}, from what had been recorded up to event ${ordinal}.`
  return {
    title,
    subtitle: [...subtitle, { text: own, cites: [id] }],
    sections,
    references: [
      ...references,
      { id, kind: 'question', text: 'normtrail, this report.', facts: { release: releaseId, command } },
    ],
  }
}

export const audit = question({
  ...described,
  asks:
    'A report on a norm, of all states or of one: what it is, how it spread, who led, lagged and resisted, each ' +
    'adoption, exit and reservation with its acts, pressures and memberships, and what is not known.',
  takesLong: true,
  sources: 'asked',
  input: auditInput,
  output: auditAnswer,
  settle: settleAudit,
  answer: async (world, input: AuditInput) => {
    const { norm, state: only } = subjectsIn(world, input)
    const opened = await open(world, norm)
    const channel = input.channel ?? (await usualChannels(world))
    const spreading = await loadSpreading(opened, { ...input, channel })
    return {
      norm,
      state: only ?? null,
      parameters: {
        threshold: input.threshold,
        system: spreading.found.system,
        channels: [...channel],
        years: input.years,
        score: input.score ?? null,
      },
      ...(await reportOf(opened, spreading, only, input)),
    } as unknown as z.output<typeof auditAnswer>
  },
  text: (found) => auditText(reportIn(found), echoText(found)),
  report: (found) => reportIn(found),
})
