import { z } from 'zod'
import { notCovered } from '../../../projections/compose/coverage/coverage.ts'
import type { Act } from '../../../projections/compose/treaty/acts.ts'
import { bindingStatuses, type LegalStatus } from '../../../projections/compose/treaty/legal-status.ts'
import { legalOrder } from '../../../projections/compose/treaty/date-combinations.ts'
import { exitInWords } from '../../../projections/compose/treaty/clauses-in-words.ts'
import { coverageOfAct } from '../../events/coverage.ts'
import { offsetInWords } from '../../time/offset.ts'
import { byText } from '../../common/by-text.ts'
import { formatBound, formatDay, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { anomaly, nullableDay } from '../question/output-fields.ts'
import { inForceBases, inForceInWords, inForceOn, mayBeInForce } from './in-force-on.ts'
import { keptLaw, type LawAndHistories } from './kept-law.ts'
import { coverageOfActs, coverageOfTreaty } from './treaty-law.ts'
import { actorColumn, dateColumn, textColumn, treatyColumn } from '../question/columns.ts'
import {
  coverageCells,
  coverageColumns,
  coverageOf,
  coverageOut,
  coverageText,
  reasonOut,
} from '../question/coverage-fields.ts'
import { question } from '../question/question.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText } from '../question/snapshot.ts'

const answer = z.object({
  treaty: z.string(),
  title: z.string(),
  opened: nullableDay,
  clauses: z
    .object({ entryIntoForce: z.string(), laterParties: z.string(), exit: z.string() })
    .describe('The clauses in words'),
  enteredIntoForce: z.object({
    date: nullableDay,
    basis: z
      .enum(inForceBases)
      .describe(
        'Derived from the clause and the acts at hand; stated by the ' +
          'depositary where those do not reach the clause by then; ' +
          'not-yet where they do not reach it at all, and a source holds all consents; unknown ' +
          'where none does, neither clause nor day is recorded, or dates leave it open',
      ),
    reachedOnly: nullableDay.describe(
      'Where the day is stated: the later one that the acts at hand come to, since some are lacking',
    ),
    reason: reasonOut,
    possible: z.array(z.enum(mayBeInForce)).describe('All that may be the case on the day'),
    triggerDate: nullableDay.describe("The day on which the clause's condition was met"),
    triggerEvent: z
      .string()
      .nullable()
      .describe('The instrument that met it; of several on one day, the one that stands last in order'),
    triggerEvents: z.array(z.string()),
    rule: z.string(),
  }),
  signatories: z.object({ count: z.int(), states: z.array(z.string()) }).describe('Actors that had signed by the date'),
  parties: z
    .object({ count: z.int(), states: z.array(z.string()) })
    .describe('Actors for which it was in force on the date, those under notice included'),
  contracting: z
    .object({ count: z.int(), states: z.array(z.string()) })
    .describe(
      'Actors whose consent stood, but for which it was not in force, or of which one cannot say whether it was',
    ),
  unknown: z
    .object({ count: z.int(), states: z.array(z.string()) })
    .describe('Actors of which one cannot say whether it was in force for them'),
  consented: z
    .object({ count: z.int(), states: z.array(z.string()) })
    .describe(
      'Actors whose consent stood on the date, whether the treaty was ' +
        'in force or not: what the depositary counts as parties',
    ),
  coverage: coverageOut,
  actCoverage: z
    .record(z.string(), coverageOut)
    .describe(
      'How far the acts of each class are known that stands among the acts: a class of its own, or that of its kind',
    ),
  acts: z.array(
    z.object({
      actor: z.string(),
      class: z.string(),
      form: z.string(),
      earliest: z.string(),
      latest: z.string(),
      decidedBy: z.array(z.string()),
    }),
  ),
  anomalies: z.array(anomaly),
})

/**
 * Whether an instrument of consent stands, though the treaty may not be in force yet, be applied provisionally, or be
 * in force no more.
 */
const consentStands = (status: LegalStatus, spell: number): boolean =>
  bindingStatuses.has(status) ||
  status === 'CONSENTED' ||
  status === 'TERMINATED' ||
  (status === 'PROVISIONAL' && spell > 0)

const listed = (states: readonly string[]) => ({ count: states.length, states: states.toSorted() })

/** How many consents stand, where that is not the number of parties and contracting states. */
const consentsText = ({ consented, parties, contracting }: z.infer<typeof answer>): string =>
  consented.count === parties.count + contracting.count ? '' : `; the consent of ${consented.count} stands`

/** Who had signed, was bound, contracting or unknown on a day, and whose consent stood. */
const actorsOn = (day: Day, { law, histories }: LawAndHistories) => {
  const standings = histories.map(({ actor, history }) => ({ actor, standing: at(history.timeline, day)?.value }))
  const having = (...statuses: readonly string[]) =>
    standings
      .filter(({ standing }) => standing !== undefined && statuses.includes(standing.status))
      .map(({ actor }) => actor)
  const consented = standings
    .filter(({ standing }) => standing?.possible.every((status) => consentStands(status, standing.spell)) === true)
    .map(({ actor }) => actor)
  const parties = having(...bindingStatuses)
  const ended = new Set(having('TERMINATED'))
  const signed = law.acts
    .filter((act) => act.class === 'signature' && (act.effect ?? act.done).lo <= day)
    .map(({ actor }) => actor)
  return {
    signatories: listed([...new Set(signed)]),
    parties: listed(parties),
    contracting: listed(consented.filter((actor) => !parties.includes(actor) && !ended.has(actor))),
    unknown: listed(having('UNKNOWN')),
    consented: listed(consented),
  }
}

/** Acts by day, then by actor, and of one actor in legal order. */
const actsOut = (acts: readonly Act[]) =>
  acts
    .toSorted(
      (a, b) =>
        a.done.lo - b.done.lo ||
        byText(a.actor, b.actor) ||
        legalOrder[a.class] - legalOrder[b.class] ||
        ((a.decidedBy[0] ?? '') < (b.decidedBy[0] ?? '') ? -1 : 1),
    )
    .map((act) => ({
      actor: act.actor,
      class: act.class,
      form: act.form,
      earliest: formatBound(act.done.lo) ?? '',
      latest: formatBound(act.done.hi) ?? '',
      decidedBy: [...act.decidedBy],
    }))

export const treaty = question({
  name: 'treaty',
  resource: 'treaties',
  asks:
    'A treaty: its clauses in words, when it entered into force and by ' +
    'which instrument, its acts, signatories and parties on a date.',
  positional: ['treaty'],
  sources: 'asked',
  input: z.object({
    treaty: z.string().min(1).describe('A treaty: id (cat), UN Treaty Collection number (4-9) or name'),
  }),
  output: answer,
  answer: async (world, input) => {
    const { law, histories } = await keptLaw(world, world.names.require('treaty', input.treaty, { day: world.asOf }))
    const { terms, entryIntoForce: eif } = law
    const acts = law.acts.filter((act) => act.done.lo <= world.asOf)
    return {
      treaty: terms.treaty,
      title: terms.title,
      opened: terms.opened === undefined ? null : formatDay(terms.opened),
      clauses: {
        entryIntoForce: eif.rule,
        laterParties: terms.perParty === undefined ? 'as the treaty' : `${offsetInWords(terms.perParty)} after deposit`,
        exit: exitInWords(terms.exit),
      },
      enteredIntoForce: {
        ...inForceOn(law, world.asOf),
        triggerEvent: eif.triggerEvents[0] ?? null,
        triggerEvents: [...eif.triggerEvents],
        rule: eif.rule,
      },
      ...actorsOn(world.asOf, { law, histories }),
      coverage: coverageOf(coverageOfTreaty(law, world.asOf)),
      actCoverage: Object.fromEntries(
        [...new Set(acts.map((act) => act.class))]
          .toSorted()
          .map((kind) => [kind, coverageOf(coverageOfActs(law, [coverageOfAct[kind]], world.asOf))]),
      ),
      acts: actsOut(acts),
      anomalies: histories
        .flatMap(({ history }) => history.anomalies)
        .map((found) => ({ ...found, events: [...found.events] })),
    }
  },
  text: (found) =>
    [
      `${found.treaty}: ${found.title}${policyText(found)}`,
      `  opened ${found.opened ?? 'unknown'}; ${inForceInWords(found.enteredIntoForce)}`,
      `  clause: ${found.clauses.entryIntoForce}; later parties: ` +
        `${found.clauses.laterParties}; exit: ${found.clauses.exit}`,
      `  ${clocksText(found)}: ${found.signatories.count} signatories, ${found.parties.count} parties, ` +
        `${found.contracting.count} contracting, not known to be bound` +
        `${found.unknown.count === 0 ? '' : `, ${found.unknown.count} unknown`}${consentsText(found)}`,
      ...(found.opened !== null && found.asOf < found.opened
        ? [`  it was not open yet on that day: opened on ${found.opened}`]
        : []),
      `  ${coverageText(found.coverage, found.parties.count > 0 ? 'IN_FORCE' : undefined)}`,
      ...found.acts.map((act) => `  ${act.earliest.padEnd(12)} ${act.actor.padEnd(6)} ${act.form}`),
      ...found.anomalies.map((odd) => `  ! ${odd.code}: ${odd.says} (${odd.article})`),
    ].join('\n'),
  table: {
    columns: [
      treatyColumn,
      actorColumn(),
      textColumn('class', 'The class of act, such as signature, consent, notice (of exit) or statedForce'),
      textColumn('form', 'The act itself, as the type of the event that records it: TreatyRatified'),
      dateColumn('earliest', 'First day on which it may have been done', 'It may have been done on any earlier day'),
      dateColumn(
        'latest',
        'Last day on which it may have been done; the same where the day is known',
        'It may have been done on any later day',
      ),
      ...coverageColumns,
    ],
    rows: (found) =>
      found.acts.map((act) => [
        found.treaty,
        act.actor,
        act.class,
        act.form,
        act.earliest || null,
        act.latest || null,
        ...coverageCells(found.actCoverage[act.class] ?? coverageOf(notCovered)),
      ]),
  },
})
