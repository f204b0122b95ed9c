import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packSpans } from '../../src/queries/memberships/packed-spans.ts'
import { loadAllMemberships } from '../../src/queries/memberships/load-memberships.ts'
import { loadKeptMemberships } from '../../src/queries/memberships/kept-memberships.ts'
import { tableOf } from '../../src/queries/question/question.ts'
import { openSnapshot } from '../../src/queries/question/snapshot.ts'
import { worldWithout } from '../../src/queries/record/leave-out.ts'
import { aReadModel } from '../support/a-read-model.ts'
import { aWorkspaceOf, theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { asker, questionNamed, rowsOf } from '../support/ask.ts'
import { said as asserted } from '../support/recorded.ts'
import { accedes, eventOf, lines, ofD, onDay, since } from './a-world-to-leave-out-of.ts'

const toy = theWorkspaceOf((opened) => append(opened, ...lines))

interface Moved {
  whole: number | null
  without: number | null
  change: number | null
}
interface Left {
  kind: string
  id: string
  name: string
  bearsOnNothing: string | null
}
interface Spread {
  adopters: { state: string }[]
  without?: {
    leftOut: Left[]
    same: boolean
    tipping: { date: string; adopters: number; system: number } | null
    tipsLaterBy: number | null
    exposure: Record<string, Moved & { adoptions: number }>
    adopters: { state: string; date: string | null; dateWithout: string | null; threshold: Moved; same: boolean }[]
    neverAdopted: { state: string; exposure: Record<string, Moved> }[]
    curve: { year: number; system: number; consented: { count: number; share: number } }[]
  }
}
interface Value {
  value: number | null
  missing: string | null
  change: number | null
}
interface Exposure extends Value {
  covered: object
  without?: Value & { leftOut: Left[]; same: boolean; channels?: (Value & { channel: string })[] }
}
const spread = (more: object = {}) =>
  toy.ask<Spread>('spread', { subject: 'toytreaty', system: 'un', ...more }, { asOf: '2005-12-31' })
const exposure = (more: object = {}) => toy.ask<Exposure>('exposure', { ...ofD, ...more }, onDay)

const thresholds = ({ without }: Spread) =>
  Object.fromEntries((without?.adopters ?? []).map(({ state, threshold }) => [state, threshold.without]))

describe('a spread without', () => {
  it('an organisation: the exposure of each adopter, with and without', async () => {
    // With o1 B meets A 2, C 1, D 1 in 2001: 2/4; without it A 1, C 1, D 1. C meets nobody there.
    const { without } = await spread({ without: 'igo:toyo1' })
    expect(without?.leftOut).toEqual([{ kind: 'igo', id: 'toyo1', name: 'Toy organisation o1', bearsOnNothing: null }])
    expect(without?.adopters).toMatchObject([
      { state: 'toya', threshold: { whole: 0, without: 0, change: 0 }, same: true },
      { state: 'toyb', threshold: { whole: 1 / 2, without: 1 / 3, change: 1 / 3 - 1 / 2 }, same: false },
      { state: 'toyc', threshold: { whole: 3 / 5, without: 3 / 5, change: 0 }, same: true },
    ])
    expect(without).toMatchObject({ same: false, tipsLaterBy: 0 })
    const { whole, without: mean, adoptions } = without!.exposure['igo']!
    expect([whole, mean, adoptions]).toEqual([
      expect.closeTo((1 / 2 + 3 / 5) / 3, 12),
      expect.closeTo((1 / 3 + 3 / 5) / 3, 12),
      3,
    ])
  })
  it('several: without o1 and o3 all meet once, in o2', async () =>
    expect(thresholds(await spread({ without: 'igo:toyo1,igo:toyo3' }))).toEqual({
      toya: 0,
      toyb: 1 / 3,
      toyc: 2 / 3,
    }))
  it('a state: nobody meets it, it is no adopter, and three states are in the system', async () => {
    // Half of 4 have adopted on 2002-05-05; of B, C and D on 2003-05-05, 365 days later. B meets C 1 and D 1; C meets B
    // 1 and D 2.
    const { without } = await spread({ without: 'state:toya', share: '1/2' })
    expect(without).toMatchObject({ tipping: { date: '2003-05-05', adopters: 2, system: 3 }, tipsLaterBy: 365 })
    expect(without?.adopters.map(({ state, date, dateWithout }) => [state, date, dateWithout])).toEqual([
      ['toya', '2001-05-05', null],
      ['toyb', '2002-05-05', '2002-05-05'],
      ['toyc', '2003-05-05', '2003-05-05'],
    ])
    expect(thresholds({ adopters: [], without: without! })).toEqual({ toya: null, toyb: 0, toyc: 1 / 3 })
    expect(without?.curve.map(({ year, system, consented }) => [year, system, consented.count])).toEqual([
      [2001, 3, 0],
      [2002, 3, 1],
      [2003, 3, 2],
      [2004, 3, 2],
      [2005, 3, 2],
    ])
  })
  it('an act, as if it were retracted: B adopts nothing, and C is exposed to A alone', async () => {
    const id = await eventOf(toy.workspace(), 'treaty-toytreaty', 'TreatyAcceded', 'toyb')
    const found = await spread({ without: `event:${id}`, share: '1/2' })
    expect(found.without).toMatchObject({ tipping: { date: '2003-05-05', adopters: 2, system: 4 }, tipsLaterBy: 365 })
    expect(thresholds(found)).toEqual({ toya: 0, toyb: null, toyc: 2 / 5 })
    expect(found.adopters.map(({ state }) => state)).toEqual(['toya', 'toyb', 'toyc'])
  })
  it('a campaign says that it bears on nothing where its channel is not asked for', async () => {
    const found = await spread({ without: 'campaign:toyone' })
    const why = 'campaigns act by the channel advocacy; asked for is igo'
    expect(found.without).toMatchObject({ leftOut: [{ id: 'campaign-toyone', bearsOnNothing: why }], same: true })
    const text = questionNamed('spread').text(found)
    expect(text).toContain(`campaign:campaign-toyone bears on nothing that was asked: ${why}`)
    expect(text).toContain('  no number that was asked differs')
  })
  it('is read in a terminal: the tipping date, the mean, and the thresholds that differ', async () => {
    const text = questionNamed('spread').text(await spread({ without: 'igo:toyo1' }))
    expect(text).toContain('without igo:toyo1 (Toy organisation o1): arithmetic, no causal claim')
    expect(text).toContain('  tipping: 2002-05-05, 2 of 4 in both')
    expect(text).toContain('  mean exposure by igo of 3 adoptions: 0.3667 -> 0.3111 (−0.0556)')
    expect(text).toContain('    toyb   0.5000 -> 0.3333 (−0.1667)  Toyland b')
    expect(text).not.toContain('0.6000 -> 0.6000')
  })
  it('has further columns, which stand in the whole in no other way', async () => {
    const columns = async (more: object) => {
      const table = tableOf(questionNamed('spread'), await spread(more))
      return rowsOf({ columns: table.columns.map(({ name }) => name), rows: [...table.rows] as unknown[][] })
    }
    const whole = await columns({ part: 'adopters' })
    const both = await columns({ part: 'adopters', without: 'igo:toyo1' })
    expect(both).toEqual(
      whole.map((row, index) => ({
        ...row,
        date_without: row['date'],
        exposure_igo_lag1_without: [0, 1 / 3, 3 / 5][index],
      })),
    )
    expect(Object.keys(whole[0]!).filter((name) => name.endsWith('_without'))).toEqual([])
    expect((await columns({ part: 'never', without: 'state:toya' }))[0]).toMatchObject({
      state: 'toyd',
      exposure_igo_lag1: 1,
      exposure_igo_lag1_without: 1,
    })
    expect((await columns({ without: 'state:toya' }))[1]).toMatchObject({
      system: 4,
      system_without: 3,
      consented: 2,
      consented_without: 1,
      consented_share_without: 1 / 3,
    })
  })
})

describe('an exposure without', () => {
  it.each([
    // On 31 December 2002 A and B had adopted: o2 (A, B, C) 2/3, o3 (A, C) 1/2.
    ['igo:toyo3', 2 / 3],
    ['igo:toyo2', 1 / 2],
    // o2 (A, C) 1/2 and o3 1/2.
    ['state:toyb', 1 / 2],
    // o2 (B, C) 1/2, o3 (C) 0.
    ['state:toya', 1 / 4],
  ])('%s', async (without, expected) => {
    const found = await exposure({ without })
    expect(found.value).toBeCloseTo(7 / 12, 12)
    expect(found.without).toMatchObject({
      value: expect.closeTo(expected, 12),
      change: expect.closeTo(expected - 7 / 12, 12),
      same: false,
    })
  })
  it('B’s accession, C’s membership in o3, C’s score', async () => {
    const left = async (more: object, ...which: readonly [string, string, string]) =>
      (await exposure({ ...more, without: `event:${await eventOf(toy.workspace(), ...which)}` })).without?.value
    // o2 1/3, o3 1/2.
    expect(await left({}, 'treaty-toytreaty', 'TreatyAcceded', 'toyb')).toBeCloseTo(5 / 12, 12)
    // o2 2/3, o3 (A) 1.
    expect(await left({}, 'igo-toyo3', 'MembershipStarted', 'toyc')).toBeCloseTo(5 / 6, 12)
    // o2 (8 + 6)/2 = 7, o3 8; with C's 2 they are 16/3 and 5.
    const score = { adoption: undefined, score: 'toy:score' }
    expect(await left(score, 'practice-toy-score-toyc', 'PracticeScoreRecorded', 'toyc')).toBeCloseTo(15 / 2, 12)
  })
  it('a campaign: of two that did the same, half is left, and the other channel stays as it is', async () => {
    const asked = { channel: 'advocacy,igo', norm: 'toynorm' }
    const { value, without } = await exposure({ ...asked, without: 'campaign:toyone' })
    expect(without).toMatchObject({ value: expect.closeTo(value! / 2, 12), leftOut: [{ bearsOnNothing: null }] })
    expect(without?.channels?.[1]).toMatchObject({ channel: 'igo', value: expect.closeTo(7 / 12, 12), change: 0 })
    const both = await exposure({ ...asked, without: 'campaign:toyone,campaign:toytwo' })
    expect(both.without).toMatchObject({ value: null, missing: 'no-action-known', change: null })
    expect(questionNamed('exposure').text(both)).toContain('-> no value: no-action-known')
  })
  it('an organisation says that it bears on nothing where other channels are asked for', async () => {
    const { without } = await exposure({ channel: 'treaties', without: 'igo:toyo1' })
    expect(without).toMatchObject({
      same: true,
      leftOut: [{ bearsOnNothing: 'organisations count by the channels igo and informal; asked for is treaties' }],
    })
  })
  it.each(['mm', 'dc', 'bin', 'spmon', 'raw', 'max', 'years'])(
    'igo:x is what igos !x says, by %s, and how far its sources reach, too',
    async (formula) => {
      for (const igo of ['toyo1', 'toyo2', 'toyo3']) {
        const { without } = await exposure({ formula, without: `igo:${igo}` })
        const { value, min, max, missing, coverage, degree } = (await exposure({
          formula,
          igos: `!${igo}`,
        })) as unknown as Record<string, unknown>
        expect(without).toMatchObject({ value, min, max, missing, coverage, degree })
      }
    },
  )
})

describe('what names nothing is refused', () => {
  it.each([
    ['igo:toyo9', { code: 'unknown-organisation', hint: expect.stringContaining('toyo') }],
    ['state:toyq', { code: 'unknown-actor', hint: expect.stringContaining('toy') }],
    ['campaign:toyon', { code: 'unknown-campaign', hint: 'Closest: toyone.' }],
    ['event:00000000-0000-4000-8000-000000000000', { code: 'unknown-event' }],
    ['toyo1', { code: 'bad-input', message: expect.stringContaining('igo:…, state:…, campaign:…, event:…') }],
    ['treaty:toytreaty', { code: 'bad-input' }],
    ['state:toyd', { code: 'bad-input', message: expect.stringContaining('nobody whose exposure') }],
  ])('%s', (without, error) => expect(exposure({ without })).rejects.toMatchObject(error))
  it.each([
    ['treaty-toytreaty', 'TreatyConcluded'],
    ['igo-toyo1', 'IgoFounded'],
    ['state-toya', 'StateEntered'],
    ['source-whole-record', 'CoverageClaimed'],
    ['relation-cow-contiguity-toyc', 'RelationObserved'],
  ])('and an event of %s, %s, with what can be left out', async (stream, type) => {
    const without = `event:${await eventOf(toy.workspace(), stream, type)}`
    await expect(exposure({ without })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('an event can be left out that tells of one actor'),
    })
  })
})

describe('both clocks', () => {
  it('an event that was not known then is no event, and one that was is left out of what was known', async () => {
    const { workspace, dispose } = await aWorkspaceOf((opened) => append(opened, ...lines))
    const known = (await workspace.world({})).knownAt
    await append(workspace, accedes('d', '2003-06-06'))
    const late = await eventOf(workspace, 'treaty-toytreaty', 'TreatyAcceded', 'toyd')
    const early = await eventOf(workspace, 'treaty-toytreaty', 'TreatyAcceded', 'toyb')
    const ask = asker(() => workspace)
    const input = { subject: 'toytreaty', system: 'un' }
    const then = { asOf: '2005-12-31', asKnownAt: known }
    await expect(ask('spread', { ...input, without: `event:${late}` }, then)).rejects.toMatchObject({
      code: 'unknown-event',
    })
    const datesOf = async (clocks: object) =>
      (await ask<Spread>('spread', { ...input, without: `event:${early}` }, clocks)).without?.adopters.map(
        ({ state, dateWithout }) => [state, dateWithout],
      )
    expect(await datesOf(then)).toEqual([
      ['toya', '2001-05-05'],
      ['toyb', null],
      ['toyc', '2003-05-05'],
    ])
    expect(await datesOf({ asOf: '2005-12-31' })).toContainEqual(['toyd', '2003-06-06'])
    expect((await datesOf({ asOf: '2003-01-01' }))?.map(([state]) => state)).toEqual(['toya', 'toyb'])
    await dispose()
  })
})

describe('memberships that are kept in a file', () => {
  it('are those of the whole, whoever asks first', async () => {
    const world = await aReadModel()
    const started = (igo: string, actor: string) =>
      asserted(`igo-${igo}`, 'MembershipStarted', since, { actor, kind: 'full' })
    const gone = started('tea', 'aaa')
    await world.record(gone, started('tea', 'bbb'), started('rum', 'aaa'), started('rum', 'ccc'))
    await world.catchUp(world.readModel)
    const snapshotOf = async () => {
      const { generation } = await world.engine()
      return openSnapshot(generation.sql, { asOf: '2000-01-01' }, new Date(), generation.beside)
    }
    const first = await snapshotOf()
    const { left } = await worldWithout(first, [`event:${gone.event.id}`])
    const anew = async (one: typeof first) => packSpans(await loadAllMemberships(one))
    const filesOf = () => readdirSync(dirname(world.file())).filter((name) => name.includes('-kept-')).length
    const files = filesOf()
    expect(await loadKeptMemberships(left)).toEqual(await anew(left))
    expect((await anew(left)).state.length).toBe(3)
    expect(filesOf()).toBe(files + 1)
    const later = await snapshotOf()
    expect(await loadKeptMemberships(later)).toEqual(await anew(first))
    expect((await loadKeptMemberships(later)).state.length).toBe(4)
    await world.dispose()
  })
})
