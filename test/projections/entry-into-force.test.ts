import { describe, expect, it } from 'vitest'
import type { Trigger } from '../../src/events/clauses.ts'
import { formatDay } from '../../src/time/day.ts'
import { actor, deposits } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { aTreaty, theTreaty } from '../support/treaty-clauses.ts'

const under = (trigger: Trigger, offset?: { days?: number; months?: number }) =>
  aTreaty({ entryIntoForce: { trigger, ...(offset !== undefined && { offset }) } })

describe('a count of instruments', () => {
  it('waits for the n-th, and takes effect with it where no time is set', () => {
    const world = given(
      under({ kind: 'count', n: 2 }),
      actor('aaa').ratified('1990-01-01'),
      actor('bbb').ratified('1991-01-01'),
    )
    expect(world.inForceOn).toBe('1991-01-01')
  })
  it('does not count signatures', () =>
    expect(given(under({ kind: 'count', n: 1 }), actor('aaa').signed('1990-01-01')).inForceOn).toBeUndefined())
  it(
    'counts definitive signature, acceptance, approval, accession and confirmation alike (Vienna Convention art. ' +
      '11)',
    () => {
      const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(actor) as [
        ReturnType<typeof actor>,
        ...ReturnType<typeof actor>[],
      ]
      const world = given(
        under({ kind: 'count', n: 5 }),
        a.signedDefinitively('1990-01-01'),
        b!.accepted('1990-01-02'),
        c!.approved('1990-01-03'),
        d!.acceded('1990-01-04'),
        e!.confirmed('1990-01-05'),
      )
      expect(world.inForceOn).toBe('1990-01-05')
    },
  )
  it('counts an actor once, whatever it deposits again', () => {
    const aaa = actor('aaa')
    expect(
      given(under({ kind: 'count', n: 2 }), aaa.ratified('1990-01-01'), aaa.acceded('1995-01-01')).inForceOn,
    ).toBeUndefined()
  })
  it('names every instrument of the decisive day', () => {
    const { entryIntoForce } = given(under({ kind: 'count', n: 2 }), deposits(4, '1990-01-01'))
    expect(entryIntoForce.triggerEvents).toHaveLength(4)
  })
  it(
    'counts organisations beside states, unless the clause leaves them out: ' +
      'the European Union and the Disabilities Convention (art. 44(3))',
    () => {
      const eu = actor('eu').confirmed('2008-01-01')
      const whereas = { whereas: { organisations: ['eu'] } }
      expect(given(theTreaty('crpd'), deposits(19, '2007-06-01'), eu, whereas).entryIntoForce.basis).toBe('not-yet')
      expect(given(theTreaty('cat'), deposits(19, '2007-06-01'), eu, whereas).inForceOn).toBe('2008-01-31')
    },
  )
  it('among a list counts only those on it', () => {
    const world = given(
      under({ kind: 'count', n: 1, among: 'list:ccc,ddd' }),
      actor('aaa').ratified('1990-01-01'),
      actor('ccc').ratified('1992-01-01'),
    )
    expect(world.inForceOn).toBe('1992-01-01')
  })
})

describe('instruments of named states', () => {
  const named = under({ kind: 'named', actors: ['aaa', 'bbb'] }, { days: 180 })
  it('are all needed', () =>
    expect(given(named, deposits(40, '1990-01-01'), actor('aaa').ratified('1990-01-01')).inForceOn).toBeUndefined())
  it('count from the last of them', () =>
    expect(given(named, actor('bbb').ratified('1990-01-01'), actor('aaa').ratified('1991-01-01')).inForceOn).toBe(
      '1991-06-30',
    ))
})

describe('days before which nothing enters into force', () => {
  it('a fixed date alone is the day', () =>
    expect(given(under({ kind: 'fixedDate', date: '2000-01-01' })).inForceOn).toBe('2000-01-01'))
  it('a fixed date starts no clock of its own: Chemical Weapons Convention, 180 days, never before 1995-01-13', () => {
    expect(given(theTreaty('cwc'), deposits(65, '1994-01-01')).inForceOn).toBe('1995-01-13')
    expect(given(theTreaty('cwc'), deposits(65, '1994-12-31')).inForceOn).toBe('1995-06-29')
  })
  it('a parent treaty that is never in force bars for ever', () => {
    expect(given(under({ kind: 'parentInForce', treaty: 'other' })).inForceOn).toBeUndefined()
    expect(
      given(under({ kind: 'parentInForce', treaty: 'other' }), { whereas: { inForce: { other: '1980-01-01' } } })
        .inForceOn,
    ).toBe('1980-01-01')
  })
})

describe('several conditions', () => {
  const count = (n: number): Trigger => ({ kind: 'count', n })
  const not = (date: string): Trigger => ({ kind: 'fixedDate', date })
  const two = [actor('aaa').ratified('1990-01-01'), actor('bbb').ratified('1995-01-01')] as const
  it('all: the last one counts', () =>
    expect(given(under({ kind: 'all', of: [count(2), { kind: 'named', actors: ['aaa'] }] }), ...two).inForceOn).toBe(
      '1995-01-01',
    ))
  it('any: the first one counts', () =>
    expect(given(under({ kind: 'any', of: [count(2), { kind: 'named', actors: ['aaa'] }] }), ...two).inForceOn).toBe(
      '1990-01-01',
    ))
  it('all within all: a condition that holds a bar still keeps its own day', () =>
    expect(
      given(
        under({
          kind: 'all',
          of: [
            { kind: 'all', of: [count(2), not('1980-01-01')] },
            { kind: 'named', actors: ['aaa'] },
          ],
        }),
        ...two,
      ).inForceOn,
    ).toBe('1995-01-01'))
  it('all within any: a bar belongs to its own alternative', () =>
    expect(
      given(under({ kind: 'any', of: [{ kind: 'all', of: [count(1), not('2010-01-01')] }, count(2)] }), ...two)
        .inForceOn,
    ).toBe('1995-01-01'))
  it('any: which comes first is decided after the waiting time', () =>
    expect(
      given(
        under({ kind: 'any', of: [{ kind: 'all', of: [count(1), not('1995-02-01')] }, count(2)] }, { days: 60 }),
        ...two,
      ).inForceOn,
    ).toBe('1995-02-01'))
})

describe('what the depositary states', () => {
  it('stands in where the acts at hand do not reach the threshold', () => {
    const { entryIntoForce } = given(
      theTreaty('cat').enteredIntoForceOn('1987-06-26'),
      actor('usa').ratified('1994-10-21'),
    )
    expect([entryIntoForce.basis, formatDay(entryIntoForce.date!)]).toEqual(['stated', '1987-06-26'])
  })
  it('yields to the clause where the two differ, and the difference is said', () => {
    const { entryIntoForce } = given(theTreaty('cat').enteredIntoForceOn('1987-06-27'), deposits(20, '1987-05-27'))
    expect([entryIntoForce.basis, formatDay(entryIntoForce.date!)]).toEqual(['derived', '1987-06-26'])
    expect(entryIntoForce.anomalies.map(({ code }) => code)).toEqual(['stated-differs'])
  })
  it('is all that is known of a treaty whose clause is not recorded', () => {
    expect(given(aTreaty({ entryIntoForce: 'unknown' }), deposits(9, '1990-01-01')).entryIntoForce.basis).toBe(
      'unknown',
    )
    expect(
      given(aTreaty({ entryIntoForce: 'unknown', inForce: '1991-01-01' }), deposits(9, '1990-01-01')).entryIntoForce
        .basis,
    ).toBe('stated')
  })
  it('leaves open whether one is bound, where neither is recorded', () =>
    given(aTreaty({ entryIntoForce: 'unknown' }), actor('aaa').ratified('1990-01-01'))
      .on('2000-01-01')
      .mayBe('CONSENTED', 'IN_FORCE'))
})

describe('a treaty once in force', () => {
  it('stays so though its parties leave it (Vienna Convention art. 55)', () => {
    const aaa = actor('aaa')
    const world = given(
      aTreaty({ exit: { notice: { days: 1 } } }),
      aaa.ratified('1990-01-01'),
      aaa.notifiedWithdrawal('1991-01-01'),
      actor('bbb').acceded('1995-01-01'),
    )
    world.on('1995-01-01').is('IN_FORCE')
    world.of(aaa).on('1995-01-01').is('EXITED')
  })
  it(
    'binds who deposits between the trigger and the day from the same day on, ' +
      'where the clause says "after its entry into force": United States and Chemical Weapons Convention, ' +
      '1997-04-25',
    () => {
      const usa = given(theTreaty('cwc'), deposits(65, '1996-10-31'), actor('usa').ratified('1997-04-25'))
      usa.on('1997-04-29').is('IN_FORCE')
    },
  )
  it('binds others thirty days after their own deposit: Convention against Torture (art. 27(2))', () => {
    const late = given(theTreaty('cat'), deposits(20, '1987-05-27'), actor('aut').ratified('1987-06-20'))
    late.on('1987-07-19').is('CONSENTED')
    late.on('1987-07-20').is('IN_FORCE')
  })
})

describe('the trigger has an uncertain date', () => {
  const year = given(under({ kind: 'count', n: 1 }, { days: 30 }), actor('aaa').ratified('1987'))
  it('so has the entry into force: nothing is certain between its first and its last possible day', () => {
    year.on('1986-12-31').is('NONE')
    expect(year.on('1987-12-31').span.value.possible).toEqual(expect.arrayContaining(['CONSENTED', 'IN_FORCE']))
    year.on('1988-01-30').is('IN_FORCE')
  })
  it('and another party of a certain date may have been bound before', () => {
    const two = given(
      under({ kind: 'count', n: 2 }),
      actor('aaa').ratified('1987'),
      actor('bbb').ratified('1987-02-01'),
    )
    two.on('1987-06-01').mayBe('CONSENTED', 'IN_FORCE')
    two.on('1987-12-31').is('IN_FORCE')
  })
})
