import { byText } from '../../common/by-text.ts'
import { z } from 'zod'
import {
  coverageOfActor,
  coverageOn,
  notCovered,
  type Coverage,
} from '../../../projections/compose/coverage/coverage.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { counted, eventIds, nullableDay } from '../question/output-fields.ts'
import { lawsOf, treatiesOf } from './all-treaties.ts'
import {
  countCoverage,
  coverageCells,
  coverageColumns,
  coverageCountsText,
  coverageOf,
  coverageOut,
  coverageText,
  type CoverageOut,
} from '../question/coverage-fields.ts'
import { stateFilter } from '../question/inputs.ts'
import { coverageOfActs } from './treaty-law.ts'
import { loadClaims } from '../question/coverage-claims.ts'
import { loadOrganisationExits, type OrganisationExit } from '../memberships/organisation-exits.ts'
import { actorColumn, dateColumn, eventsColumn, intColumn, joined, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { treatyExitsOf, type TreatyExit } from './treaty-exits.ts'
import type { Snapshot } from '../question/snapshot.ts'

const row = z.object({
  kind: z.enum(['treaty', 'organisation']),
  actor: z.string(),
  subject: z.string().describe('The treaty or the organisation'),
  form: z
    .enum(['withdrawal', 'cessation', 'instrument-withdrawn', 'no-longer-stands'])
    .nullable()
    .describe(
      'Of a treaty: by notice, by decision of an organ, an instrument taken back before it was in force, ' +
        'or one that the depositary lists as no longer standing: it was out by the day of that list',
    ),
  notice: nullableDay.describe('The day of the notice or decision; null where none is recorded'),
  effect: nullableDay.describe('The first day out, as it came or would have come; null where the notice has no effect'),
  revoked: nullableDay.describe('The day on which the notice was taken back'),
  ineffective: z.boolean().describe('The law, or whoever decided on it, gives the notice no effect'),
  basis: z
    .enum(['derived', 'stated', 'none'])
    .describe('Whether the day of effect follows from the clause, a source states it, or there is none'),
  decidedBy: eventIds,
})

type Exit = TreatyExit | (OrganisationExit & { readonly form: null })

const dayText = (day: Day | null): string | null => (day === null ? null : formatDay(day))

/** The exits of a ledger, and how far the sources reach of each treaty and organisation in it. */
interface Ledger {
  readonly found: readonly Exit[]
  readonly coverage: ReadonlyMap<string, Coverage>
}

/** The exits that the subject names, of a treaty or of an organisation; all of both where none is named. */
const exitsIn = async (world: Snapshot, word: string | undefined, actor: string | undefined): Promise<Ledger> => {
  const igo = word === undefined ? undefined : world.names.lookUp('igo', word, { day: world.asOf })
  const isTreaty = word !== undefined && world.names.lookUp('treaty', word, { day: world.asOf }) !== undefined
  if (word !== undefined && igo === undefined && !isTreaty)
    throw world.names.unknown(['treaty', 'igo'], word, { day: world.asOf })
  const found: Exit[] = []
  const coverage = new Map<string, Coverage>()
  if (igo === undefined || isTreaty)
    for await (const law of lawsOf(world, await treatiesOf(world, word))) {
      const own = treatyExitsOf(law, actor === undefined ? undefined : [actor])
      found.push(...own)
      if (isTreaty || own.length > 0) coverage.set(law.terms.treaty, coverageOfActs(law, ['exit'], world.asOf))
    }
  if (isTreaty) return { found, coverage }
  const ofOrganisations = (
    await loadOrganisationExits(igo === undefined ? world : { ...world, formality: 'all' })
  ).filter((exit) => (igo === undefined || exit.subject === igo) && (actor === undefined || exit.actor === actor))
  for (const subject of igo === undefined ? new Set(ofOrganisations.map((exit) => exit.subject)) : [igo])
    coverage.set(
      subject,
      coverageOn(coverageOfActor(await loadClaims(world, 'igo', subject), ''), ['membership'], world.asOf),
    )
  return { found: [...found, ...ofOrganisations.map((exit) => ({ ...exit, form: null }))], coverage }
}

const coverageLines = (coverage: readonly CoverageOut[]): readonly string[] =>
  coverage.length > 1
    ? [`  by treaty and organisation: ${coverageCountsText(countCoverage(coverage))}`]
    : coverage.map((one) => `  ${coverageText(one)}`)

/** What became of an exit, in words. */
const outcomeOf = ({ revoked, ineffective, effect, form, basis }: z.infer<typeof row>): string => {
  if (revoked !== null) return `revoked ${revoked}`
  if (ineffective) return 'ineffective'
  if (effect === null) return 'no day of effect'
  return form === 'no-longer-stands' ? `out by ${effect} (listed)` : `out ${effect} (${basis})`
}

export const exits = question({
  name: 'exits',
  asks: 'Who left a treaty or an organisation or announced it: notice, effect, revocation, and what was ineffective.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: z
      .string()
      .min(1)
      .optional()
      .describe('A treaty or an organisation: id, code or name; all where none is given'),
    state: stateFilter,
  }),
  output: z.object({
    rows: z.array(row),
    coverage: z
      .array(coverageOut.extend({ subject: z.string() }))
      .describe('Of each treaty and organisation in the ledger, or the one asked about: how far its exits are known'),
  }),
  answer: async (world, input) => {
    const actor = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
    const begun = ({ notice, effect }: Exit): Day => (notice ?? effect) as Day
    const { found, coverage } = await exitsIn(world, input.subject, actor)
    return {
      rows: found
        .filter((exit) => begun(exit) <= world.asOf)
        .toSorted((a, b) => begun(a) - begun(b) || byText(a.subject, b.subject) || (a.actor < b.actor ? -1 : 1))
        .map((exit) => ({
          ...exit,
          notice: dayText(exit.notice),
          effect: dayText(exit.effect),
          decidedBy: [...exit.decidedBy],
          revoked: exit.revoked !== null && exit.revoked <= world.asOf ? formatDay(exit.revoked) : null,
        })),
      coverage: [...coverage].map(([subject, one]) => ({ subject, ...coverageOf(one) })),
    }
  },
  text: ({ rows, coverage, ...found }) =>
    [
      `${counted(rows.length, 'exit')} ${echoText(found)}`,
      ...coverageLines(coverage),
      ...rows.map(
        (exit) =>
          `${exit.notice ?? '          '}  ${exit.actor.padEnd(6)} ` +
          `${exit.subject.padEnd(16)} ${exit.form ?? exit.kind}, ${outcomeOf(exit)}`,
      ),
    ].join('\n'),
  table: {
    columns: [
      textColumn('kind', 'treaty or organisation'),
      actorColumn(),
      textColumn('subject', 'Id of the treaty or organisation'),
      textColumn(
        'form',
        'Of a treaty: withdrawal (by notice), cessation (by decision of an organ), instrument-withdrawn ' +
          '(before it was in force) or no-longer-stands (listed so by the depositary, out by then)',
        'It is an organisation that was left',
      ),
      dateColumn('notice', 'The day of the notice or decision', 'None is recorded'),
      dateColumn('effect', 'The first day out, as it came or would have come', 'The notice has no day of effect'),
      dateColumn('revoked', 'The day on which the notice was taken back', 'It was not, by the day asked about'),
      intColumn('ineffective', 'Whether the law, or whoever decided on it, gives the notice no effect: 1 or 0'),
      textColumn('basis', 'Where the day of effect is from: derived (from the clause), stated (by a source), or none'),
      eventsColumn('decided_by', 'What it rests on'),
      ...coverageColumns,
    ],
    rows: ({ rows, coverage }) =>
      rows.map((exit) => [
        exit.kind,
        exit.actor,
        exit.subject,
        exit.form,
        exit.notice,
        exit.effect,
        exit.revoked,
        exit.ineffective ? 1 : 0,
        exit.basis,
        joined(exit.decidedBy),
        ...coverageCells(coverage.find(({ subject }) => subject === exit.subject) ?? coverageOf(notCovered)),
      ]),
  },
})
