import { describe, expect, it } from 'vitest'
import { entryActOf } from '../../projections/compose/membership/entry-act.ts'
import { entrySpells } from '../../projections/compose/membership/entry-spells.ts'
import type { EntrySpan } from '../../projections/compose/membership/entry.ts'
import { memberActOf, membershipSpanOf } from '../../projections/compose/membership/from-rows.ts'
import { memberStretches, throughSuccession } from '../../projections/compose/membership/member-stretches.ts'
import { accessionActs, type AccessionActRow } from '../../projections/folds/accession-acts.ts'
import { igoActs, type MembershipActRow } from '../../projections/folds/igo-acts.ts'
import { igoMembership, type Membership } from '../../projections/folds/igo-membership.ts'
import { ALWAYS, firstDayOfYear, FOREVER, formatDay, parseDay } from '../../src/time/day.ts'
import { intervalsOf } from '../support/folded.ts'
import { said, type Said } from '../support/recorded.ts'

/** One invented state and organisations `eec` and `eu`; what is said of it in each. */
const stream = (igo: string) => `igo-${igo}`
const applied = (on: string, igo = 'eu') => said(stream(igo), 'MembershipApplied', on, { actor: 'hun' })
const endedSo = (on: string, how: string) => said(stream('eu'), 'MembershipApplicationEnded', on, { actor: 'hun', how })
const step = (on: string, what: string, more: object = {}) =>
  said(stream('eu'), 'AccessionStepTaken', on, { actor: 'hun', step: what, ...more })
const started = (on: string, mode: string | undefined = 'accession', igo = 'eu') =>
  said(stream(igo), 'MembershipStarted', on, { actor: 'hun', kind: 'full', ...(mode !== undefined && { mode }) })
const left = (on: string, mode = 'withdrawal', igo = 'eu') =>
  said(stream(igo), 'MembershipEnded', on, { actor: 'hun', names: 'firstDayOut', mode })
const coded = (firstYear: number, lastYear: number) =>
  said(
    stream('eu'),
    'MembershipObserved',
    `${firstYear}/${lastYear}`,
    { actor: 'hun', code: 'full', firstYear, lastYear },
    { sources: [{ citation: 'A table of memberships', kind: 'dataset', series: 'cow-igo' }] },
  )

interface How {
  readonly probation?: number
  /** The first and last year of which every application is claimed to be told. */
  readonly told?: readonly [number, number]
  /** The years of the series that codes. */
  readonly series?: readonly [number, number]
}

const spellsOf = (list: readonly Said[], { probation = 3, told, series = [1900, 2014] }: How = {}) => {
  const how = {
    dates: 'bounds',
    yearCodes: 'edges',
    seriesOf: () => ({ from: firstDayOfYear(series[0]), to: firstDayOfYear(series[1] + 1) }),
  } as const
  const stretchesIn = (igo: string) => {
    const own = list.filter((one) => one.stream === stream(igo))
    const starts = intervalsOf<MembershipActRow>(igoActs, own)
      .map(memberActOf)
      .filter((act) => act.class === 'start')
    return memberStretches(intervalsOf<Membership>(igoMembership, own).map(membershipSpanOf), starts, how)
  }
  const acts = ['eec', 'eu'].flatMap((igo) =>
    intervalsOf<AccessionActRow>(
      accessionActs,
      list.filter((one) => one.stream === stream(igo)),
    ).map(entryActOf),
  )
  return entrySpells({
    acts,
    stretches: throughSuccession(stretchesIn('eec'), stretchesIn('eu')),
    probation,
    isTold: (day) => told !== undefined && firstDayOfYear(told[0]) <= day && day < firstDayOfYear(told[1] + 1),
  })
}

const bound = (day: number): string | null =>
  day <= ALWAYS || day >= FOREVER ? null : formatDay(day as Parameters<typeof formatDay>[0])
const written = ({ from, to, certainty, value }: EntrySpan) =>
  `${value.number} ${value.entry}${value.reason === undefined ? '' : ` ${value.reason}`} ` +
  `${bound(from) ?? '..'}/${bound(to) ?? '..'}${certainty === 'possible' ? ' ?' : ''}`
const of = (list: readonly Said[], how?: How) => spellsOf(list, how).map(written)

describe('a state that applies and is admitted', () => {
  const hungary = [applied('1994-03-31'), started('2004-05-01')]

  it('is a candidate, then on probation for three years, then settled', () => {
    expect(of(hungary)).toEqual([
      '1 outside ../1994-03-31',
      '1 candidate 1994-03-31/2004-05-01',
      '1 probation 2004-05-01/2007-05-01',
      '1 settled 2007-05-01/..',
    ])
  })

  it('is on probation for as long as is asked, or not at all', () => {
    expect(of(hungary, { probation: 5 })[2]).toBe('1 probation 2004-05-01/2009-05-01')
    expect(of(hungary, { probation: 0 })[2]).toBe('1 settled 2004-05-01/..')
  })

  it('ends probation with the month where the day of entry has no anniversary', () => {
    expect(of([applied('2000'), started('2004-02-29')], { probation: 1 }).at(-1)).toBe('1 settled 2005-02-28/..')
  })

  it('has left after its exit, from the first day out on', () => {
    expect(of([applied('1967-05-10'), started('1973-01-01'), left('1974-06-01')]).slice(1)).toEqual([
      '1 candidate 1967-05-10/1973-01-01',
      '1 probation 1973-01-01/1974-06-01',
      '1 left 1974-06-01/..',
    ])
  })

  it('begins anew when it applies again after an exit', () => {
    const again = [...hungary, left('2010-01-01'), applied('2011-01-01'), started('2012-01-01', 'readmission')]
    expect(of(again).slice(3)).toEqual([
      '1 settled 2007-05-01/2010-01-01',
      '1 left 2010-01-01/2011-01-01',
      '2 candidate 2011-01-01/2012-01-01',
      '2 probation 2012-01-01/2015-01-01',
      '2 settled 2015-01-01/..',
    ])
  })
})

describe('an application that does not lead to a membership', () => {
  it.each(['withdrawn', 'rejected', 'lapsed', 'suspended'])('%s: the candidacy is over', (how) => {
    expect(of([applied('1992-05-20'), endedSo('1994-11-28', how)])).toEqual([
      '1 outside ../1992-05-20',
      '1 candidate 1992-05-20/1994-11-28',
      '1 outside 1994-11-28/..',
    ])
  })

  it('a further one begins anew', () => {
    expect(of([applied('1962-05-02'), endedSo('1963-01-29', 'lapsed'), applied('1967-07-21')])).toEqual([
      '1 outside ../1962-05-02',
      '1 candidate 1962-05-02/1963-01-29',
      '1 outside 1963-01-29/1967-07-21',
      '2 candidate 1967-07-21/..',
    ])
  })

  it('one that is repeated while the first is open is the same', () => {
    expect(of([applied('1987-04-14'), applied('1990-01-01')]).at(-1)).toBe('1 candidate 1987-04-14/..')
  })

  it('on one day it may end, and be made anew', () => {
    expect(of([applied('1990'), endedSo('1998-09-10', 'suspended'), applied('1998-09-10')]).slice(-2)).toEqual([
      '1 candidate 1990-12-31/1998-09-10',
      '2 candidate 1998-09-10/..',
    ])
  })

  it('a step that is taken after it rests shows that it goes on', () => {
    expect(of([applied('1990-07-16'), endedSo('1996-11-01', 'suspended'), step('2000-02-15', 'negotiationsOpened')])) //
      .toEqual([
        '1 outside ../1990-07-16',
        '1 candidate 1990-07-16/1996-11-01',
        '1 unknown no-application-known 1996-11-01/2000-02-15',
        '2 candidate 2000-02-15/..',
      ])
  })
})

describe('a member without an application that is known', () => {
  it('is unknown, and never settled', () => {
    expect(of([started('1973-01-01')])).toEqual([
      '1 unknown no-application-known ../1973-01-01',
      '1 unknown no-application-known 1973-01-01/..',
    ])
  })

  it('is on probation and settled where somebody claims that every application is told', () => {
    expect(of([started('1973-01-01')], { told: [1958, 2020] })).toEqual([
      '1 outside ../1973-01-01',
      '1 probation 1973-01-01/1976-01-01',
      '1 settled 1976-01-01/..',
    ])
  })

  it('is unknown where the claim begins after its entry', () =>
    expect(of([started('1973-01-01')], { told: [1980, 2020] }).at(-1)).toBe(
      '1 unknown no-application-known 1973-01-01/..',
    ))

  it('is a founder where it was a member from the beginning', () => {
    expect(of([started('1958-01-01', 'original')]).at(-1)).toBe('1 founder 1958-01-01/..')
  })

  it('is unknown where it took a seat over', () => {
    expect(of([started('1991-12-24', 'succession')]).at(-1)).toBe('1 unknown seat-taken-over 1991-12-24/..')
  })

  it('is a candidate from an action plan, or an invitation, where an organisation takes no application', () => {
    expect(of([step('1999-04-24', 'actionPlan'), step('2002-11-21', 'invitation'), started('2004-03-29')])).toEqual([
      '1 outside ../1999-04-24',
      '1 candidate 1999-04-24/2004-03-29',
      '1 probation 2004-03-29/2007-03-29',
      '1 settled 2007-03-29/..',
    ])
  })

  it('is a candidate from any other step, and unknown before it', () => {
    expect(of([step('1997-12-13', 'candidateStatus')])).toEqual([
      '1 unknown no-application-known ../1997-12-13',
      '1 candidate 1997-12-13/..',
    ])
  })

  it('is no candidate by a step that went against it', () => {
    expect(of([step('1972-09-25', 'referendum', { outcome: 'negative' }), started('1973-01-01')]).at(-1)).toBe(
      '1 unknown no-application-known 1973-01-01/..',
    )
  })
})

describe('the European Economic Community and the European Union', () => {
  const through = (mode: string, ...before: readonly Said[]) => [
    ...before,
    started('1973-01-01', mode, 'eec'),
    left('1993-11-01', 'cessation', 'eec'),
    started('1993-11-01', 'original'),
  ]

  it('who was a member of the first is no entrant to the second', () => {
    expect(of(through('accession', applied('1967-05-10', 'eec'))).slice(1)).toEqual([
      '1 candidate 1967-05-10/1973-01-01',
      '1 probation 1973-01-01/1976-01-01',
      '1 settled 1976-01-01/..',
    ])
  })

  it('who founded the first is a founder', () => expect(of(through('original')).at(-1)).toBe('1 founder 1973-01-01/..'))

  it('who entered the second is an entrant', () =>
    expect(of([applied('1992-03-18'), started('1995-01-01')])[2]).toBe('1 probation 1995-01-01/1998-01-01'))
})

describe('codes of years', () => {
  it('leave open when in its first year a member entered', () => {
    // A first day of 2004 is on probation until that of 2007; a last one from the last of 2004 to that of 2007.
    expect(of([applied('1994-03-31'), coded(2004, 2014)])).toEqual([
      '1 outside ../1994-03-31',
      '1 candidate 1994-03-31/2004-01-01',
      '1 candidate 2004-01-01/2004-12-31 ?',
      '1 probation 2004-01-01/2004-12-31 ?',
      '1 probation 2004-12-31/2007-01-01',
      '1 probation 2007-01-01/2007-12-31 ?',
      '1 settled 2007-01-01/2007-12-31 ?',
      '1 settled 2007-12-31/2015-01-01',
    ])
  })

  it('tell nothing of a beginning that is that of the series', () =>
    expect(of([applied('1994-03-31'), coded(2004, 2014)], { series: [2004, 2014] }).at(-1)).toBe(
      '1 unknown start-not-known 2004-12-31/2015-01-01',
    ))

  it('tell of an end within the series', () =>
    expect(of([applied('1994-03-31'), coded(2004, 2011)]).slice(-3)).toEqual([
      '1 settled 2011-01-02/2012-01-01 ?',
      '1 left 2011-01-02/2012-01-01 ?',
      '1 left 2012-01-01/..',
    ]))

  it('stand back behind dated acts', () =>
    expect(of([applied('1994-03-31'), started('2004-05-01'), coded(2004, 2014)]).at(-1)).toBe(
      '1 settled 2007-05-01/..',
    ))
})

describe('dates known to the month', () => {
  it('are possible on its days, at the beginning and three years on', () => {
    expect(of([applied('1977-03'), started('1986-01')])).toEqual(
      [
        '1 outside 1977-03-01/1977-03-31 ?',
        '1 candidate 1977-03-01/1977-03-31 ?',
        '1 candidate 1977-03-31/1986-01-01',
        '1 candidate 1986-01-01/1986-01-31 ?',
        '1 probation 1986-01-01/1986-01-31 ?',
        '1 probation 1986-01-31/1989-01-01',
        '1 probation 1989-01-01/1989-01-31 ?',
        '1 settled 1989-01-01/1989-01-31 ?',
        '1 settled 1989-01-31/..',
      ].toSpliced(0, 0, '1 outside ../1977-03-01'),
    )
  })

  it('of an application in the year of the entry: it came before', () => {
    expect(of([applied('1950'), started('1950-07-13')]).map((text) => text.split(' ')[1])).not.toContain('unknown')
  })

  it('too many of them: nobody can tell', () =>
    expect(
      of([
        ...['1961', '1965', '1967', '1970'].map((year) => applied(year)),
        ...['1963', '1966', '1969', '1971'].map((year) => endedSo(year, 'lapsed')),
      ]),
    ).toEqual(['1 unknown dates-open ../..']))
})

it('a spell names the events that decide it', () => {
  const spans = spellsOf([applied('1994-03-31'), started('2004-05-01')])
  const [, candidate, probation] = spans
  expect(candidate?.decidedBy).toHaveLength(1)
  expect(probation?.decidedBy).toHaveLength(2)
  expect(probation?.from).toBe(parseDay('2004-05-01'))
})
