import { describe, expect, it } from 'vitest'
import type { Contestation, Incorporation } from '../../projections/compose/norm/facets.ts'
import { practised } from '../../projections/compose/norm/internalization.ts'
import { FOREVER, formatBound, parseDay } from '../../src/time/day.ts'
import type { Certainty, Span } from '../../src/time/timeline.ts'
import { actor } from '../support/actors.ts'
import { reserved } from '../support/attached.ts'
import { given } from '../support/given.ts'
import { nextId } from '../support/recorded.ts'
import { carriedBy, instrument, towards } from '../support/norms.ts'

const aaa = actor('aaa')
const span = <V>(value: V, from: string, to?: string, certainty: Certainty = 'certain'): Span<V> => ({
  from: parseDay(from),
  to: to === undefined ? FOREVER : parseDay(to),
  value,
  certainty,
  decidedBy: [nextId()],
})

const law: Incorporation = { kind: 'LegislationEnacted', title: 'An act' }
const bound = [
  carriedBy(
    'core',
    given(
      instrument('one'),
      aaa.signed('1985-01-01'),
      aaa.ratified('1990-01-01'),
      aaa.notifiedWithdrawal('2010-01-01'),
    ),
  ),
]
const qualified = [carriedBy('core', given(instrument('one'), aaa.ratified('1990-01-01'), reserved('aaa', undefined)))]

describe('a bond without qualification and a domestic act together', () => {
  const incorporations = [span(law, '1995-01-01', '2000-01-01')]
  it('are INSTITUTIONALIZED as long as the act stands', () => {
    towards(bound, { incorporations }).on('1994-12-31').is('BOUND')
    towards(bound, { incorporations }).on('1995-01-01').is('INSTITUTIONALIZED')
    towards(bound, { incorporations }).on('2000-01-01').is('BOUND')
  })
  it('name the act that does it', () =>
    expect(towards(bound, { incorporations }).on('1996-01-01').value.institutionalizedBy).toEqual(
      incorporations[0]!.decidedBy,
    ))
  it('are not, where a reservation qualifies the bond', () =>
    towards(qualified, { incorporations }).on('1996-01-01').is('BOUND_QUALIFIED'))
  it('are not, where nothing binds: a law at home is no bond abroad', () =>
    towards([], { incorporations }).on('1996-01-01').is('NO_POSITION'))
  it('are open, where the day of the act is', () =>
    towards(bound, { incorporations: [span(law, '1995-01-01', '1996-01-01', 'possible')] })
      .on('1995-06-01')
      .mayBe('BOUND', 'INSTITUTIONALIZED'))
})

describe('words against the norm', () => {
  const contestations = (stance: Contestation['stance'], type = 'validity') => [
    span<Contestation>({ type, stance }, '1986-01-01'),
  ]
  it('show where the actor is not bound', () => {
    towards(bound, { contestations: contestations('contesting') })
      .on('1985-06-01')
      .is('SIGNALLED')
    towards(bound, { contestations: contestations('contesting') })
      .on('1986-01-01')
      .is('CONTESTING')
    towards([], { contestations: contestations('objecting') })
      .on('1990-01-01')
      .is('OBJECTING')
  })
  it('and leave the commitment as it is: discourse is a facet by itself', () => {
    expect(towards(bound, { contestations: contestations('contesting') }).on('1986-01-01').value).toMatchObject({
      commitment: 'SIGNALLED',
      contestation: [{ type: 'validity', stance: 'contesting' }],
    })
  })
  it('do not show where it is bound, and stay an attribute', () => {
    const { value } = towards(bound, { contestations: contestations('objecting', 'application') }).on('1995-01-01')
    expect(value).toMatchObject({ status: 'BOUND', contestation: [{ type: 'application', stance: 'objecting' }] })
  })
  it('do not hide that it is leaving, while it is bound; they do when it has left', () => {
    towards(bound, { contestations: contestations('contesting') })
      .on('2010-06-01')
      .is('EXITING')
    towards(bound, { contestations: contestations('contesting') })
      .on('2011-06-01')
      .is('CONTESTING')
  })
})

describe('an endorsement', () => {
  const endorsements = [span('vote', '1975-12-09')]
  it('is a position', () => towards([], { endorsements }).on('1980-01-01').is('ENDORSED'))
  it('gives way to a signature', () => towards(bound, { endorsements }).on('1985-01-01').is('SIGNALLED'))
  it('holds from its day on', () => towards([], { endorsements }).on('1975-12-08').is('NO_POSITION'))
})

describe('practice (our operationalisation)', () => {
  const score = (year: number, value: number | undefined) => ({ year, value, decidedBy: [nextId()] })
  const rule = { rater: 'cirights', indicator: 'physint', cut: 6, years: 3 }
  const scores = [score(1995, 6), score(1996, 7), score(1997, 6), score(1998, 5), score(1999, 6)]
  it('is sustained in the years that end a run of good ones', () => {
    expect(practised(scores, rule).map(({ from, to }) => [formatBound(from), formatBound(to)])).toEqual([
      ['1997-01-01', '1998-01-01'],
    ])
  })
  it('a year without a score ends a run', () =>
    expect(practised([score(1995, 6), score(1996, undefined), score(1997, 6)], { ...rule, years: 2 })).toEqual([]))
  it('makes an institutionalized norm INTERNALIZED where its definition says which practice does', () => {
    const beside = { incorporations: [span(law, '1995-01-01')], practised: practised(scores, rule) }
    towards(bound, beside).on('1996-06-01').is('INSTITUTIONALIZED')
    towards(bound, beside).on('1997-06-01').is('INTERNALIZED')
    towards(bound, beside).on('1998-06-01').is('INSTITUTIONALIZED')
  })
  it('never does where it does not say', () =>
    towards(bound, { incorporations: [span(law, '1995-01-01')] })
      .on('1997-06-01')
      .is('INSTITUTIONALIZED'))
  it('never changes the commitment', () => {
    const beside = { incorporations: [span(law, '1995-01-01')], practised: practised(scores, rule) }
    for (const day of [
      '1989-01-01',
      '1990-01-15',
      '1994-01-01',
      '1997-06-01',
      '1998-06-01',
      '2010-06-01',
      '2012-01-01',
    ])
      expect(towards(bound, beside).on(day).value.commitment).toBe(
        towards(bound, { incorporations: beside.incorporations }).on(day).value.commitment,
      )
  })
  it('lifts nobody who is merely bound', () =>
    towards(bound, { practised: practised(scores, rule) })
      .on('1997-06-01')
      .is('BOUND'))
})
