import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberships } from '../../src/queries/memberships/memberships.ts'
import type { Question } from '../../src/queries/question/question.ts'
import { status } from '../../src/queries/status/status.ts'
import type { Instant } from '../../src/time/instant.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { record } from '../support/a-read-model.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { corrected, said, type Said } from '../support/recorded.ts'

/**
 * Five states, a treaty that all of them ratify and an organisation that all of them join; then each of these dates is
 * put right five times, a day later each time.
 */
const states = ['a', 'b', 'c', 'd', 'e']
const times = 5
const definitions = [
  ...states.map((actor) =>
    said(`state-${actor}`, 'ActorDefined', undefined, { actor, name: `State ${actor}`, kind: 'state' }),
  ),
  said('treaty-t', 'TreatyConcluded', '1969-12-31', {
    treaty: 't',
    title: 'Treaty',
    entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: {} },
    perParty: {},
    exit: 'silent',
  }),
  said('igo-o', 'IgoFounded', '1960-01-01', { igo: 'o', name: 'Organisation' }),
]
const facts = states.flatMap((actor) => [
  said('treaty-t', 'TreatyRatified', '1980-05-01', { actor }),
  said(
    'igo-o',
    'MembershipStarted',
    '1980-05-01',
    { actor, kind: 'full' },
    actor === 'b' ? { confidence: 'disputed', note: 'a rival government signed' } : {},
  ),
])
const revision = (n: number): readonly Said[] => facts.map((fact) => corrected(fact, { occurred: `1980-05-0${1 + n}` }))

let workspace: Workspace
let dispose: () => Promise<void>
let atFirst: Instant
beforeAll(async () => {
  const made = await aWorkspaceOf(async ({ log }) => {
    await record(log, ...definitions, ...facts)
    atFirst = (await log.head()).recordedAt as Instant
    for (let n = 1; n <= times; n += 1) await record(log, ...revision(n))
  })
  workspace = made.workspace
  dispose = made.dispose
})
afterAll(() => dispose())

/** What a question answers, and how many rows it reads for that. */
const asked = async (question: Question, input: object, asKnownAt?: Instant) => {
  let rows = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      rows += result.rows.length
      return result
    },
  }
  const world = await workspace.world({ asOf: '1990-01-01', ...(asKnownAt !== undefined && { asKnownAt }) })
  const answer = await question.answer({ ...world, sql: world.sql.withPlugin(counting) }, question.input.parse(input))
  return { answer, rows }
}

describe('a world that was corrected five times', () => {
  it.each([
    ['status', status, { state: 'a', subject: 't' }],
    ['memberships', memberships, { state: 'a' }],
  ] as const)('is asked for %s at the cost of one that never was', async (_name, question, input) => {
    const [before, now] = [await asked(question, input, atFirst), await asked(question, input)]
    expect(now.rows).toBe(before.rows)
  })
  it('answers by the last revision, and before them by what was told first', async () => {
    const of = async (asKnownAt?: Instant) => (await asked(status, { state: 'a', subject: 't' }, asKnownAt)).answer
    expect(await of(atFirst)).toMatchObject({ status: 'IN_FORCE', since: '1980-05-01' })
    expect(await of()).toMatchObject({ status: 'IN_FORCE', since: '1980-05-06' })
  })
  it('says what is disputed of a membership whatever was corrected since', async () => {
    const { answer } = await asked(memberships, { state: 'b' })
    expect(answer).toMatchObject({
      memberships: [
        {
          igo: 'o',
          since: '1980-05-06',
          anomalies: [
            { code: 'disputed', says: 'MembershipStarted of 1980-05-01 is disputed: a rival government signed' },
          ],
        },
      ],
    })
  })
})
