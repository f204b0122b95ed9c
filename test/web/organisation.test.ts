import { describe, expect, it } from 'vitest'
import { balanceSentence } from '../../web/src/organisation/balance-words.ts'
import { countsOn, leaversOf, membersOf, movesOf, standingOn } from '../../web/src/organisation/members.ts'
import { nameOf } from '../../web/src/organisation/leavers.ts'
import { convergenceSentence, decimal, yearsInWords } from '../../web/src/organisation/score-words.ts'
import { reachWords } from '../../web/src/organisation/sentence.ts'
import type { Membership } from '../../web/src/state/membership-lanes.ts'
import { dayNumber } from '../../web/src/words/days.ts'
import { tellRenamings } from '../../web/src/words/names-then.ts'

/** As the answer tells it; certain all the time, where nothing else is said. */
const membership = (state: string, from: string, to: string | null, more: Partial<Membership> = {}): Membership => ({
  state,
  name: state,
  cow: null,
  iso3: null,
  igo: 'coe',
  igoName: 'Council of Europe',
  formality: 'formal',
  kind: 'full',
  from,
  to,
  since: from,
  until: to,
  certainty: 'certain',
  certain: { from, to },
  toldBy: 'days',
  spell: 1,
  suspended: [],
  covered: [],
  decidedBy: [],
  ...more,
})

// The days are those of the Council of Europe's own list of its members.
const members = membersOf([
  membership('deu', '1950-07-13', '1951-05-02', { kind: 'associate' }),
  membership('deu', '1951-05-02', null),
  membership('grc', '1949-08-09', '1970-12-31'),
  membership('grc', '1974-11-28', null, { spell: 2 }),
  membership('rus', '1996-02-28', '2022-03-16', {
    suspended: [{ from: '2022-02-25', to: '2022-03-16', scope: 'representation', ground: null, certainty: 'certain' }],
  }),
  membership('tur', '1949-08-09', null, {
    since: '1949-08-09/1950-04-13',
    certain: { from: '1950-04-13', to: null },
  }),
])
const on = (day: string) => {
  const { certain, possible, suspended, untold } = countsOn(members, day)
  return { certain: Object.fromEntries(certain), possible: Object.fromEntries(possible), suspended, untold }
}
const memberOf = (state: string) => members.find((one) => one.state === state) ?? { state, name: state, rows: [] }

describe('the members of an organisation', () => {
  it('are one each, the first ones first', () =>
    expect(members.map(({ state, rows }) => [state, rows.length])).toEqual([
      ['grc', 2],
      ['tur', 1],
      ['deu', 2],
      ['rus', 1],
    ]))
  it('count by kind, and who may have been one counts apart', () => {
    expect(on('1949-12-31')).toEqual({ certain: { full: 1 }, possible: { full: 1 }, suspended: [], untold: 0 })
    expect(on('1951-05-01')).toEqual({ certain: { full: 2, associate: 1 }, possible: {}, suspended: [], untold: 0 })
    expect(on('1951-05-02').certain).toEqual({ full: 3 })
  })
  it('are members while rights are suspended, and none from the day on which they were out', () => {
    expect(on('2022-03-15')).toMatchObject({ certain: { full: 4 }, suspended: ['rus'] })
    expect(on('2022-03-16')).toMatchObject({ certain: { full: 3 }, suspended: [] })
  })
  it('are not on record between an exit and a return', () => {
    expect(standingOn(memberOf('grc'), '1970-12-30')).toMatchObject({ kind: 'full', isCertain: true })
    expect(standingOn(memberOf('grc'), '1970-12-31')).toBeUndefined()
    expect(standingOn(memberOf('grc'), '1974-11-28')).toMatchObject({ kind: 'full' })
  })
  it('left, but not by taking another standing', () =>
    expect(leaversOf(members).map(({ member, row, isBack }) => [member.state, row.to, isBack])).toEqual([
      ['rus', '2022-03-16', false],
      ['grc', '1970-12-31', true],
    ]))
  it('change on the days on which somebody came, went or stood otherwise', () => {
    expect(movesOf(members).get(dayNumber('1949-08-09'))).toBe(2)
    expect(movesOf(members).get(dayNumber('1951-05-02'))).toBe(1)
    expect([...movesOf(members).values()].reduce((sum, count) => sum + count, 0)).toBe(8)
  })
})

describe('a membership told by coded years', () => {
  const coded = membersOf([membership('fra', '1965-01-01', '2015-01-01', { toldBy: 'years', until: '2015/..' })])
  it('is untold after its last year, and nobody left', () => {
    expect(countsOn(coded, '2014-12-31')).toMatchObject({ untold: 0 })
    expect(countsOn(coded, '2015-01-01')).toMatchObject({ untold: 1 })
    expect(leaversOf(coded)).toEqual([])
    expect([...movesOf(coded).keys()]).toEqual([dayNumber('1965-01-01')])
  })
})

describe('what scores say of members', () => {
  const year = (at: number, rated: number, mean: number | null, sigma: number | null) => ({
    year: at,
    members: 21,
    rated,
    mean,
    sigma,
  })
  it('is the first and the last year that have any', () =>
    expect(
      convergenceSentence([year(1984, 0, null, null), year(1985, 2, 5.5, 0.5), year(1995, 1, 8, null)], 'the Council'),
    ).toBe(
      'In 1985, 2 of 21 members of the Council scored 5.5 on average, with a standard deviation of 0.5; ' +
        'in 1995, 1 of 21 scored 8.',
    ))
  it('is that nobody is rated, where nobody is', () =>
    expect(convergenceSentence([year(1985, 0, null, null)], 'the Council')).toBe(
      'No member of the Council is rated in these years.',
    ))
  it('has years as stretches, and numbers with a minus that is one', () => {
    expect(yearsInWords([1986, 1987, 1988, 1990, 1992, 1993])).toBe('1986 to 1988, 1990 and 1992 to 1993')
    expect(yearsInWords([1990])).toBe('1990')
    expect(decimal(-0.256)).toBe('\u22120.26')
  })
  it('says what cannot be told of a member', () => {
    const told = { years: 4, received: 7, own: 2.5, pull: -2.25, ratio: null, starts: 0 }
    const untold = { onOthers: null, onState: null, net: null, rank: null, reason: 'none' }
    const balance = { state: 'tur', name: 'Türkiye', ...told, ...untold }
    const moved = { ...balance, onOthers: -0.1, onState: 0.25, net: -0.35 }
    expect(balanceSentence(moved).join('').replaceAll('\u00a0', ' ')).toContain(
      'the others moved away from it by 10 % of the distance, and it covered 25 % of the way to them',
    )
    expect(balanceSentence(balance).join('')).toContain('counting it in moved the mean by \u22122.25.')
    expect(balanceSentence(balance).join('')).toContain('cannot be told')
    expect(balanceSentence({ ...balance, years: 0 }).join('')).toBe('In no year is Türkiye rated beside other members.')
  })
  it('says how far sources reach', () => {
    expect(reachWords({ state: 'none', through: null }, undefined)).toBe(
      'No source in this log says that it holds every member on that day; there may be others.',
    )
    expect(reachWords({ state: 'none', through: null }, 'depositary')).toBe(
      'None of the chosen sources says that it holds every member on that day; there may be others.',
    )
    expect(reachWords({ state: 'carried', through: '2024-12-31' }, undefined)).toContain('carried forward')
  })
})

describe('who left', () => {
  it('goes by what it was called when it did', () => {
    // The United Nations' notes on the names of member states: Zaire until 16 May 1997.
    const names = [
      { name: 'Zaire', from: '1971-10-27', to: '1997-05-16' },
      { name: 'Democratic Republic of the Congo', from: '1997-05-17', to: null },
    ]
    tellRenamings([{ state: 'cod', names }])
    const leavers = leaversOf(
      membersOf([
        membership('cod', '1972-01-01', '1990-01-01', { name: 'Democratic Republic of the Congo' }),
        membership('cod', '1998-01-01', '2001-01-01', { name: 'Democratic Republic of the Congo', spell: 2 }),
      ]),
    )
    expect(leavers.map(nameOf)).toEqual(['Democratic Republic of the Congo', 'Zaire'])
    tellRenamings([])
  })
})
