import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questions } from '../../src/queries/index.ts'
import { releaseIdOf } from '../../src/queries/question/ask.ts'
import { append } from '../support/append.ts'
import { asker, rowsOf } from '../support/ask.ts'
import { aRivalWorld } from '../support/rival-world.ts'

let made: Awaited<ReturnType<typeof aRivalWorld>>
beforeAll(async () => {
  made = await aRivalWorld()
})
afterAll(() => made.dispose())
const ask = asker(() => made.workspace)
const by = (sources: string | undefined) => (sources === undefined ? {} : { sources })

interface Exposure {
  value: number
  min: number
  max: number
  sources: string
  total?: number
  terms: { igo?: string; partner?: string }[]
  evidence: { citations: string[] }[]
}

/*
 * A=8 B=6 C=2 D=1. On 1 June 2000, by the organisation: A sits alone in o1 and with D in o2, so MM and DC are 1. By the
 * dataset B is still in o1, and C in o2: means 6 and (2+1)/2 = 3/2, so MM is (6 + 3/2)/2 = 15/4, and DC (6+2+1)/3 = 3.
 * By both with the organisation first, B is out of o1 (days 1990 and after are covered by its act), and C not in yet: 1
 * again.
 */
describe('exposure in 2000', () => {
  it.each([
    [undefined, 1, 1],
    ['dataset', 15 / 4, 3],
    ['coded-table', 15 / 4, 3],
    ['dataset,organisation', 15 / 4, 3],
    ['organisation,dataset', 1, 1],
    ['member-list', 1, 1],
  ])('by %s is %d in mm and %d in dc', async (sources, mm, dc) => {
    for (const [formula, expected] of [
      ['mm', mm],
      ['dc', dc],
    ] as const) {
      const input = { state: 'toya', score: 'toy:score', lag: '0', formula, ...by(sources) }
      const found = await ask<Exposure>('exposure', input, { asOf: '2000-06-01' })
      expect([found.value, found.min, found.max]).toEqual([expect.closeTo(expected, 12), found.value, found.value])
      expect(found.sources).toBe(sources ?? 'depositary,organisation,scholarly,dataset,press')
      const why = await ask<Exposure>('explain exposure', input, { asOf: '2000-06-01' })
      expect([why.total, why.sources]).toEqual([expect.closeTo(expected, 12), found.sources])
    }
    const panel = await ask<{ columns: string[]; rows: unknown[][]; parameters: object }>('panel exposure', {
      from: '2000',
      to: '2000',
      system: 'un',
      score: 'toy:score',
      lag: '0',
      formula: 'mm,dc',
      ...by(sources),
    })
    const row = rowsOf(panel).find(({ state }) => state === 'toya')
    expect([row?.['mm'], row?.['dc']]).toEqual([expect.closeTo(mm, 12), expect.closeTo(dc, 12)])
    expect(panel.parameters).toMatchObject({ sources: sources ?? 'depositary,organisation,scholarly,dataset,press' })
  })
  it('rests on what is believed only', async () => {
    const citedBy = async (sources: string) =>
      await ask<Exposure>(
        'explain exposure',
        { state: 'toyd', score: 'toy:score', lag: '0', formula: 'dc', sources },
        { asOf: '2000-06-01' },
      )
    expect((await citedBy('organisation')).terms.map(({ partner }) => partner)).toEqual(['toya'])
    expect((await citedBy('dataset')).terms.map(({ partner }) => partner).toSorted()).toEqual(['toya', 'toyc'])
  })
})

/*
 * On 1 June 1989 B has been bound for four years by the dataset, and will be in 1995 by the depositary. The
 * organisation has A meet B in o1, D in o2; the dataset C in o2 as well. So exposure to adopters is 0, or in DC 1/3 and
 * in MM (1 + 0)/2.
 */
describe('exposure to adopters in 1989', () => {
  it.each([
    [undefined, 0, 0],
    ['dataset,depositary', 1 / 2, 1 / 3],
    ['depositary,organisation', 0, 0],
  ])('by %s is %d in mm and %d in dc', async (sources, mm, dc) => {
    for (const [formula, expected] of [
      ['mm', mm],
      ['dc', dc],
    ] as const)
      expect(
        (
          await ask<Exposure>(
            'exposure',
            { state: 'toya', adoption: 'toytreaty', lag: '0', formula, ...by(sources) },
            { asOf: '1989-06-01' },
          )
        ).value,
      ).toBeCloseTo(expected, 12)
  })
})

describe('a treaty that one source has in force ten years before another', () => {
  const in1990 = { asOf: '1990-01-01' }
  it('has another map of the world', async () => {
    const counts = async (sources?: string) =>
      (await ask<{ counts: object }>('world', { subject: 'toytreaty', system: 'un', ...by(sources) }, in1990)).counts
    expect(await counts()).toEqual({ NONE: 4 })
    expect(await counts('dataset')).toEqual({ IN_FORCE: 1, NONE: 3 })
  })
  it('enters into force on another day', async () => {
    const days = async (sources?: string) =>
      (
        await ask<{ rows: { enteredIntoForce: string }[] }>('entry-into-force', { treaty: 'toytreaty', ...by(sources) })
      ).rows.map(({ enteredIntoForce }) => enteredIntoForce)
    expect([await days(), await days('dataset'), await days('press')]).toEqual([['1995-05-05'], ['1985-05-05'], []])
  })
  it('spreads on another day, to adopters who were otherwise exposed', async () => {
    const adopters = async (sources?: string) =>
      (
        await ask<{ adopters: { state: string; date: string; exposure: { igo: number | null } }[] }>('spread', {
          subject: 'toytreaty',
          system: 'un',
          ...by(sources),
        })
      ).adopters
    // At the end of 1994 B sits in no organisation by the organisation's list; by the dataset, at the end of 1984, with
    // A, who had not adopted.
    expect(await adopters()).toMatchObject([{ state: 'toyb', date: '1995-05-05', exposure: { igo: null } }])
    expect(await adopters('dataset')).toMatchObject([{ state: 'toyb', date: '1985-05-05', exposure: { igo: 0 } }])
  })
  it('has another anomaly: a consent before it was opened', async () => {
    const codes = async (sources?: string) =>
      (await ask<{ rows: { code: string }[] }>('anomalies', { treaty: 'toytreaty', ...by(sources) })).rows
        .map(({ code }) => code)
        .filter((code) => code === 'before-opening')
    expect([await codes(), await codes('dataset')]).toEqual([[], ['before-opening']])
  })
  it('has a reservation of another day, with the consent', async () => {
    const days = async (sources?: string) =>
      (
        await ask<{ reservations: { made: { earliest: string } }[] }>('reservations', {
          treaty: 'toytreaty',
          ...by(sources),
        })
      ).reservations.map(({ made: { earliest } }) => earliest)
    expect([await days(), await days('dataset')]).toEqual([['1995-05-05'], ['1985-05-05']])
  })
})

describe('an exit', () => {
  it('is none where nobody who is believed tells of it', async () => {
    const left = async (sources?: string) =>
      (
        await ask<{ rows: { actor: string; effect: string }[] }>('exits', { subject: 'toyo1', ...by(sources) })
      ).rows.map(({ actor, effect }) => [actor, effect])
    expect([await left(), await left('dataset')]).toEqual([[['toyb', '1990-01-01']], []])
  })
})

describe('what the dataset has changed', () => {
  interface Row {
    what: string
    actor: string
    subject: string
    from: string | null
    before: string | null
    after: string | null
    events: string[]
  }
  const changed = async (input: object) =>
    (await ask<{ rows: Row[] }>('diff', { from: made.before.instant, ...input })).rows.map(
      ({ what, actor, subject, from, before, after }) => [what, actor, subject, from, before, after],
    )
  it('is nothing of a status by default, for the depositary stands before it', async () => {
    expect(await changed({ about: 'status' })).toEqual([])
    // Of B's membership years are coded that no act covers: none. Of C's the organisation's act stands.
    expect(await changed({ about: 'memberships', state: 'toyc' })).toEqual([])
  })
  it('is what it says, for those who believe it', async () => {
    expect(await changed({ about: 'status', sources: 'dataset,depositary' })).toEqual([
      ['status', 'toyb', 'toytreaty', '1985-05-05', 'NONE', 'IN_FORCE'],
    ])
    expect(await changed({ about: 'memberships', sources: 'dataset,organisation' })).toContainEqual([
      'membership',
      'toyc',
      'toyo2',
      '1970-01-01',
      null,
      'full',
    ])
    expect(await changed({ about: 'memberships', sources: 'dataset,organisation' })).toContainEqual([
      'membership',
      'toyb',
      'toyo1',
      '1990-01-01',
      'none',
      'full',
    ])
    const [event] =
      (await ask<{ rows: Row[] }>('diff', { from: made.before.instant, about: 'status', sources: 'dataset' })).rows[0]
        ?.events ?? []
    expect(event).toBeDefined()
  })
  it('is A from 1 to 15/4, for those who believe it', async () => {
    const exposed = {
      about: 'scores',
      exposure: 'toy:score',
      formula: 'mm',
      lag: '0',
      fromYear: '2000',
      toYear: '2000',
      state: 'toya',
    }
    await expect(changed(exposed)).resolves.toEqual([])
    expect(await changed({ ...exposed, sources: 'dataset,organisation' })).toEqual([
      ['exposure', 'toya', 'mm toy:score', '2000-01-01', '1', '3.75'],
    ])
  })
})

describe('every question', () => {
  it('has another release under another list', async () => {
    const world = await made.workspace.world({ asOf: '2000-01-01' })
    for (const question of questions.filter(({ withoutRivals }) => withoutRivals === undefined))
      expect(
        new Set([undefined, 'dataset', 'dataset,press'].map((sources) => releaseIdOf(world, question, by(sources))))
          .size,
      ).toBe(3)
  })
  it('refuses a source that nobody knew', async () => {
    const exposed = { state: 'toya', score: 'toy:score' }
    await expect(ask('exposure', { ...exposed, sources: 'coded-tabel' })).rejects.toMatchObject({
      code: 'unknown-source',
      where: 'sources',
    })
  })
})

/**
 * C has been in o1 since 1980, as a series tells of which nobody had heard before: o1 is then 2 to A, and MM (2 + 1)/2.
 */
describe('a series that became known between two moments', () => {
  it('is believed in the panels of both', async () => {
    await append(made.workspace, {
      stream: 'igo-toyo1',
      type: 'MembershipStarted',
      occurred: '1980-01-01',
      sources: [{ citation: 'The late list, for tests', kind: 'organisation', series: 'late-list' }],
      fact: 'started/1',
      data: { actor: 'toyc', kind: 'full' },
    })
    const { rows } = await ask<{ rows: object[] }>('diff', {
      from: made.before.instant,
      about: 'scores',
      exposure: 'toy:score',
      formula: 'mm',
      lag: '0',
      fromYear: '2000',
      toYear: '2000',
      state: 'toya',
      sources: 'late-list,organisation',
    })
    expect(rows).toMatchObject([{ what: 'exposure', actor: 'toya', before: '1', after: '1.5' }])
  })
})
