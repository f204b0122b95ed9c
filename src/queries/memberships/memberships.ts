import { z } from 'zod'
import { absenceOn, qualificationsOn, type MembershipRecord } from '../../../projections/compose/membership/record.ts'
import { membershipOn } from '../../../projections/compose/membership/membership.ts'
import type { EventId } from '../../time/event-id.ts'
import { counted } from '../question/output-fields.ts'
import { formalityInput, igoInput, stateInput } from '../question/inputs.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { loadDisputed } from '../record/evidence.ts'
import { loadMembershipRecords, loadOrganisationNames } from './load-memberships.ts'
import { absence, membership, type MembershipOut } from './membership-output.ts'
import { lineOfAbsence, linesOfMembership } from './memberships-text.ts'
import { stateColumn, textColumn } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf, coverageOut, coverageText } from '../question/coverage-fields.ts'
import { keptCoverageOfMemberships, loadCoverageOfMembers } from './membership-coverage.ts'
import { statehoodOn, statehoodOut, statehoodText } from './statehood.ts'
import { question } from '../question/question.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'

const answer = z.object({
  state: z.string(),
  statehood: statehoodOut,
  memberships: z.array(membership),
  notMember: absence
    .nullable()
    .describe('Where one organisation was asked about and the state was no member of it: why'),
  coverage: coverageOut.describe(
    'How far the memberships of the state are known: in the organisation asked ' +
      'about, or no farther than in the one of all that is known least',
  ),
})

/** The same without brands and without readonly, as the schema of the answer has it. */
type Plain<T> = T extends EventId
  ? string
  : T extends readonly (infer E)[]
    ? Plain<E>[]
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T
const plain = <T>(value: T): Plain<T> => value as Plain<T>

/** What is odd about a record, and which of the deciding events their sources dispute. */
const anomaliesOf = (record: MembershipRecord, disputed: ReadonlyMap<string, string>) => {
  const ids = new Set(
    [...record.spans, ...record.attributes, ...record.exits].flatMap(({ decidedBy }) => [...decidedBy]),
  )
  return plain([
    ...record.anomalies,
    ...[...ids].flatMap((id) => {
      const says = disputed.get(id)
      return says === undefined ? [] : [{ code: 'disputed', article: 'confidence of the event', says, events: [id] }]
    }),
  ])
}

/** The events of records that dates or acts decided; what a source coded by years has no such doubt. */
const disputedIn = async (
  world: Snapshot,
  records: readonly MembershipRecord[],
): Promise<ReadonlyMap<string, string>> => {
  const dated = records.flatMap(({ spans, attributes, exits }) => [
    ...spans.filter(({ observed }) => !observed),
    ...attributes,
    ...exits,
  ])
  return loadDisputed(world, [...new Set(dated.flatMap(({ decidedBy }) => [...decidedBy]))])
}

/**
 * How far the memberships of the actor are known on the world's day: in each organisation, and in the one asked about
 * or in all.
 */
const loadCoverage = async (world: Snapshot, actor: string, only: string | undefined) => {
  if (only !== undefined) {
    const known = coverageOf((await loadCoverageOfMembers(world, only))(world.asOf, actor))
    return { of: () => known, ofAll: known }
  }
  const coverage = await keptCoverageOfMemberships(world)
  return {
    of: (igo: string) => coverageOf(coverage.in(igo, actor, world.asOf)),
    ofAll: coverageOf(coverage.inAll(actor, world.asOf)),
  }
}

const kept = keeping<readonly MembershipRecord[]>(
  (records) => records.length * 1_500,
  () => recordedOfMembers,
)

/** All that is told of an actor: the same on whatever day it is asked about. */
const keptRecords = (world: Snapshot, actor: string): Promise<readonly MembershipRecord[]> =>
  kept(world, actor, () => loadMembershipRecords(world, actor))

export const memberships = question({
  name: 'memberships',
  asks: 'The organisations a state belonged to on a date, and how.',
  positional: ['state'],
  sources: 'asked',
  input: z.object({
    state: stateInput,
    igo: igoInput.optional().describe('Only this organisation; says so where the state is no member of it'),
    formality: formalityInput,
  }),
  output: answer,
  answer: async (asked, input) => {
    const world = { ...asked, formality: input.formality }
    const actor = world.names.require('state', input.state, { day: world.asOf })
    const only = input.igo === undefined ? undefined : world.names.require('igo', input.igo, { day: world.asOf })
    const records = await (only === undefined ? keptRecords(world, actor) : loadMembershipRecords(world, actor, only))
    const standing = records.map((record) => ({ record, on: membershipOn(record.spans, world.asOf) }))
    const member = standing.flatMap(({ record, on }) =>
      on === undefined || on.kind === 'none' ? [] : [{ record, ...on, kind: on.kind }],
    )
    const [absent] = only === undefined || member.length > 0 ? [] : records
    const disputed = await disputedIn(world, absent === undefined ? member.map(({ record }) => record) : [absent])
    const nameOf = await loadOrganisationNames(world)
    const coverage = await loadCoverage(world, actor, only)
    const found = member.map(
      ({ record, igo, kind, since, certainty: how, decidedBy }) =>
        plain({
          igo,
          name: nameOf(igo),
          kind,
          since,
          certainty: how,
          ...qualificationsOn(record, world.asOf),
          anomalies: anomaliesOf(record, disputed),
          coverage: coverage.of(igo),
          decidedBy,
        }) as MembershipOut,
    )
    return {
      state: actor,
      statehood: await statehoodOn(world, actor),
      memberships: found.toSorted((a, b) => (a.igo < b.igo ? -1 : 1)),
      notMember:
        absent === undefined
          ? null
          : {
              igo: absent.igo,
              name: nameOf(absent.igo),
              ...plain(absenceOn(absent, world.asOf)),
              anomalies: anomaliesOf(absent, disputed),
              coverage: coverage.of(absent.igo),
            },
      coverage: coverage.ofAll,
    }
  },
  text: (found) =>
    [
      `${found.state} · ${clocksText(found)} · ` +
        `${counted(found.memberships.length, 'organisation')}` +
        `${policyText(found)}`,
      ...statehoodText(found.state, found.statehood),
      `  ${coverageText(found.coverage)}`,
      ...found.memberships.flatMap(linesOfMembership),
      ...(found.notMember === null ? [] : lineOfAbsence(found.state, found.notMember)),
    ].join('\n'),
  table: {
    columns: [
      stateColumn,
      textColumn('igo', 'Id of the organisation'),
      textColumn('name', 'What the organisation was called then'),
      textColumn(
        'kind',
        'full, associate, observer or unknown (the source says that it cannot tell); or, ' +
          'of the one organisation asked about, ceased, not-yet or not-recorded',
      ),
      textColumn(
        'since',
        'Since when: a day, first/last where only that is known, or a year where the source coded years',
        'It is no member',
      ),
      textColumn('certainty', 'Whether it certainly or possibly stood so on the day'),
      textColumn(
        'suspended',
        'Which rights are suspended: voting, representation or all; it is a member all the same',
        'None',
      ),
      textColumn(
        'suspended_since',
        'Since when: a day, or first/last where only that is known',
        'None are suspended, or nothing tells since when',
      ),
      textColumn(
        'cooperation_ceased_since',
        'Since when it takes no part; it is a member all the same',
        'It takes part, or nothing tells since when not',
      ),
      textColumn('exit_notified', 'When it gave the notice of withdrawal that is pending', 'No notice is pending'),
      textColumn(
        'exit_effect',
        'First day out by that notice',
        'No notice is pending, or nothing tells when it takes effect',
      ),
      textColumn('represented_by', 'Governments that speak for it, with semicolons between', 'That has never changed'),
      textColumn('conditions', 'Conditions that are open, with semicolons between', 'None'),
      textColumn(
        'ended',
        'Of the one organisation asked about: the first day out, or the first year without it where years were coded',
        'It is a member, or never was one that is recorded',
      ),
      ...coverageColumns,
    ],
    rows: (found) => [
      ...found.memberships.map((one) => [
        found.state,
        one.igo,
        one.name,
        one.kind,
        one.since,
        one.certainty,
        one.suspended?.scope ?? null,
        one.suspended?.since ?? null,
        one.cooperationCeased?.since ?? null,
        one.exitPending?.notified ?? null,
        one.exitPending?.effect ?? null,
        one.representedBy.map(({ government }) => government).join('; ') || null,
        one.conditions.map(({ condition }) => condition).join('; ') || null,
        null,
        ...coverageCells(one.coverage),
      ]),
      ...(found.notMember === null
        ? []
        : [
            [
              found.state,
              found.notMember.igo,
              found.notMember.name,
              found.notMember.standing,
              null,
              found.notMember.certainty,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              found.notMember.ended,
              ...coverageCells(found.notMember.coverage),
            ],
          ]),
    ],
  },
})
