import { describe, it, expect } from 'vitest'
import { actor } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

/** In force from 1951 on, open since 1949, with a clause on exit. */
const treaty = aTreaty({
  concluded: '1948-12-09',
  opened: { on: '1949-01-01' },
  inForce: '1951-01-12',
  entryIntoForce: { trigger: { kind: 'count', n: 20 } },
  exit: { notice: { years: 1 } },
})
const [ben, usa, yug] = [actor('ben'), actor('usa'), actor('yug')]
const table = { source: 'table-2015', through: '2015-03-12' }
const coveredBy = (...coverage: readonly object[]) => ({ whereas: { coverage } })
const afterOpening = ['NONE', 'SIGNED', 'CONSENTED', 'IN_FORCE', 'EXIT_PENDING', 'EXITED'] as const

describe('no act is known', () => {
  const known = given(treaty, usa.signed('1990-01-01'), coveredBy(table)).of(ben)
  const nowhere = given(treaty, usa.signed('1990-01-01'), coveredBy()).of(ben)

  it('and all are covered: none was done', () => {
    known.on('1999-01-01').is('NONE')
    expect(known.coverageOn('1999-01-01')).toBe('covered through 2015-03-12 by table-2015')
  })
  it('and the day lies after the last one covered: what was so is carried', () => {
    known.on('2022-01-01').is('NONE')
    expect(known.coverageOn('2022-01-01')).toBe('carried through 2015-03-12 by table-2015')
  })
  it('and nobody covers it: what it may be is what the treaty allows', () => {
    nowhere.on('2022-01-01').mayBe(...afterOpening)
    nowhere.on('1950-01-01').mayBe('NONE', 'SIGNED', 'CONSENTED')
    expect([nowhere.on('2022-01-01').span.value.reason, nowhere.coverageOn('2022-01-01')]).toEqual([
      'not-covered',
      'none',
    ])
  })
  it('and the treaty was not open: none was done, whoever covers it', () => {
    nowhere.on('1948-12-08').is('NONE')
    given(treaty, usa.signed('1990-01-01'), { whereas: { coverage: [], openFrom: null } })
      .of(ben)
      .on('2022-01-01')
      .is('NONE')
  })
  it('and the first covered day is yet to come: it is unknown until then', () => {
    const late = given(treaty, usa.signed('1990-01-01'), coveredBy({ ...table, from: '1990-01-01' })).of(ben)
    late.on('1989-12-31').mayBe(...afterOpening)
    late.on('1990-01-01').is('NONE')
  })
  it('and lies between two claims: nobody did anything in between', () => {
    const both = given(
      treaty,
      usa.signed('1990-01-01'),
      coveredBy(table, { source: 'table-2026', from: '2018-01-01', through: '2026-02-03' }),
    ).of(ben)
    both.on('2016-01-01').is('NONE')
    expect(both.coverageOn('2027-01-01')).toBe('carried through 2026-02-03 by table-2026')
  })
  it('and one class is covered: the other is what is open', () => {
    given(treaty, usa.signed('1990-01-01'), coveredBy({ ...table, classes: ['consent'] }))
      .of(ben)
      .on('1999-01-01')
      .mayBe('NONE', 'SIGNED')
    given(treaty, usa.signed('1990-01-01'), coveredBy({ ...table, classes: ['signature'] }))
      .of(ben)
      .on('1950-01-01')
      .mayBe('NONE', 'CONSENTED')
  })
})

describe('a claim speaks of', () => {
  it('those who exist on its last day', () => {
    const gone = (actorsOf: object) =>
      given(treaty, usa.signed('1990-01-01'), {
        whereas: { coverage: [{ ...table, ...actorsOf }], extinct: { yug: '1992-04-27' } },
      }).of(yug)
    gone({})
      .on('1980-01-01')
      .mayBe(...afterOpening)
    gone({ actors: 'all' }).on('1980-01-01').is('NONE')
    gone({}).on('2000-01-01').is('EXTINCT')
  })
  it('those whom it names', () => {
    const named = given(treaty, usa.signed('1990-01-01'), coveredBy({ ...table, actors: ['usa'] }))
    named.on('1980-01-01').is('NONE')
    named
      .of(ben)
      .on('1980-01-01')
      .mayBe(...afterOpening)
  })
})

describe('acts that are known are known, whoever covers them', () => {
  it('a signature, and that nothing went before it', () => {
    const signed = given(treaty, usa.signed('1990-01-01'), coveredBy())
    signed.on('1989-12-31').is('NONE')
    signed.on('2022-01-01').is('SIGNED')
  })
  it('a ratification, before which it may have signed', () => {
    const ratified = given(treaty, usa.ratified('1990-01-01'), coveredBy())
    ratified.on('1989-12-31').mayBe('NONE', 'SIGNED')
    ratified.on('2022-01-01').is('IN_FORCE')
  })
  it('an accession, before which there is none', () =>
    given(treaty, usa.acceded('1990-01-01'), coveredBy()).on('1989-12-31').is('NONE'))
})

/**
 * Expected: what the clauses say of consents that nobody holds all of. Art. XIV(1) of the Nuclear-Test-Ban Treaty names
 * 44 states.
 */
describe('a consent under a treaty of which nobody knows that it is in force', () => {
  const clause = { trigger: { kind: 'count', n: 20 }, offset: { days: 90 } } as const
  const counted = aTreaty({
    concluded: '1990-01-01',
    opened: { on: '1990-01-01' },
    entryIntoForce: clause,
    exit: 'silent',
  })
  const consented = (...coverage: readonly object[]) =>
    given(counted, ben.ratified('1990-02-01'), coveredBy(...coverage))

  it('may bind where consents that nobody recorded may have met the clause', () => {
    const nowhere = consented()
    nowhere.on('2022-01-01').mayBe('CONSENTED', 'IN_FORCE')
    expect(nowhere.on('2022-01-01').span.value.reason).toBe('not-covered')
  })
  it('does not bind before the clause lets anything into force: 90 days after 1 January', () => {
    consented().on('1990-03-31').is('CONSENTED')
    consented().on('1990-04-01').mayBe('CONSENTED', 'IN_FORCE')
  })
  it('does not bind where all consents are covered, nor after the last day on which they were', () => {
    for (const day of ['1999-01-01', '2022-01-01'])
      consented({ ...table, actors: 'all' })
        .on(day)
        .is('CONSENTED')
  })
  it('does not bind where the clause names a state that is known not to have consented', () => {
    const named = aTreaty({
      concluded: '1990-01-01',
      opened: { on: '1990-01-01' },
      entryIntoForce: { trigger: { kind: 'named', actors: ['ben', 'usa'] } },
      exit: 'silent',
    })
    const waiting = (...coverage: readonly object[]) => given(named, ben.ratified('1990-02-01'), coveredBy(...coverage))
    waiting({ ...table, actors: ['usa'] })
      .on('1999-01-01')
      .is('CONSENTED')
    waiting({ ...table, actors: ['ben'] })
      .on('1999-01-01')
      .mayBe('CONSENTED', 'IN_FORCE')
  })
})
