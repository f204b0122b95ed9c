import { z } from 'zod'
import { nearer } from '../../../projections/compose/coverage/coverage.ts'
import { qualificationsOn, type MembershipRecord } from '../../../projections/compose/membership/record.ts'
import { membershipOn } from '../../../projections/compose/membership/membership.ts'
import { certainty, counted, eventIds } from '../question/output-fields.ts'
import { textColumn } from '../question/columns.ts'
import { coverageCells, coverageColumns, coverageOf, coverageOut, coverageText } from '../question/coverage-fields.ts'
import { igoInput, kindsInput } from '../question/inputs.ts'
import { loadOrganisationNames, loadRecordsIn } from './load-memberships.ts'
import { loadCoverageOfMembers, type CoverageOfMembers } from './membership-coverage.ts'
import { lifetimeOut, lifetimeText, loadLifetimes } from './lifetime.ts'
import { question } from '../question/question.ts'
import { policyText } from '../question/source-policy.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'

const memberKinds = ['full', 'associate', 'observer', 'unknown'] as const

const member = z.object({
  state: z.string(),
  name: z.string(),
  kind: z.enum(memberKinds).describe('unknown: the source says that it cannot tell'),
  since: z.string().describe('A day, `first/last` where only that is known, or a year where the source coded years'),
  certainty,
  suspended: z
    .enum(['voting', 'representation', 'all'])
    .nullable()
    .describe('Which rights are suspended; it is a member all the same'),
  exitPending: z.string().nullable().describe('When it gave the notice of withdrawal that has not taken effect yet'),
  coverage: coverageOut,
  decidedBy: eventIds,
})
type Member = z.infer<typeof member>

const counts = z.object({
  certain: z.int(),
  possible: z.int().describe('Further ones, who may have been members on that day'),
})

const answer = z.object({
  igo: z.string(),
  name: z.string().describe('What it was called then'),
  existed: lifetimeOut,
  members: z.array(member),
  count: z.object({ full: counts, associate: counts, observer: counts, unknown: counts }),
  coverage: coverageOut.describe(
    'How far the memberships listed are known: no farther than that of the ' +
      'member that is known least; of whoever existed, where none is listed',
  ),
})
type MembersAnswer = z.infer<typeof answer>

/** How an actor belonged to the organisation on the world's day: as `memberships` tells it from the other side. */
const memberOn = (record: MembershipRecord, world: Snapshot, coverage: CoverageOfMembers): readonly Member[] => {
  const { asOf } = world
  const on = membershipOn(record.spans, asOf)
  if (on === undefined || on.kind === 'none') return []
  const { suspended, exitPending } = qualificationsOn(record, asOf)
  return [
    {
      state: record.actor,
      name: world.names.nameOn('state', record.actor, world.asOf),
      kind: on.kind,
      since: on.since,
      certainty: on.certainty,
      suspended: (suspended?.scope ?? null) as Member['suspended'],
      exitPending: exitPending?.notified ?? null,
      coverage: coverageOf(coverage(asOf, record.actor)),
      decidedBy: [...on.decidedBy],
    },
  ]
}

const countOf = (members: readonly Member[], kind: (typeof memberKinds)[number]) => {
  const ofKind = members.filter((one) => one.kind === kind)
  const certain = ofKind.filter((one) => one.certainty === 'certain').length
  return { certain, possible: ofKind.length - certain }
}

/** `137 full, 2 of them possibly`: what there is of each kind. */
const countsText = ({ count, existed, asOf }: MembersAnswer & { readonly asOf: string }): string =>
  memberKinds
    .map((kind) => ({ kind, ...count[kind] }))
    .filter(({ certain, possible }) => certain + possible > 0)
    .map(({ kind, certain, possible }) => {
      const all = `${certain + possible} ${kind}`
      return possible === 0 ? all : `${all} (${possible} of them possibly)`
    })
    .join(', ') ||
  (lifetimeText(existed, asOf) ?? 'nothing tells of any on that day')

const lineOf = (one: Member): string =>
  [
    `  ${one.state.padEnd(8)} ${one.kind.padEnd(10)} since ${one.since.padEnd(11)}`,
    ...(one.certainty === 'possible' ? ['(possible)'] : []),
    one.name,
    ...(one.suspended === null ? [] : [`· suspended (${one.suspended})`]),
    ...(one.exitPending === null ? [] : [`· gave notice of withdrawal on ${one.exitPending}`]),
  ].join(' ')

const columns = [
  textColumn('igo', 'Id of the organisation'),
  textColumn('state', 'Id of the state or other actor'),
  textColumn('name', 'What it was called on the day'),
  textColumn('kind', 'full, associate, observer or unknown (the source says that it cannot tell)'),
  textColumn('since', 'Since when: a day, first/last where only that is known, or a year where the source coded years'),
  textColumn('certainty', 'Whether it certainly or possibly stood so on the day'),
  textColumn(
    'suspended',
    'Which rights are suspended: voting, representation or all; it is a member all the same',
    'None',
  ),
  textColumn('exit_notified', 'When it gave the notice of withdrawal that is pending', 'No notice is pending'),
  ...coverageColumns,
]

export const members = question({
  name: 'members',
  asks: 'The members of an organisation on a date, and how they belonged to it.',
  positional: ['igo'],
  sources: 'asked',
  input: z.object({
    igo: igoInput,
    kinds: kindsInput
      .optional()
      .describe('Only members of these kinds, of full, associate, observer, with commas between'),
  }),
  output: answer,
  answer: async (world, input) => {
    const igo = world.names.require('igo', input.igo, { day: world.asOf })
    const { kinds }: { kinds?: readonly string[] | undefined } = input
    const coverage = await loadCoverageOfMembers(world, igo)
    const list = (await loadRecordsIn(world, igo))
      .flatMap((record) => memberOn(record, world, coverage))
      .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
      .toSorted((a, b) => (a.state < b.state ? -1 : 1))
    return {
      igo,
      name: (await loadOrganisationNames(world))(igo),
      existed: (await loadLifetimes(world))(igo),
      members: list,
      count: {
        full: countOf(list, 'full'),
        associate: countOf(list, 'associate'),
        observer: countOf(list, 'observer'),
        unknown: countOf(list, 'unknown'),
      },
      coverage: coverageOf(
        list.map(({ state }) => coverage(world.asOf, state)).reduce(nearer, coverage(world.asOf, list[0]?.state)),
      ),
    }
  },
  text: (found) =>
    [
      `${found.igo} · ${found.name} · ${clocksText(found)} · ` +
        `${counted(found.members.length, 'member')}: ` +
        `${countsText(found)}${policyText(found)}`,
      `  ${coverageText(found.coverage)}`,
      ...found.members.map(lineOf),
    ].join('\n'),
  table: {
    columns,
    rows: (found) =>
      found.members.map((one) => [
        found.igo,
        one.state,
        one.name,
        one.kind,
        one.since,
        one.certainty,
        one.suspended,
        one.exitPending,
        ...coverageCells(one.coverage),
      ]),
  },
})
