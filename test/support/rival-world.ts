import { appendLines } from '../../src/ingest/index.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { jamaica, withdrawal } from '../ingest/proposals.ts'
import { complete } from './complete.ts'
import { aWorkspaceOf } from './a-workspace-of.ts'

/**
 * Two organisations, four states, one treaty that is in force with its first party; scores A=8 B=6 C=2 D=1 in every
 * year asked about.
 *
 * | | the organisation, the depositary | the dataset |
 * |---|---|---|
 * | A, D | members of o2 since 1970, A of o1, too | the same |
 * | B in o1 | from 1970 to 1989 | from 1970 to 2010, coded by years |
 * | C in o2 | since 2005 | since 1970 |
 * | B's consent | 5 May 1995 | 5 May 1985, before the treaty was opened |
 *
 * The dataset is recorded last, in a commit of its own.
 */
const official = [{ citation: 'The list of members, for tests', kind: 'organisation', series: 'member-list' }]
const dataset = [{ citation: 'The coded table, for tests', kind: 'dataset', series: 'coded-table' }]
const depositary = [{ citation: 'The depositary, for tests', kind: 'depositary', series: 'treaty-table' }]
const both = [...official, ...dataset]

const started = (igo: string, state: string, occurred: string, sources: readonly object[]) => ({
  stream: `igo-${igo}`,
  type: 'MembershipStarted',
  occurred,
  sources,
  fact: 'started/1',
  data: { actor: `toy${state}`, kind: 'full' },
})
const consented = (occurred: string, sources: readonly object[]) => ({
  stream: 'treaty-toytreaty',
  type: 'TreatyRatified',
  occurred,
  sources,
  fact: 'consent/1',
  data: { actor: 'toyb' },
})
const scores = { a: 8, b: 6, c: 2, d: 1 }

const first = [
  ...Object.keys(scores).flatMap((state) => [
    {
      stream: `state-toy${state}`,
      type: 'ActorDefined',
      sources: both,
      data: { actor: `toy${state}`, name: `Toyland ${state}`, kind: 'state' },
    },
    ...['un', 'cow'].map((system) => ({
      stream: `state-toy${state}`,
      type: 'StateEntered',
      occurred: '1970-01-01',
      sources: both,
      data: { actor: `toy${state}`, system },
    })),
  ]),
  ...complete(['toytreaty'], { sources: [...depositary, ...dataset] }),
  ...['toyo1', 'toyo2'].map((igo) => ({
    stream: `igo-${igo}`,
    type: 'IgoFounded',
    occurred: '1970-01-01',
    sources: both,
    data: { igo, name: `Toy organisation ${igo}` },
  })),
  started('toyo1', 'a', '1970-01-01', both),
  started('toyo2', 'a', '1970-01-01', both),
  started('toyo2', 'd', '1970-01-01', both),
  started('toyo1', 'b', '1970-01-01', official),
  {
    stream: 'igo-toyo1',
    type: 'MembershipEnded',
    occurred: '1990-01-01',
    sources: official,
    fact: 'ended/1',
    data: { actor: 'toyb', names: 'firstDayOut' },
  },
  started('toyo2', 'c', '2005-01-01', official),
  ...Object.entries(scores).flatMap(([state, value]) =>
    [1989, 2000].map((year) => ({
      stream: `practice-toy-score-toy${state}`,
      type: 'PracticeScoreRecorded',
      occurred: String(year),
      sources: dataset,
      data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value },
    })),
  ),
  {
    stream: 'practice-toy-other-toya',
    type: 'PracticeScoreRecorded',
    occurred: '1989',
    sources: dataset,
    data: { actor: 'toya', rater: 'toy', indicator: 'other', year: 1989, value: 1 },
  },
  {
    stream: 'campaign-toy',
    type: 'CampaignLaunched',
    occurred: '1989-01-01',
    sources: official,
    data: { name: 'Toy campaign', norms: ['torture'], targets: 'all', initiator: 'Toy initiator' },
  },
  {
    stream: 'source-toy-list',
    type: 'SourceRegistered',
    sources: official,
    data: { source: 'toy-list', citation: 'The list of toys, for tests', kind: 'organisation' },
  },
  {
    stream: 'treaty-toytreaty',
    type: 'TreatyConcluded',
    occurred: '1980-01-01',
    sources: depositary,
    data: {
      treaty: 'toytreaty',
      title: 'Toy treaty',
      entryIntoForce: { trigger: { kind: 'count', n: 1 } },
      exit: 'silent',
      reservations: 'permitted',
    },
  },
  {
    stream: 'treaty-toytreaty',
    type: 'TreatyOpenedForSignature',
    occurred: '1990-01-01',
    sources: depositary,
    data: {},
  },
  consented('1995-05-05', depositary),
  {
    stream: 'treaty-toytreaty',
    type: 'ReservationMade',
    sources: depositary,
    data: { actor: 'toyb', reservation: '1', provisions: ['2'], at: 'consent' },
  },
]
const then = [
  {
    stream: 'igo-toyo1',
    type: 'MembershipObserved',
    occurred: '1970/2010',
    sources: dataset,
    data: { actor: 'toyb', code: 'full', firstYear: 1970, lastYear: 2010 },
  },
  started('toyo2', 'c', '1970-01-01', dataset),
  consented('1985-05-05', dataset),
]

const append = (workspace: Workspace, lines: readonly object[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({ where: `line ${index + 1}`, text: JSON.stringify(line) })),
    { recordedBy: 'a test' },
  )

/** A log with this world, and what was known before the dataset came in. */
export const aRivalWorld = async () => {
  let before = { instant: '', ordinal: 0, proposal: '' }
  const made = await aWorkspaceOf(async (workspace) => {
    await append(workspace, first)
    const { ids } = await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], { recordedBy: 'a test' })
    const { knownAt, ordinal } = await workspace.world({})
    before = { instant: String(knownAt), ordinal, proposal: String(ids[0]) }
    await append(workspace, then)
  })
  return { ...made, before }
}
