import { describe, expect, it } from 'vitest'
import { membershipOn, type MembershipKind } from '../../projections/compose/membership/membership.ts'
import { igoMembership } from '../../projections/folds/igo-membership.ts'
import { day, folded, intervalsOf } from '../support/folded.ts'
import { retracted, said, type Said } from '../support/recorded.ts'

const started = (occurred: string, kind = 'full', igo = 'coe') =>
  said(`igo-${igo}`, 'MembershipStarted', occurred, { actor: 'rus', kind })
const changed = (occurred: string, kind: string) =>
  said('igo-coe', 'MembershipKindChanged', occurred, { actor: 'rus', kind })
const ended = (occurred: string, names: string) => said('igo-coe', 'MembershipEnded', occurred, { actor: 'rus', names })
const observed = (firstYear: number, lastYear: number, code = 'full', series = 'cow-igo') =>
  said(
    'igo-coe',
    'MembershipObserved',
    `${firstYear}/${lastYear}`,
    { actor: 'rus', code, firstYear, lastYear },
    { sources: [{ citation: 'A table of memberships', kind: 'dataset', series }] },
  )

const told = (...list: readonly Said[]) => folded(igoMembership, list, 'kind', 'track')

describe('dated acts of membership', () => {
  it('hold from the start on', () =>
    expect(told(started('1996-02-28'))).toEqual([['1996-02-28', null, 'certain', 'full', 'acts']]))

  it('Russia and the Council of Europe: out on the first day out, 2022-03-16', () => {
    expect(told(started('1996-02-28'), ended('2022-03-16', 'firstDayOut'))).toEqual([
      ['1996-02-28', '2022-03-16', 'certain', 'full', 'acts'],
      ['2022-03-16', null, 'certain', 'none', 'acts'],
    ])
  })

  it('the German Democratic Republic and the United Nations: in on the last day in, 1990-10-02', () => {
    const [member] = told(started('1973-09-18'), ended('1990-10-02', 'lastDayIn'))
    expect(member).toEqual(['1973-09-18', '1990-10-03', 'certain', 'full', 'acts'])
  })

  it('South Africa and the Commonwealth: two spells', () => {
    expect(
      told(started('1931-12-11'), ended('1961-05-31', 'firstDayOut'), started('1994-06-01')).map(
        ([from, to, , kind]) => [from, to, kind],
      ),
    ).toEqual([
      ['1931-12-11', '1961-05-31', 'full'],
      ['1961-05-31', '1994-06-01', 'none'],
      ['1994-06-01', null, 'full'],
    ])
  })

  it('out and in on one day leaves no gap', () => {
    expect(
      told(started('1990-01-01'), started('2000-01-01'), ended('2000-01-01', 'firstDayOut')).map(
        ([from, to, , kind]) => [from, to, kind],
      ),
    ).toEqual([
      ['1990-01-01', '2000-01-01', 'full'],
      ['2000-01-01', null, 'full'],
    ])
  })

  it('a change of standing ends one and begins the other', () => {
    expect(
      told(started('1990-01-01', 'observer'), changed('1995-01-01', 'full')).map(([from, to, , kind]) => [
        from,
        to,
        kind,
      ]),
    ).toEqual([
      ['1990-01-01', '1995-01-01', 'observer'],
      ['1995-01-01', null, 'full'],
    ])
  })

  it('a start known to the year is possible within it and certain after', () => {
    expect(told(started('1996'))).toEqual([
      ['1996-01-01', '1996-12-31', 'possible', 'full', 'acts'],
      ['1996-12-31', null, 'certain', 'full', 'acts'],
    ])
  })

  it('an end known to the year leaves its year possible', () => {
    expect(told(started('1990-01-01'), ended('1996', 'firstDayOut')).filter(([, , , kind]) => kind === 'full')).toEqual(
      [
        ['1990-01-01', '1996-01-01', 'certain', 'full', 'acts'],
        ['1996-01-01', '1996-12-31', 'possible', 'full', 'acts'],
      ],
    )
  })

  it('two sources of one start are one start with two deciding events', () => {
    const list = [started('1996-02-28'), started('1996-02-28')]
    expect(intervalsOf(igoMembership, list).map(({ decidedBy }) => decidedBy.length)).toEqual([2])
  })

  it('a retracted end never was', () => {
    const end = ended('2022-03-16', 'firstDayOut')
    expect(told(started('1996-02-28'), end, retracted(end))).toEqual([['1996-02-28', null, 'certain', 'full', 'acts']])
  })
})

/** The standing of Russia on a day, as the composition reads the fold's rows. */
const standing = (list: readonly Said[], text: string) => {
  const spans = intervalsOf(igoMembership, list).map(({ from, to, certainty, decidedBy, columns }) => ({
    igo: 'coe',
    actor: 'rus',
    kind: columns.kind as MembershipKind,
    track: String(columns.track),
    from,
    to,
    certainty,
    observed: columns.first_year !== null,
    decidedBy,
  }))
  const answer = membershipOn(spans, day(text))
  return answer === undefined ? undefined : [answer.kind, answer.since, answer.certainty]
}

describe('years that a source coded', () => {
  const list = [observed(1996, 2014)]
  it('hold in each of them, under the name of the series', () => {
    expect(folded(igoMembership, list, 'kind', 'track', 'first_year', 'last_year')).toEqual([
      ['1996-01-01', '2015-01-01', 'certain', 'full', 'cow-igo', 1996, 2014],
    ])
  })
  it('are possible on the days of the first and of the last', () => {
    expect(standing(list, '1996-12-31')).toEqual(['full', '1996', 'possible'])
    expect(standing(list, '2014-01-01')).toEqual(['full', '1996', 'possible'])
  })
  it('are certain between', () => {
    expect(standing(list, '1997-01-01')).toEqual(['full', '1996', 'certain'])
    expect(standing(list, '2013-12-31')).toEqual(['full', '1996', 'certain'])
  })
  it('say nothing outside', () => {
    expect(standing(list, '1995-12-31')).toBeUndefined()
    expect(standing(list, '2015-01-01')).toBeUndefined()
  })
  it('coded unknown are neither in nor out', () =>
    expect(standing([observed(1990, 1992, 'unknown')], '1991-06-01')).toEqual(['unknown', '1990', 'certain']))
})

describe('dated acts beside coded years', () => {
  const list = [observed(1990, 2014), started('1996-02-28'), ended('2022-03-16', 'firstDayOut')]
  it('answer for the days that they cover', () => {
    expect(standing(list, '1996-02-28')).toEqual(['full', '1996-02-28', 'certain'])
    expect(standing(list, '2022-03-15')).toEqual(['full', '1996-02-28', 'certain'])
    expect(standing(list, '2022-03-16')?.[0]).toBe('none')
  })
  it('say whether they begin with a first admission, and not with a return to a membership that is not told', () => {
    const first = (...acts: readonly Said[]) =>
      folded(igoMembership, acts, 'kind', 'first_admission').map(([from, , , kind, begins]) => [from, kind, begins])
    expect(first(...list)).toEqual([
      ['1996-02-28', 'full', 'certain'],
      ['2022-03-16', 'none', null],
      ['1990-01-01', 'full', null],
    ])
    expect(
      first(said('igo-coe', 'MembershipStarted', '2003-10-01', { actor: 'rus', kind: 'full', mode: 'readmission' })),
    ).toEqual([['2003-10-01', 'full', null]])
    expect(first(ended('1984-12-31', 'firstDayOut'), started('2003-10-01'))).toEqual([
      ['1984-12-31', 'none', null],
      ['2003-10-01', 'full', null],
    ])
  })
})
