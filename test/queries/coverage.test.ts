import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'

const sources = [{ citation: 'The depositary, for tests', kind: 'depositary', series: 'table' }]
const act = (type: string, actor: string, occurred: string) => ({
  stream: 'treaty-toy',
  type,
  occurred,
  sources,
  data: { actor },
})
const source = {
  stream: 'source-table',
  type: 'SourceRegistered',
  sources,
  data: { source: 'table', citation: 'The depositary, for tests', kind: 'depositary', series: 'table' },
}
const claim = {
  id: '20000000-0000-4000-8000-000000000001',
  stream: 'source-table',
  type: 'CoverageClaimed',
  sources,
  data: { treaties: ['toy'], actors: 'existing', classes: ['signature', 'consent'], through: '2015-03-12' },
}
const first = [
  {
    stream: 'treaty-toy',
    type: 'TreatyConcluded',
    occurred: '1980-01-01',
    sources,
    data: {
      treaty: 'toy',
      title: 'A toy treaty',
      entryIntoForce: { trigger: { kind: 'count', n: 1 } },
      exit: { notice: { years: 1 } },
    },
  },
  source,
  act('TreatySigned', 'ukr', '2000-01-20'),
  act('TreatyAcceded', 'fra', '1981-01-01'),
  ...['ben', 'ukr', 'fra', 'deu'].map((actor) => ({
    stream: `state-${actor}`,
    type: 'StateEntered',
    occurred: '1950-01-01',
    sources,
    data: { actor, system: 'cow' },
  })),
  ...['ben', 'ukr', 'fra', 'deu'].map((actor) => ({
    stream: 'igo-un',
    type: 'MembershipStarted',
    occurred: '1960-01-01',
    sources,
    data: { actor, kind: 'full' },
  })),
]
const moments: string[] = []
const { ask } = theWorkspaceOf(async (opened) => {
  const retraction = {
    stream: 'source-table',
    type: 'EventRetracted',
    sources,
    data: { target: claim.id, reason: 'the table was cut' },
  }
  for (const step of [first, [claim], [retraction]]) {
    await append(opened, ...step)
    moments.push(String((await opened.log.head()).recordedAt))
  }
})
const [unclaimed, claimed, retracted] = [0, 1, 2]
const knowing = (moment: number | undefined, asOf: string) => ({ asOf, asKnownAt: String(moments[moment ?? 0]) })

interface Status {
  status: string
  reason: string | null
  inWords: string | null
  possible: string[]
  coverage: object
}
const status = (state: string, moment: number | undefined, asOf: string, more: object = {}) =>
  ask<Status>('status', { state, subject: 'toy', ...more }, knowing(moment, asOf))

describe('a status', () => {
  const by = { through: '2015-03-12', by: ['table'] }
  it('is NONE where a source covers it, and says how far that reaches', async () =>
    expect(await status('ben', claimed, '2012-01-01')).toMatchObject({
      status: 'NONE',
      reason: null,
      coverage: { state: 'covered', complete: ['signature', 'consent'], ...by },
    }))
  it('is carried after the last covered day, and never plainly NONE', async () => {
    const answer = await status('ben', claimed, '2022-01-01')
    expect(answer).toMatchObject({
      status: 'NONE',
      inWords: 'no act when last known',
      coverage: { state: 'carried', complete: [], ...by },
    })
    expect(questionNamed('status').text(answer)).toContain('carried from 2015-03-12')
    expect(await status('ukr', claimed, '2025-01-01')).toMatchObject({
      status: 'SIGNED',
      coverage: { state: 'carried', ...by },
    })
  })
  it('is unknown where nobody covers it: nothing is recorded', async () => {
    const answer = await status('ben', unclaimed, '2012-01-01')
    expect(answer).toMatchObject({
      status: 'UNKNOWN',
      reason: 'not-covered',
      inWords: 'nothing is recorded',
      coverage: { state: 'none', complete: [], through: null, by: [] },
    })
    expect(answer.possible).toEqual(['NONE', 'SIGNED', 'CONSENTED', 'IN_FORCE', 'EXIT_PENDING', 'EXITED'])
    expect(questionNamed('status').text(answer)).toContain('nothing is recorded (UNKNOWN)')
  })
  it('is so again when the claim was taken back', async () =>
    expect((await status('ben', retracted, '2012-01-01')).status).toBe('UNKNOWN'))
  it('rests on claims of those only who are believed', async () => {
    expect((await status('ben', claimed, '2012-01-01', { sources: 'depositary' })).status).toBe('NONE')
    expect((await status('ben', claimed, '2012-01-01', { sources: 'press' })).status).toBe('UNKNOWN')
  })
  it('that no act decides is explained by the claim', async () => {
    const { evidence } = await ask<{ evidence: { type: string }[] }>(
      'explain status',
      { state: 'ben', subject: 'toy' },
      knowing(claimed, '2012-01-01'),
    )
    expect(evidence.map(({ type }) => type)).toEqual(['CoverageClaimed'])
  })
})

describe('the rest of the answers', () => {
  it('timeline: stretches of coverage beside the spans', async () => {
    const { subjects } = await ask<{ subjects: { coverage: { from: string | null; state: string }[] }[] }>(
      'timeline',
      { state: 'ukr', subject: 'toy' },
      knowing(claimed, '2025-01-01'),
    )
    expect(subjects[0]?.coverage.map(({ from, state }) => [from, state])).toEqual([
      [null, 'covered'],
      ['2015-03-13', 'carried'],
    ])
  })
  it('treaty: how far its table reaches', async () =>
    expect(await ask('treaty', { treaty: 'toy' }, knowing(claimed, '2025-01-01'))).toMatchObject({
      coverage: { state: 'carried', through: '2015-03-12', by: ['table'] },
    }))
  it('world: of how many it is known', async () => {
    const world = (moment: number | undefined, asOf: string) =>
      ask<{ counts: object; coverage: object }>('world', { subject: 'toy' }, knowing(moment, asOf))
    expect(await world(claimed, '2012-01-01')).toMatchObject({
      counts: { NONE: 2, SIGNED: 1, IN_FORCE: 1 },
      coverage: { covered: 4, carried: 0, none: 0 },
    })
    expect(await world(unclaimed, '2012-01-01')).toMatchObject({
      counts: { UNKNOWN: 2, SIGNED: 1, IN_FORCE: 1 },
      coverage: { covered: 0, carried: 0, none: 4 },
    })
  })
  it('spells status: spans are whole, beside the stretches that sources cover', async () => {
    const told = async (moment: number | undefined) => {
      const { knownThrough, states } = await ask<{ knownThrough: string | null; states: object[] }>(
        'spells status',
        { subject: 'toy', state: 'ben' },
        knowing(moment, '2025-01-01'),
      )
      return { knownThrough, ...states[0] }
    }
    expect(await told(claimed)).toMatchObject({
      knownThrough: '2015-03-12',
      covered: [
        { from: null, to: '2015-03-13', state: 'covered', through: '2015-03-12' },
        { from: '2015-03-13', to: null, state: 'carried', through: '2015-03-12' },
      ],
      spans: [{ from: null, to: null, status: 'NONE', reason: null, certainty: 'certain' }],
    })
    expect(await told(unclaimed)).toMatchObject({
      knownThrough: null,
      covered: expect.arrayContaining([expect.objectContaining({ to: null, state: 'none', through: null })]) as unknown,
      spans: expect.arrayContaining([
        expect.objectContaining({ to: null, status: 'UNKNOWN', reason: 'not-covered', certainty: 'possible' }),
      ]) as unknown,
    })
  })
  it('panel status: columns', async () => {
    const rows = rowsOf(
      await ask<{ columns: string[]; rows: unknown[][] }>(
        'panel status',
        { subject: 'toy', from: '2014', to: '2015', system: 'cow' },
        knowing(claimed, '2025-01-01'),
      ),
    ).filter(({ state }) => state === 'ben')
    expect(rows).toMatchObject([
      { status: 'NONE', covered: 'covered', covered_through: '2015-03-12', covered_by: 'table' },
      { status: 'NONE', covered: 'carried', covered_through: '2015-03-12', covered_by: 'table' },
    ])
  })
  it('panel memberships: no farther than the organisation that is known least', async () => {
    const rows = rowsOf(
      await ask<{ columns: string[]; rows: unknown[][] }>(
        'panel memberships',
        { from: '2014', to: '2014', system: 'cow' },
        knowing(claimed, '2025-01-01'),
      ),
    ).filter(({ state }) => state === 'ben')
    // Nobody claims to hold every member of the United Nations, and nothing else counts.
    expect(rows).toMatchObject([{ full: 1, covered: 'none', covered_through: null }])
  })
  it('ledgers: how far the acts that they list are known', async () => {
    const known = knowing(claimed, '2025-01-01')
    const carried = { state: 'carried', through: '2015-03-12', by: ['table'] }
    const none = { state: 'none', through: null, by: [] }
    // The table holds signatures and consents; of exits and reservations it says nothing.
    expect(await ask('entry-into-force', { treaty: 'toy' }, known)).toMatchObject({ rows: [{ coverage: carried }] })
    expect(await ask('exits', { subject: 'toy' }, known)).toMatchObject({
      rows: [],
      coverage: [{ subject: 'toy', ...none }],
    })
    expect(await ask('reservations', { treaty: 'toy' }, known)).toMatchObject({ reservations: [], coverage: none })
  })
  it('spread: of how many members it is known who had consented, and who may have', async () => {
    const last = async (moment: number | undefined, asOf: string) =>
      (
        await ask<{ curve: { consented: object; atRisk: number }[] }>(
          'spread',
          { subject: 'toy' },
          knowing(moment, asOf),
        )
      ).curve.at(-1)
    // Ukraine signed and did not consent, as far as is known: its signature is no consent, and it is at risk.
    expect(await last(claimed, '2012-01-01')).toMatchObject({
      consented: { count: 1, possible: 0, share: 1 / 4, covered: 4, carried: 0 },
      atRisk: 3,
    })
    expect(await last(claimed, '2020-01-01')).toMatchObject({
      consented: { count: 1, possible: 0, share: 1 / 4, covered: 0, carried: 4 },
    })
    expect(await last(unclaimed, '2012-01-01')).toMatchObject({
      consented: { count: 1, possible: 2, share: 1 / 4, covered: 0, carried: 0 },
      atRisk: 1,
    })
  })
  it('exposure to adopters: who is not covered leaves the fraction', async () => {
    const exposure = (moment: number | undefined) =>
      ask<{ value: number; coverage: number }>(
        'exposure',
        { state: 'deu', adoption: 'toy', lag: '0', formula: 'dc', minCoverage: '0' },
        knowing(moment, '2012-01-01'),
      )
    // Of Benin, Ukraine and France one had consented. Unclaimed, Benin leaves: of Ukraine and France, one.
    expect(await exposure(claimed)).toMatchObject({ value: expect.closeTo(1 / 3, 12) as number, coverage: 1 })
    expect(await exposure(unclaimed)).toMatchObject({
      value: expect.closeTo(1 / 2, 12) as number,
      coverage: expect.closeTo(2 / 3, 12) as number,
    })
  })
  it('diff: what a claim has changed, with the claim as its cause', async () => {
    const { rows } = await ask<{ rows: { before: string; after: string; events: string[] }[] }>('diff', {
      subject: 'toy',
      state: 'ben',
      about: 'status',
      from: moments[0] as string,
      to: moments[1] as string,
    })
    expect(rows.map(({ before, after, events }) => [before.split(' ')[0], after, events])).toEqual([
      // On every day the same was possible: France's accession of 1981 brought it into force, but where nobody holds
      // all consents another may have done so before.
      ['UNKNOWN', 'NONE', [claim.id]],
    ])
  })
})

describe('what the log covers', () => {
  interface Covered {
    rows: { kind: string; subject: string; source: string; classes: string[]; actors: string[]; through: string }[]
    uncovered: string[]
  }
  const covered = (moment: number | undefined, input: object = {}) =>
    ask<Covered>('coverage', { ...input }, knowing(moment, '2025-01-01'))
  it('is listed by treaty, with who claims it of whom and through when', async () => {
    const { rows, uncovered } = await covered(claimed, { subject: 'toy' })
    expect(rows).toMatchObject([
      {
        kind: 'treaty',
        subject: 'toy',
        source: 'table',
        classes: ['signature', 'consent'],
        actors: ['existing'],
        from: null,
        through: '2015-03-12',
        decidedBy: [claim.id],
      },
    ])
    expect(uncovered).toEqual([])
  })
  it('is nothing where no source claims it: treaties with acts are named', async () => {
    expect((await covered(unclaimed)).uncovered).toEqual(['toy'])
    expect(await covered(unclaimed, { subject: 'toy' })).toMatchObject({ rows: [], uncovered: ['toy'] })
    expect(await covered(retracted, { subject: 'toy' })).toMatchObject({ rows: [], uncovered: ['toy'] })
    expect(await covered(claimed, { sources: 'press' })).toMatchObject({ rows: [] })
  })
  it('of what nobody knows is an error', async () =>
    expect(covered(claimed, { subject: 'no such thing' })).rejects.toThrow('no such thing'))
})

describe('a claim of applications to an organisation', () => {
  const applications = {
    stream: 'source-table',
    type: 'CoverageClaimed',
    sources,
    data: { organisations: ['un'], actors: 'all', classes: ['accession'], from: '1946-01-01', through: '2015-03-12' },
  }
  const recorded = theWorkspaceOf((opened) => append(opened, ...first, applications))
  const known = { asOf: '2014-06-01' }

  it('is told as one, with its days', async () =>
    expect(await recorded.ask('coverage', { subject: 'un' }, known)).toMatchObject({
      rows: [{ subject: 'un', classes: ['accession'], from: '1946-01-01', through: '2015-03-12' }],
    }))
  it('says nothing of who is a member', async () =>
    expect(await recorded.ask('memberships', { state: 'ben', igo: 'un' }, known)).toMatchObject({
      coverage: { state: 'none' },
    }))
})
