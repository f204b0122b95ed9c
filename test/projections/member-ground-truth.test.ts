import { describe, expect, it } from 'vitest'
import {
  applicationEnded,
  applied,
  ceasedToCooperate,
  changedRepresentation,
  cooperatedAgain,
  gaveNotice,
  joined,
  member,
  organisation,
  promiseEnded,
  tookNoticeBack,
  wasCoded,
  wasMadeToPromise,
  wasOutOn,
  wasReinstated,
  wasSuspended,
} from '../support/organisations.ts'

/** The clauses on leaving, each by the article of the constituent treaty. */
const un = organisation('un', 'silent')
const unesco = organisation('unesco', { notice: { snap: 'endOfNextYear' } })
const coe = organisation('coe', { notice: { snap: 'endOfFinancialYear' } })
const commonwealth = organisation('commonwealth', 'silent')
const iwc = organisation('iwc', { notice: { snap: 'june30' } })
const eu = organisation('eu', { notice: { years: 2 } })
const oas = organisation('oas', { notice: { years: 2 } })
const league = organisation('lon', { notice: { years: 2 } })

describe('Russia and the Council of Europe (suspended 2022-02-25, ceased 2022-03-16; Resolution CM/Res(2022)2)', () => {
  const russia = member(
    coe,
    applied('1992-05-07'),
    joined('1996-02-28'),
    wasSuspended('2022-02-25', 'representation'),
    gaveNotice('2022-03-15'),
    wasOutOn('2022-03-16', 'cessation'),
  )
  it('had asked to be admitted, and was no member yet', () => {
    expect(russia.on('1996-02-27').absence()).toMatchObject({
      standing: 'not-yet',
      begins: '1996-02-28',
      applied: { since: '1992-05-07' },
    })
  })
  it('is a member with all rights on the day before the suspension', () => {
    russia.on('2022-02-24').is('full', '1996-02-28')
    expect(russia.on('2022-02-24').has().suspended).toBeNull()
  })
  it('is a member still, with its rights of representation suspended', () => {
    russia.on('2022-02-25').is('full', '1996-02-28')
    expect(russia.on('2022-03-15').has().suspended).toMatchObject({ scope: 'representation', since: '2022-02-25' })
  })
  it('is out on 16 March 2022, long before its own notice could take effect', () =>
    russia.on('2022-03-16').isOut('2022-03-16'))
  it('leaves one line in the ledger, and no anomaly: a cessation is not bound by the notice', () => {
    expect(russia.ledger).toEqual([['2022-03-15', '2022-03-16', null, 'stated']])
    expect(russia.anomalies).toEqual([])
  })
})

describe('South Africa and the Commonwealth (out 1961-05-31, back 1994-06-01)', () => {
  const zaf = member(
    commonwealth,
    joined('1931-12-11', 'original'),
    wasOutOn('1961-05-31'),
    joined('1994-06-01', 'readmission'),
  )
  it('is in on the day before it became a republic', () => zaf.on('1961-05-30').is('full', '1931-12-11'))
  it('is out on that day, and until it came back', () => {
    zaf.on('1961-05-31').isOut('1961-05-31')
    zaf.on('1994-05-31').isOut('1961-05-31')
  })
  it('is in again from the first of June 1994 on', () => zaf.on('1994-06-01').is('full', '1994-06-01'))
  it('left without a notice', () => expect(zaf.ledger).toEqual([[null, '1961-05-31', null, 'stated']]))
})

describe('Indonesia and the United Nations, 1965 to 1966-09-28: cessation of cooperation', () => {
  const idn = member(
    un,
    joined('1950-09-28'),
    gaveNotice('1965-01-20'),
    ceasedToCooperate('1965-01'),
    cooperatedAgain('1966-09-28'),
    wasCoded('full', 1950, 2014),
  )
  it('remains a member: there was no new admission', () => {
    idn.on('1965-06-01').is('full', '1950-09-28')
    idn.on('1966-09-28').is('full', '1950-09-28')
  })
  it('did not cooperate: possibly from January 1965 on, certainly after it', () => {
    expect(idn.on('1964-12-31').has().cooperationCeased).toBeNull()
    expect(idn.on('1965-01-15').has().cooperationCeased).toMatchObject({ certainty: 'possible' })
    expect(idn.on('1965-02-01').has().cooperationCeased).toMatchObject({
      certainty: 'certain',
      since: '1965-01-01/1965-01-31',
    })
    expect(idn.on('1966-09-27').has().cooperationCeased).not.toBeNull()
    expect(idn.on('1966-09-28').has().cooperationCeased).toBeNull()
  })
  it('keeps the other assertion too: a notice of withdrawal, for which the Charter has no clause', () => {
    expect(idn.ledger).toEqual([['1965-01-20', null, null, 'ineffective']])
    expect(idn.anomalies).toEqual(['contested-exit'])
    expect(idn.on('1965-06-01').has().exitPending).toBeNull()
  })
})

describe("China's seat, 1971-10-25 (General Assembly resolution 2758 (XXVI))", () => {
  const chn = member(
    un,
    joined('1945-10-24', 'original'),
    changedRepresentation('1971-10-25', 'Republic of China', "People's Republic of China"),
  )
  it('is one unbroken membership of a founding member', () => {
    chn.on('1971-10-24').is('full', '1945-10-24')
    chn.on('1971-10-25').is('full', '1945-10-24')
    expect(chn.ledger).toEqual([])
  })
  it('is held by one government until the day before, by the other from the day on', () => {
    const governments = (day: string) =>
      chn
        .on(day)
        .has()
        .representedBy.map(({ government }) => government)
    expect(governments('1945-10-24')).toEqual(['Republic of China'])
    expect(governments('1971-10-24')).toEqual(['Republic of China'])
    expect(governments('1971-10-25')).toEqual(["People's Republic of China"])
  })
})

describe('Greece and the Council of Europe (notice 1969-12-12; Statute, art. 7)', () => {
  const parts = [joined('1949-08-09'), gaveNotice('1969-12-12'), joined('1974-11-28', 'readmission')]
  const derived = member(coe, ...parts)
  const recorded = member(coe, ...parts, wasOutOn('1970-12-31'))
  it('given in the last three months, the notice runs to the end of the next financial year', () => {
    expect(derived.ledger).toEqual([['1969-12-12', '1970-12-31', null, 'derived']])
    expect(derived.on('1970-12-30').has().exitPending).toMatchObject({
      notified: '1969-12-12',
      effect: '1970-12-31',
      basis: 'derived',
    })
  })
  it.each([
    ['derived from the clause', derived],
    ['as recorded', recorded],
  ])('is out from 1970-12-31 and back on 1974-11-28, %s', (_, greece) => {
    greece.on('1970-12-30').is('full', '1949-08-09')
    greece.on('1970-12-31').isOut('1970-12-31')
    greece.on('1974-11-27').isOut('1970-12-31')
    greece.on('1974-11-28').is('full', '1974-11-28')
    expect(greece.anomalies).toEqual([])
  })
})

describe('The United States and UNESCO (Constitution, art. II(6): 31 December of the year after the notice)', () => {
  const usa = member(
    unesco,
    joined('1946-11-04', 'original'),
    gaveNotice('1983-12-28'),
    joined('2003-10-01', 'readmission'),
    gaveNotice('2017-10-12'),
    joined('2023-07', 'readmission'),
  )
  it('is out on 1984-12-31 and on 2018-12-31, as the clause has it', () =>
    expect(usa.ledger).toEqual([
      ['1983-12-28', '1984-12-31', null, 'derived'],
      ['2017-10-12', '2018-12-31', null, 'derived'],
    ]))
  it('is a member on the last day of each notice', () => {
    usa.on('1984-12-30').is('full', '1946-11-04')
    usa.on('2018-12-30').is('full', '2003-10-01')
  })
  it('is none from the day of effect to the day before its return', () => {
    usa.on('1984-12-31').isOut('1984-12-31')
    usa.on('2003-09-30').isOut('1984-12-31')
    usa.on('2018-12-31').isOut('2018-12-31')
    usa.on('2023-06-30').isOut('2018-12-31')
  })
  it('may be back in July 2023, and is in August', () => {
    usa.on('2023-07-10').maybe('full')
    usa.on('2023-08-01').is('full', '2023-07-01/2023-07-31')
  })
})

describe('The United Kingdom', () => {
  it('and UNESCO: notice 1984-12-05, out 1985-12-31, back 1997-07-01', () => {
    const gbr = member(
      unesco,
      joined('1946-11-04', 'original'),
      gaveNotice('1984-12-05'),
      wasOutOn('1985-12-31'),
      joined('1997-07-01', 'readmission'),
    )
    gbr.on('1985-12-30').is('full')
    gbr.on('1985-12-31').isOut('1985-12-31')
    gbr.on('1997-07-01').is('full', '1997-07-01')
    expect(gbr.anomalies).toEqual([])
  })
  it('and the European Union: the two years of art. 50(3) were extended by agreement to 2020-01-31', () => {
    const gbr = member(
      eu,
      joined('1993-11-01', 'original'),
      gaveNotice('2017-03-29', '2020-01-31'),
      wasOutOn('2020-01-31'),
    )
    expect(gbr.on('2019-03-29').has().exitPending).toMatchObject({
      notified: '2017-03-29',
      effect: '2020-01-31',
      basis: 'stated',
    })
    gbr.on('2020-01-30').is('full', '1993-11-01')
    gbr.on('2020-01-31').isOut('2020-01-31')
    expect(gbr.anomalies).toEqual([])
  })
  it('without the agreement it would have been out on 2019-03-29; a later end is said to differ', () => {
    expect(member(eu, joined('1993-11-01'), gaveNotice('2017-03-29')).ledger).toEqual([
      ['2017-03-29', '2019-03-29', null, 'derived'],
    ])
    const odd = member(eu, joined('1993-11-01'), gaveNotice('2017-03-29'), wasOutOn('2020-01-31'))
    odd.on('2020-01-30').is('full')
    expect(odd.anomalies).toEqual(['exit-date-differs'])
  })
})

describe('Japan and the whaling convention (notice 2018-12-26; Convention, art. XI)', () => {
  it('is out on the thirtieth of June that follows', () => {
    const jpn = member(iwc, joined('1951-04-21'), gaveNotice('2018-12-26'))
    jpn.on('2019-06-29').is('full', '1951-04-21')
    jpn.on('2019-06-30').isOut('2019-06-30')
  })
})

describe('Switzerland and the two German states in the United Nations', () => {
  it.each([
    ['Switzerland', '2002-09-09', '2002-09-10'],
    ['the Federal Republic', '1973-09-17', '1973-09-18'],
    ['the Democratic Republic', '1973-09-17', '1973-09-18'],
  ])('%s is none on %s, and one on %s', (_, before, on) => {
    const state = member(un, joined(on))
    expect(state.on(before).absence()).toMatchObject({ standing: 'not-yet', begins: on })
    state.on(on).is('full', on)
  })
  it('a year coded before the admission stands until the admission only where nothing exact speaks', () => {
    const ddr = member(un, wasCoded('full', 1965, 1989), joined('1973-09-18'))
    ddr.on('1980-01-01').is('full', '1973-09-18')
  })
})

describe('Honduras and the OAS (suspended 2009-07-04 to 2011-06-01, a member throughout; COW codes 0 in 2010)', () => {
  const hnd = member(
    oas,
    joined('1951-12-13', 'original'),
    wasSuspended('2009-07-04'),
    wasReinstated('2011-06-01'),
    wasCoded('full', 1951, 2009),
    wasCoded('none', 2010, 2014),
  )
  it('is a member in 2010, suspended', () => {
    hnd.on('2010-06-01').is('full', '1951-12-13')
    expect(hnd.on('2010-06-01').has().suspended).toMatchObject({ scope: 'all', since: '2009-07-04' })
  })
  it('has its rights on the day before, and again from the day of the lifting on', () => {
    for (const day of ['2009-07-03', '2011-06-01']) expect(hnd.on(day).has().suspended).toBeNull()
    expect(hnd.on('2011-05-31').has().suspended).not.toBeNull()
  })
})

describe('Cuba and the OAS (suspended 1962-01-31; lifted 2009-06-03, and not participating)', () => {
  const cub = member(
    oas,
    joined('1952-07-16'),
    wasSuspended('1962-01-31'),
    wasReinstated('2009-06-03'),
    ceasedToCooperate('2009-06-03'),
  )
  it('is a member throughout', () =>
    ['1962-01-31', '1990-01-01', '2009-06-03', '2020-01-01'].forEach((day) => cub.on(day).is('full', '1952-07-16')))
  it('is suspended to the day before, and stays away from the day on', () => {
    expect([
      cub.on('2009-06-02').has().suspended === null,
      cub.on('2009-06-02').has().cooperationCeased === null,
    ]).toEqual([false, true])
    expect([
      cub.on('2009-06-03').has().suspended === null,
      cub.on('2009-06-03').has().cooperationCeased === null,
    ]).toEqual([true, false])
  })
})

describe('Venezuela and the OAS (notice 2017-04-28; Charter, art. 143: two years)', () => {
  const notice = [joined('1951-12'), gaveNotice('2017-04-28')]
  it('taken by itself, the notice ends the membership on 2019-04-28', () => {
    const ven = member(oas, ...notice)
    ven.on('2019-04-27').is('full')
    ven.on('2019-04-28').isOut('2019-04-28')
  })
  it('taken back by the government that the Organization accepted, it never was; the ledger remembers it', () => {
    const ven = member(
      oas,
      ...notice,
      tookNoticeBack('2019-01-23/2019-04-09'),
      changedRepresentation('2019-04-09', 'executive', 'National Assembly'),
    )
    ven.on('2020-01-01').is('full')
    expect(ven.ledger).toEqual([['2017-04-28', '2019-04-28', '2019-01-23', 'derived']])
    expect(ven.on('2018-01-01').has().exitPending).toMatchObject({ effect: '2019-04-28' })
    expect(ven.on('2019-04-09').has().exitPending).toBeNull()
  })
})

describe('Syria in the United Nations, as part of the United Arab Republic from 1958 to 1961', () => {
  const syr = member(
    un,
    joined('1945-10-24', 'original'),
    wasOutOn('1958-02-22', 'extinction'),
    joined('1961-10-13', 'resumption'),
  )
  it('is no separate member in 1960', () => syr.on('1960-01-01').isOut('1958-02-22'))
  it('has its membership again on 1961-10-13, without an admission and without an exit', () => {
    syr.on('1961-10-13').is('full', '1961-10-13')
    expect(syr.ledger).toEqual([])
  })
})

describe('Japan and the League of Nations (Covenant, art. 1(3): two years; COW dates the exit by the notice)', () => {
  it('is a member until two years after its notice of 1933-03-27', () => {
    const jpn = member(
      league,
      joined('1920-01-10', 'original'),
      gaveNotice('1933-03-27'),
      wasCoded('full', 1920, 1933),
      wasCoded('none', 1934, 1946),
    )
    jpn.on('1935-03-26').is('full', '1920-01-10')
    jpn.on('1935-03-27').isOut('1935-03-27')
  })
})

describe('Norway and the Communities: an application that lapsed (OJ L 2, 1.1.1973)', () => {
  const norway = member(eu, applied('1967-07-21'), applicationEnded('1973-01-01', 'lapsed'), applied('1992-11-25'))
  it.each([
    ['1972-12-31', { since: '1967-07-21' }],
    ['1973-01-01', null],
    ['1992-11-25', { since: '1992-11-25' }],
  ])('%s', (day, asked) => {
    const { applied: standing } = norway.on(day).absence()
    expect(standing === null ? null : { since: standing.since }).toEqual(asked)
  })
})

describe('conditions', () => {
  const promise = 'to ratify Protocol No. 6'
  it('are open from the day they were attached, also after the admission, until they are resolved', () => {
    const state = member(
      coe,
      applied('1992-05-07'),
      wasMadeToPromise('1996-01-25', promise, '1999-02-28'),
      joined('1996-02-28'),
      promiseEnded('2000-05-05', promise, 'met'),
    )
    expect(state.on('1999-01-01').has().conditions).toMatchObject([
      { condition: promise, deadline: '1999-02-28', since: '1996-01-25' },
    ])
    expect(state.on('2000-05-05').has().conditions).toEqual([])
  })
})
