import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { entriesOn } from '../../../projections/compose/membership/entry-spells.ts'
import { splitByClass, type SplitFormula } from '../../exposure/by-class.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { FormulaOptions } from '../../exposure/options.ts'
import { groupBy } from '../../common/group-by.ts'
import { unionOf } from '../../time/timeline.ts'
import { loadMembershipsOf } from '../memberships/load-memberships.ts'
import { asWord, countingText, memberEntriesOn } from '../accession/member-entries.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { loadEntriesRead } from '../network/entry-filter.ts'
import type { NetworkInput } from '../network/network-inputs.ts'
import { eventIds } from '../question/output-fields.ts'
import { firstFew } from '../../text/shorten.ts'
import type { Snapshot } from '../question/snapshot.ts'

export const byEntryOut = z
  .object({
    probation: z.int().describe('How many years of a membership are probation'),
    parts: z.array(
      z.object({
        entry: z
          .string()
          .describe('probation, settled, founder or unknown; with a | between where dates leave open which'),
        share: z.number().describe('Of the weight: mm of organisations, dc of shared memberships with rated partners'),
        value: z.number().describe('The exposure by these organisations alone'),
        contribution: z.number().describe('Share times value: the parts add up to the exposure'),
        organisations: z.array(
          z.object({
            igo: z.string(),
            reason: z.string().nullable().describe('Why the entry is unknown; null where it is not'),
            decidedBy: eventIds,
          }),
        ),
      }),
    ),
    candidate: z
      .array(z.string())
      .describe('Organisations in which the state is a candidate: no member, and no part of the exposure'),
  })
  .describe('How much of the exposure comes from organisations in which the state is how far settled')
export type ByEntry = z.infer<typeof byEntryOut>

export const droppedOut = z
  .object({
    counts: z.string().describe('Which entries count'),
    own: z
      .array(z.object({ igo: z.string(), entry: z.string() }))
      .describe("The state's own memberships that do not count, or may not, with how it came in"),
    memberships: z.int().describe('How many memberships of all states do not count, or may not, on the day'),
  })
  .describe('What entry leaves out, on both sides')
export type Dropped = z.infer<typeof droppedOut>

/** What entries leave out of a company, where that was asked. */
export const droppedFor = (
  { entry }: Pick<NetworkInput, 'entry'>,
  { droppedByEntry }: CompanyOn,
  state: string,
): { readonly dropped?: Dropped } => {
  if (entry === undefined || droppedByEntry === undefined) return {}
  const { own, memberships } = droppedByEntry(state)
  return { dropped: { counts: countingText(entry), own: own.map((one) => ({ ...one })), memberships } }
}

const splits: ReadonlySet<string> = new Set<SplitFormula>(['mm', 'dc'])
const isSplit = (id: string): id is SplitFormula => splits.has(id)

/** Throws `bad-input` where an exposure is no weighted mean of organisations, which could be split. */
export const checkByEntry = (byEntry: boolean, formula: string, channel: string): void => {
  if (!byEntry) return
  if (channel !== 'igo' && channel !== 'informal')
    throw badInput('bad-input', `byEntry splits organisations; came channel ${channel}.`, { where: 'byEntry' })
  if (!isSplit(formula))
    throw badInput('bad-input', `byEntry splits the formulas mm and dc; came ${formula}.`, { where: 'byEntry' })
}

interface Asked {
  readonly state: string
  readonly formula: Formula
  readonly options: FormulaOptions
}

/**
 * An exposure split by how the state came into its organisations, by the day on which they are read. Only the state's
 * own entries are looked at: its partners are all there, as in the exposure that is split.
 */
export const exposureByEntry = async (
  world: Snapshot,
  input: NetworkInput,
  on: CompanyOn,
  { state, formula, options }: Asked,
): Promise<ByEntry> => {
  const read: Snapshot = { ...world, formality: 'all', resolution: resolutionOf(input.dates) }
  const entrances = await loadEntriesRead(read, input)
  const memberships = groupBy(await loadMembershipsOf(read, state), ({ igo }) => igo)
  const spansIn = (igo: string) => entrances.of(igo, state, (one) => memberships.get(one) ?? []).spans
  const i = on.indexOf(state)
  const { organisations } = on.company
  const parts =
    i === undefined || !isSplit(formula.id)
      ? []
      : splitByClass(
          on.company,
          i,
          formula.id,
          (o) => asWord(memberEntriesOn(spansIn(organisations[o]!), on.day)),
          options,
        )
  const toldOf = organisations.filter((igo) => entrances.isToldOf(igo))
  return {
    probation: input.probation,
    parts: parts.map(({ name, share, value, contribution, organisations: own }) => ({
      entry: name,
      share,
      value,
      contribution,
      organisations: own.map((o) => {
        const igo = organisations[o]!
        const spans = entriesOn(spansIn(igo), on.day).filter(({ value: { isMember } }) => isMember)
        return {
          igo,
          reason: spans.find(({ value: { reason } }) => reason !== undefined)?.value.reason ?? null,
          decidedBy: [...unionOf(...spans.map(({ decidedBy }) => decidedBy))],
        }
      }),
    })),
    candidate: toldOf.filter((igo) => entriesOn(spansIn(igo), on.day).some((span) => span.value.entry === 'candidate')),
  }
}

/** The parts in lines of a terminal. */
export const byEntryText = (split: ByEntry | undefined, formula: string | null, most: number): readonly string[] => {
  if (split === undefined) return []
  const of = formula === 'dc' ? 'shared memberships with rated partners' : 'organisations'
  return [
    `  by entry of the state (probation ${split.probation} years; share of ${of}):`,
    ...split.parts.map(
      ({ entry, share, value, contribution, organisations }) =>
        `  ${contribution.toFixed(6).padStart(12)}  ${entry.replaceAll('|', ' or ')} ` +
        `(share ${share.toFixed(6)} × ${value.toFixed(4)}): ${organisations.length} ` +
        `(${firstFew(
          organisations.map(({ igo }) => igo),
          most,
        )})`,
    ),
    ...(split.candidate.length === 0
      ? []
      : [`      candidate, no member, no part of it: ${firstFew(split.candidate, most)}`]),
  ]
}

/** What entries leave out, in a line of a terminal. */
export const droppedText = (dropped: Dropped | undefined, most: number): readonly string[] => {
  if (dropped === undefined) return []
  const { counts, own, memberships } = dropped
  const byWord = [...groupBy(own, ({ entry }) => entry)].map(
    ([entry, list]) =>
      `${list.length} ${entry.replaceAll('|', ' or ')} (${firstFew(
        list.map(({ igo }) => igo),
        most,
      )})`,
  )
  return [
    `  entry: only ${counts}, on both sides; of the state's dropped: ${byWord.join(', ') || 'none'}; of all states ` +
      `${memberships}`,
  ]
}
