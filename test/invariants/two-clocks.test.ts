import { describe, expect, it } from 'vitest'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { record } from '../support/a-read-model.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { asker } from '../support/ask.ts'
import { actors, amendmentsOf, lawfulStatements, someFates } from '../support/lawful-lives.ts'
import { retracted, said, type Said } from '../support/recorded.ts'
import { fc } from '../support/seeded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

/*
 * Where the ten invariants of the domain are held to:
 *
 * 1 replay, and order of recording here; projections/properties, projections/member-properties;
 * readmodel/random-histories (replay row for row) 2 as known at r, nothing after r here 3 retracted is never recorded
 * here; projections/properties (without a database) 4 DC identity; MM and DC within range, exposure/identity,
 * exposure/invariants
 *     affine, blind to the own score
 * 5 a member without a score exposure/invariants 6 a withdrawal taken back invariants/withdrawals;
 * projections/properties, projections/member-properties 7 a succession costs no party, exits projections/properties
 * (succession); invariants/withdrawals (Vienna Convention art. 55)
 *     end no treaty
 * 8 certain is possible; refined dates invariants/uncertain-dates (memberships); projections/properties (treaties),
 * queries/refined-dates (companies) 9 members' pulls on their organisation exposure/invariants 10 the share of the
 * system invariants/system-share (as asked); diffusion/share (the fraction)
 */

const treaty = aTreaty({
  entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
  perParty: { days: 30 },
  exit: { notice: { years: 1 } },
})

/** Who is spoken of: the first commit of every log, as the catalogue is. */
const definitions: readonly Said[] = [
  ...actors.flatMap((actor) => [
    said(`state-${actor}`, 'ActorDefined', undefined, { actor, name: `The land of ${actor}`, kind: 'state' }),
    said(`state-${actor}`, 'StateEntered', '1970-01-01', { actor, system: 'un' }),
  ]),
  said('igo-toy', 'IgoFounded', '1960-01-01', { igo: 'toy', name: 'Toy organisation', exit: { notice: { years: 1 } } }),
  said('practice-toy-score-ccc', 'PracticeScoreRecorded', '1980', {
    actor: 'ccc',
    rater: 'toy',
    indicator: 'score',
    year: 1980,
    value: 4,
  }),
  ...treaty.said(),
]

const days = ['1984-06-30', '1990-12-31', '2003-07-01']

/**
 * What the questions say of the world on some days: everything that these histories speak of, but not where the log
 * stands.
 */
const answers = async (workspace: Workspace, asKnownAt?: string): Promise<readonly unknown[]> => {
  const ask = asker(() => workspace)
  const known = asKnownAt === undefined ? {} : { asKnownAt }
  const found: Readonly<Record<string, unknown>>[] = []
  for (const asOf of days)
    for (const state of actors)
      found.push(
        await ask('status', { state, subject: 'toy' }, { asOf, ...known }),
        await ask('memberships', { state }, { asOf, ...known }),
      )
  const last = { asOf: '2003-07-01', ...known }
  for (const [question, input] of [
    ['world', { subject: 'toy' }],
    ['treaty', { treaty: 'toy' }],
    ['spread', { subject: 'toy', system: 'un' }],
    ['exits', {}],
    ['anomalies', {}],
  ] as const)
    found.push(await ask(question, input, last))
  for (const state of actors)
    found.push(await ask('exposure', { state, score: 'toy:score', lag: '2' }, { asOf: '1990-12-31', ...known }))
  return found.map(({ ordinal: _ordinal, asKnownAt: _asKnownAt, ...rest }) => rest)
}

/** Cut into commits: a new one begins where the cut is 0. */
const inCommits = <T>(list: readonly T[], cuts: readonly number[]): readonly (readonly T[])[] => {
  const commits: T[][] = []
  for (const [index, one] of list.entries()) {
    if (commits.length === 0 || (cuts[index % cuts.length] ?? 0) === 0) commits.push([])
    commits.at(-1)?.push(one)
  }
  return commits
}

const recordAll = async (workspace: Workspace, commits: readonly (readonly Said[])[]): Promise<void> => {
  for (const commit of commits) await record(workspace.log, ...commit)
}

/** A log of these commits, asked, and gone again. */
const inAWorkspace = async <T>(
  commits: readonly (readonly Said[])[],
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> => {
  const { workspace, dispose } = await aWorkspaceOf((opened) => recordAll(opened, commits))
  try {
    return await work(workspace)
  } finally {
    await dispose()
  }
}

const cuts = fc.array(fc.nat(3), { minLength: 40, maxLength: 40 })
/** A statement and what becomes of it keep their order; all else is shuffled by these. */
const places = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 })

type Amended = ReturnType<typeof amendmentsOf>

/** All of it in an order in which it could have been recorded. */
const inSomeOrder = (first: readonly Said[], amendments: Amended, keys: readonly number[]): readonly Said[] => {
  const at = new Map<Said, number>(first.map((one, index) => [one, keys[index % keys.length] ?? 0]))
  const last = new Map<Said, number>(at)
  for (const [index, { amendment, target }] of amendments.entries()) {
    const place = (last.get(target) ?? 0) + ((keys[(first.length + index) % keys.length] ?? 0) % 300)
    at.set(amendment, place)
    last.set(target, place)
  }
  return [...at].toSorted(([, a], [, b]) => a - b).map(([one]) => one)
}

/**
 * Few, since each of them writes logs. A slow machine tries fewer; a search for the smallest counterexample ends in
 * time.
 */
const runs = { numRuns: 7, interruptAfterTimeLimit: 40_000 }

describe('for all lawful histories, with corrections, retractions and uncertain dates', () => {
  it('1: a replay gives the same answers, and the order of recording is irrelevant to what is known now', async () => {
    await fc.assert(
      fc.asyncProperty(lawfulStatements, someFates, cuts, places, async (statements, fates, cut, keys) => {
        const amendments = amendmentsOf(statements, fates)
        const told = [...definitions, ...statements]
        const straight = await inAWorkspace([told, amendments.map(({ amendment }) => amendment)], (workspace) =>
          answers(workspace),
        )
        await inAWorkspace(inCommits(inSomeOrder(told, amendments, keys), cut), async (workspace) => {
          expect(await answers(workspace)).toEqual(straight)
          await rebuild(workspace.readModel, workspace.log)
          expect(await answers(workspace)).toEqual(straight)
        })
      }),
      runs,
    )
  })

  it('2: as known at r, an answer ignores every event recorded after r, corrections and retractions too', async () => {
    await fc.assert(
      fc.asyncProperty(lawfulStatements, someFates, cuts, places, async (statements, fates, cut, keys) => {
        const commits = inCommits(inSomeOrder(statements, amendmentsOf(statements, fates), keys), cut)
        await inAWorkspace([definitions], async (workspace) => {
          const given: { readonly asKnownAt: string; readonly answers: readonly unknown[] }[] = []
          for (const commit of [[], ...commits.slice(-3)]) {
            await recordAll(workspace, commit.length === 0 ? commits.slice(0, -3) : [commit])
            given.push({
              asKnownAt: String((await workspace.log.head()).recordedAt),
              answers: await answers(workspace),
            })
          }
          for (const then of given) expect(await answers(workspace, then.asKnownAt)).toEqual(then.answers)
          await rebuild(workspace.readModel, workspace.log)
          for (const then of given.slice(0, 1)) expect(await answers(workspace, then.asKnownAt)).toEqual(then.answers)
        })
      }),
      runs,
    )
  })

  it(
    '3: an event retracted is an event never recorded for what is known now, ' +
      'and is still there for what was known before',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          lawfulStatements,
          someFates,
          cuts,
          fc.boolean(),
          fc.nat(99),
          async (statements, fates, cut, anAmendment, which) => {
            fc.pre(statements.length > 0)
            const amendments = amendmentsOf(statements, fates).map(({ amendment }) => amendment)
            const told = [...statements, ...amendments]
            const candidates = anAmendment && amendments.length > 0 ? amendments : statements
            const wrong = candidates[which % candidates.length] as Said
            // Whatever amends what is wrong goes with it.
            const gone = new Set([wrong.event.id as string])
            const others = told.filter(
              ({ event }) => !(gone.has(event.id) || gone.has(String(event.data.target))) || !gone.add(event.id),
            )
            const never = await inAWorkspace([definitions, others], (workspace) => answers(workspace))
            await inAWorkspace([definitions, ...inCommits(told, cut)], async (workspace) => {
              const before = {
                asKnownAt: String((await workspace.log.head()).recordedAt),
                answers: await answers(workspace),
              }
              await record(workspace.log, retracted(wrong))
              expect(await answers(workspace)).toEqual(never)
              expect(await answers(workspace, before.asKnownAt)).toEqual(before.answers)
              await rebuild(workspace.readModel, workspace.log)
              expect(await answers(workspace)).toEqual(never)
              expect(await answers(workspace, before.asKnownAt)).toEqual(before.answers)
            })
          },
        ),
        runs,
      )
    },
  )
})
