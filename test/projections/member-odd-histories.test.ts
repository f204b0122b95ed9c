import { describe, expect, it } from 'vitest'
import { igoAttributes } from '../../projections/folds/igo-attributes.ts'
import { igoProfile } from '../../projections/folds/igo-profile.ts'
import { folded } from '../support/folded.ts'
import {
  ceasedToCooperate,
  changedRepresentation,
  gaveNotice,
  joined,
  member,
  organisation,
  tookNoticeBack,
  wasCoded,
  wasMadeToPromise,
  wasOutOn,
  wasReinstated,
  wasSuspended,
} from '../support/organisations.ts'
import { said } from '../support/recorded.ts'

const oneYear = organisation('abc', { notice: { years: 1 } })

describe('what is odd is accepted, and said', () => {
  it.each([
    [
      'a second notice while one is running: the first stands',
      [gaveNotice('2000-01-01'), gaveNotice('2000-06-01')],
      'notice-repeated',
      ['2000-01-01', '2001-01-01', null, 'derived'],
    ],
    [
      'a revocation after the effect: it is out all the same',
      [gaveNotice('2000-01-01'), tookNoticeBack('2001-01-01')],
      'revocation-too-late',
      ['2000-01-01', '2001-01-01', null, 'derived'],
    ],
    [
      'an end on another day than the clause gives: the end stands',
      [gaveNotice('2000-01-01'), wasOutOn('2000-07-01')],
      'exit-date-differs',
      ['2000-01-01', '2000-07-01', null, 'stated'],
    ],
    [
      'an end on another day than the notice states: the end stands',
      [gaveNotice('2000-01-01', '2001-06-01'), wasOutOn('2001-07-01')],
      'exit-date-differs',
      ['2000-01-01', '2001-07-01', null, 'stated'],
    ],
  ])('%s', (_, parts, code, line) => {
    const state = member(oneYear, joined('1990-01-01'), ...parts)
    expect(state.anomalies).toEqual([code])
    expect(state.ledger).toEqual([line])
    state.on(String(line[1])).isOut(String(line[1]))
  })

  it('a revocation of nothing changes nothing', () => {
    const state = member(oneYear, joined('1990-01-01'), tookNoticeBack('2000-01-01'))
    expect(state.anomalies).toEqual(['revocation-without-notice'])
    state.on('2010-01-01').is('full', '1990-01-01')
  })

  it('a notice of one who had left is no exit', () => {
    const state = member(oneYear, joined('1990-01-01'), wasOutOn('1995-01-01'), gaveNotice('2000-01-01'))
    expect(state.anomalies).toEqual(['notice-not-member'])
    expect(state.ledger).toHaveLength(1)
  })

  it('a notice of the very day of admission runs, and who comes back later is a member again', () => {
    const state = member(oneYear, joined('1980-01-01'), gaveNotice('1980-01-01'), joined('1982-03-12'))
    state.on('1980-12-31').is('full', '1980-01-01')
    state.on('1981-01-01').isOut('1981-01-01')
    state.on('1982-03-12').is('full', '1982-03-12')
  })

  it('a suspension of one who had left', () =>
    expect(member(oneYear, joined('1990-01-01'), wasOutOn('1995-01-01'), wasSuspended('2000-01-01')).anomalies).toEqual(
      ['qualified-not-member'],
    ))

  it('where no clause is recorded nobody can say when a notice takes effect: it stays pending', () => {
    const state = member(organisation('abc'), joined('1990-01-01'), gaveNotice('2000-01-01'))
    state.on('2020-01-01').is('full', '1990-01-01')
    expect(state.on('2020-01-01').has().exitPending).toMatchObject({
      notified: '2000-01-01',
      effect: null,
      basis: 'none',
    })
    expect(state.anomalies).toEqual(['exit-unknown'])
  })

  it('where the treaty is silent, a notice that states its effect and an end that is recorded count', () => {
    const silent = organisation('abc', 'silent')
    member(silent, joined('1990-01-01'), gaveNotice('2000-01-01', '2001-01-01')).on('2001-01-01').isOut('2001-01-01')
    member(silent, joined('1990-01-01'), gaveNotice('2000-01-01'), wasOutOn('2000-03-01'))
      .on('2000-03-01')
      .isOut('2000-03-01')
  })
})

describe('uncertain dates', () => {
  it('a notice known to the month: possibly out from the first possible effect, certainly from the last', () => {
    const state = member(oneYear, joined('1990-01-01'), gaveNotice('2000-06'))
    state.on('2001-05-31').is('full')
    state.on('2001-06-01').maybe('full')
    state.on('2001-06-30').isOut()
  })
  it('a revocation that may have come too late leaves both possible', () => {
    const state = member(oneYear, joined('1990-01-01'), gaveNotice('2000-06-15'), tookNoticeBack('2001'))
    state.on('2001-06-14').is('full')
    state.on('2001-06-15').maybe('full')
    state.on('2010-01-01').maybe('full')
    member(
      oneYear,
      joined('1990-01-01'),
      gaveNotice('2000-06-15'),
      tookNoticeBack('2001'),
      joined('2005-05-05', 'readmission'),
    )
      .on('2010-01-01')
      .is('full')
  })
})

describe('a notice of a member of whom only years are coded', () => {
  const coded = [wasCoded('full', 1990, 2005), gaveNotice('2000-06-15')]
  it('ends the membership although the source goes on', () => {
    member(oneYear, ...coded)
      .on('2001-06-14')
      .is('full', '1990')
    member(oneYear, ...coded)
      .on('2003-01-01')
      .isOut('2001-06-15')
  })
  it('until the source codes it as a member anew', () =>
    member(oneYear, ...coded, wasCoded('full', 2008, 2014))
      .on('2010-01-01')
      .is('full', '2008'))
})

describe('what qualifies a membership', () => {
  it('ends with it, and does not come back with it', () => {
    const state = member(
      oneYear,
      joined('1990-01-01'),
      wasSuspended('1994-01-01'),
      ceasedToCooperate('1994-01-01'),
      gaveNotice('1995-01-01'),
      joined('2000-01-01', 'readmission'),
    )
    expect(state.on('1995-06-01').has().suspended).not.toBeNull()
    expect([state.on('2000-01-01').has().suspended, state.on('2000-01-01').has().cooperationCeased]).toEqual([
      null,
      null,
    ])
  })
  it('may be suspended twice, with different scopes', () => {
    const state = member(
      oneYear,
      joined('1990-01-01'),
      wasSuspended('1994-01-01', 'voting'),
      wasReinstated('1995-01-01'),
      wasSuspended('1996-01-01', 'all'),
    )
    expect(['1994-06-01', '1995-06-01', '1996-06-01'].map((day) => state.on(day).has().suspended?.scope)).toEqual([
      'voting',
      undefined,
      'all',
    ])
  })
  it('several conditions may be open at once', () => {
    expect(
      member(
        oneYear,
        joined('1990-01-01'),
        wasMadeToPromise('1990-01-01', 'one'),
        wasMadeToPromise('1990-01-01', 'other'),
      )
        .on('1991-01-01')
        .has()
        .conditions.map(({ condition }) => condition),
    ).toEqual(['one', 'other'])
  })
  it('representation known to the month is both possible in it', () => {
    const state = member(oneYear, joined('1990-01-01'), changedRepresentation('1995-06', 'one', 'other'))
    expect(
      state
        .on('1995-06-15')
        .has()
        .representedBy.map(({ government, certainty }) => [government, certainty]),
    ).toEqual([
      ['one', 'possible'],
      ['other', 'possible'],
    ])
    expect(
      state
        .on('1995-07-01')
        .has()
        .representedBy.map(({ government, certainty }) => [government, certainty]),
    ).toEqual([['other', 'certain']])
  })
  it('is one interval for two sources of one suspension', () => {
    const suspended = () => said('igo-abc', 'MembershipSuspended', '1994-01-01', { actor: 'aaa', scope: 'all' })
    expect(folded(igoAttributes, [suspended(), suspended()], 'attribute', 'detail')).toEqual([
      ['1994-01-01', null, 'certain', 'suspended', '{"scope":"all"}'],
    ])
  })
})

describe('organisations', () => {
  it('are called by the name of the day (the CSCE took the name OSCE on 1 January 1995)', () => {
    const list = [
      said('igo-osce', 'IgoFounded', '1973-07-03', { igo: 'osce', name: 'CSCE' }),
      said('igo-osce', 'IgoRenamed', '1995-01-01', { name: 'OSCE' }),
    ]
    expect(folded(igoProfile, list, 'name')).toEqual([
      ['1973-07-03', '1995-01-01', 'certain', 'CSCE'],
      ['1995-01-01', null, 'certain', 'OSCE'],
    ])
  })
  it('that end take their members with them: that is no exit', () => {
    const state = member(
      organisation('oau', { notice: { years: 1 } }, '1963-05-25', '2002-07-09'),
      joined('1963-05-25', 'original'),
      wasOutOn('2002-07-09', 'cessation'),
    )
    expect(state.ledger).toEqual([])
    state.on('2002-07-09').isOut('2002-07-09')
  })
})
