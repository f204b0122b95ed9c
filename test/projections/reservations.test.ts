import { describe, expect, it } from 'vitest'
import { effectOn } from '../../projections/compose/reservations/attachment.ts'
import { noRelationsOn, touchesAny } from '../../projections/compose/reservations/standing-attachments.ts'
import { holds, touches, without } from '../../projections/fold/provisions.ts'
import { parseDay } from '../../src/time/day.ts'
import { actor } from '../support/actors.ts'
import {
  attached,
  declared,
  modifiedReservation,
  objected,
  reserved,
  stoodOn,
  tookBackObjection,
  tookBackReservation,
} from '../support/attached.ts'
import { given } from '../support/given.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

/**
 * Made up: in force from 1980 on, thirty days after deposit, a year's notice. Articles are of the Vienna Convention on
 * the Law of Treaties.
 */
const treaty = aTreaty({
  entryIntoForce: { trigger: { kind: 'count', n: 20 }, offset: { days: 30 } },
  inForce: '1980-01-01',
  exit: { notice: { years: 1 } },
})
const aaa = actor('aaa')
const codes = (found: ReturnType<typeof attached>) => found.anomalies.map(({ code }) => code)

describe('a reservation made at consent', () => {
  const found = attached(
    given(treaty, aaa.ratified('1990-01-01'), reserved('aaa', '1990-01-01'), tookBackReservation('aaa', '2000-01-01')),
    'aaa',
  )
  it('stands from the consent until it is taken back', () => {
    expect(['1989-12-31', '1990-01-01', '1999-12-31', '2000-01-01'].map((day) => stoodOn(found, day))).toEqual([
      [],
      ['1'],
      ['1'],
      [],
    ])
  })
  it('without a date of its own stands from the consent, too', () => {
    const undated = attached(given(treaty, aaa.ratified('1990-01-01'), reserved('aaa', undefined)), 'aaa')
    expect(['1989-12-31', '1990-01-01', '2020-01-01'].map((day) => stoodOn(undated, day))).toEqual([[], ['1'], ['1']])
  })
  it('known to the year only, stands from the act that it was made with', () => {
    expect(
      stoodOn(attached(given(treaty, aaa.ratified('1990-06-01'), reserved('aaa', '1990')), 'aaa'), '1990-06-01'),
    ).toEqual(['1'])
  })
  it('taken back in a year only known as such, possibly stands through it', () => {
    const vague = attached(
      given(treaty, aaa.ratified('1990-01-01'), reserved('aaa', '1990-01-01'), tookBackReservation('aaa', '2000')),
      'aaa',
    )
    expect(['1999-12-31', '2000-06-01', '2001-01-01'].map((day) => stoodOn(vague, day))).toEqual([['1'], ['1?'], []])
  })
  it('shows nothing odd where the treaty permits it', () => expect(codes(found)).toEqual([]))
  it('is odd where the treaty prohibits reservations (art. 19(a)), and is recorded all the same', () => {
    const odd = attached(given(treaty, aaa.ratified('1990-01-01'), reserved('aaa', '1990-01-01')), 'aaa', 'prohibited')
    expect([codes(odd), stoodOn(odd, '1991-01-01')]).toEqual([['reservation-prohibited'], ['1']])
  })
  it('of one who never consented has no effect', () =>
    expect(codes(attached(given(treaty, aaa.signed('1990-01-01'), reserved('aaa', '1990-01-01')), 'aaa'))).toEqual([
      'reservation-unbound',
    ]))
})

describe('a reservation made at signature (art. 23(2))', () => {
  const signed = [aaa.signed('1985-01-01'), reserved('aaa', '1985-01-01', { at: 'signature' })] as const
  it('waits for the consent', () => {
    const found = attached(given(treaty, ...signed), 'aaa')
    expect([stoodOn(found, '1986-01-01'), found.reservations.map(({ fate }) => fate), codes(found)]).toEqual([
      [],
      ['pending'],
      [],
    ])
  })
  it('has effect when it is confirmed at consent', () => {
    const found = attached(given(treaty, ...signed, aaa.ratified('1990-01-01'), reserved('aaa', '1990-01-01')), 'aaa')
    expect([stoodOn(found, '1989-12-31'), stoodOn(found, '1990-01-01'), codes(found)]).toEqual([[], ['1'], []])
  })
  it('has none when it is not, and the record says so', () => {
    const found = attached(given(treaty, ...signed, aaa.ratified('1990-01-01')), 'aaa')
    expect([stoodOn(found, '1995-01-01'), codes(found)]).toEqual([[], ['reservation-unconfirmed']])
  })
  it('needs no confirmation where the signature is itself the consent', () => {
    const found = attached(
      given(treaty, aaa.signedDefinitively('1985-01-01'), reserved('aaa', '1985-01-01', { at: 'signature' })),
      'aaa',
    )
    expect([stoodOn(found, '1985-01-01'), codes(found)]).toEqual([['1'], []])
  })
})

describe('a late reservation (art. 19; practice of the Secretary-General: twelve months)', () => {
  const late = [aaa.ratified('1990-01-01'), reserved('aaa', '1995-03-01', { at: 'late' })] as const
  it('has effect after twelve months of silence, and is odd', () => {
    const found = attached(given(treaty, ...late), 'aaa')
    expect(['1995-03-01', '1996-02-29', '1996-03-01'].map((day) => stoodOn(found, day))).toEqual([[], [], ['1']])
    expect(codes(found)).toEqual(['reservation-late'])
  })
  it('has none where anybody objects within the twelve months', () => {
    const found = attached(
      given(treaty, actor('bbb').ratified('1985-01-01'), objected('bbb', '1996-02-01', 'aaa'), ...late),
      'aaa',
    )
    expect([stoodOn(found, '1999-01-01'), codes(found)]).toEqual([
      [],
      ['reservation-late', 'late-reservation-objected'],
    ])
  })
  it('made on no one knows which day, possibly has effect', () => {
    expect(
      stoodOn(
        attached(given(treaty, aaa.ratified('1990-01-01'), reserved('aaa', undefined, { at: 'late' })), 'aaa'),
        '2000-01-01',
      ),
    ).toEqual(['1?'])
  })
  it('is not stopped by an objection after them', () => {
    const found = attached(
      given(treaty, actor('bbb').ratified('1985-01-01'), objected('bbb', '1996-03-02', 'aaa'), ...late),
      'aaa',
    )
    expect([stoodOn(found, '1999-01-01'), codes(found)]).toEqual([['1'], ['reservation-late', 'objection-late']])
  })
})

describe('a new spell', () => {
  const acts = [
    aaa.ratified('1990-01-01'),
    reserved('aaa', '1990-01-01', { as: 'old' }),
    aaa.notifiedWithdrawal('1995-01-01'),
    aaa.acceded('2000-01-01'),
  ] as const
  it('starts without the reservations of the one before', () => {
    const found = attached(given(treaty, ...acts), 'aaa')
    expect(['1995-12-31', '1996-01-01', '2000-01-01'].map((day) => stoodOn(found, day))).toEqual([['old'], [], []])
  })
  it('has its own', () => {
    const found = attached(given(treaty, ...acts, reserved('aaa', '2000-01-01', { as: 'new' })), 'aaa')
    expect([stoodOn(found, '1991-01-01'), stoodOn(found, '2001-01-01')]).toEqual([['old'], ['new']])
  })
  it('leaves open to which of two spells an undated reservation belongs', () => {
    const [first, , notice, again] = acts
    const found = attached(given(treaty, first, notice, again, reserved('aaa', undefined)), 'aaa')
    expect([stoodOn(found, '1991-01-01'), stoodOn(found, '1998-01-01'), stoodOn(found, '2001-01-01')]).toEqual([
      ['1?'],
      [],
      ['1?'],
    ])
  })
})

describe('a change', () => {
  it('taken back in part, leaves the rest', () => {
    const found = attached(
      given(
        treaty,
        aaa.ratified('1990-01-01'),
        reserved('aaa', undefined, { to: ['2', '16(1)(c)', '16(1)(f)'] }),
        tookBackReservation('aaa', '1997-07-23', { to: ['16(1)(f)'] }),
      ),
      'aaa',
    )
    expect(
      ['1997-07-22', '1997-07-23'].map((day) =>
        found.reservations
          .filter(({ effects }) => effects.some((one) => effectOn(one, parseDay(day))))
          .map(({ reservation }) => reservation.provisions),
      ),
    ).toEqual([[['2', '16(1)(c)', '16(1)(f)']], [['2', '16(1)(c)']]])
  })
  it('modified, stands as modified', () => {
    const found = attached(
      given(
        treaty,
        aaa.ratified('1990-01-01'),
        reserved('aaa', '1990-01-01', { to: ['2'] }),
        modifiedReservation('aaa', '1997-01-01', { to: ['3'] }),
      ),
      'aaa',
    )
    expect([stoodOn(found, '1996-12-31'), stoodOn(found, '1997-01-01')]).toEqual([['1'], ['1']])
  })
  it('of what was not made, is odd (art. 22)', () =>
    expect(
      codes(attached(given(treaty, aaa.ratified('1990-01-01'), tookBackReservation('aaa', '1997-01-01')), 'aaa')),
    ).toEqual(['reservation-unmade']))
})

describe('objections (arts 20, 21)', () => {
  const bbb = actor('bbb')
  const reserving = [bbb.ratified('1985-01-01'), aaa.ratified('1990-01-01'), reserved('aaa', '1990-01-01')] as const
  const relations = (found: ReturnType<typeof attached>, day: string) => noRelationsOn(found, parseDay(day))
  it('leave the treaty in force between the two, unless they say otherwise (art. 20(4)(b))', () => {
    const found = attached(given(treaty, ...reserving, objected('bbb', '1990-06-01', 'aaa')), 'aaa')
    expect([stoodOn(found, '1991-01-01'), relations(found, '1991-01-01')]).toEqual([['1'], []])
  })
  it('that preclude entry into force end relations between the two, and change nobody else', () => {
    const found = attached(
      given(
        treaty,
        ...reserving,
        objected('bbb', '1990-06-01', 'aaa', { precludes: true }),
        tookBackObjection('bbb', '1995-01-01', 'aaa'),
      ),
      'aaa',
    )
    expect(['1990-05-31', '1990-06-01', '1994-12-31', '1995-01-01'].map((day) => relations(found, day))).toEqual([
      [],
      ['bbb'],
      ['bbb'],
      [],
    ])
    expect(stoodOn(found, '1991-01-01')).toEqual(['1'])
  })
  it('after twelve months come too late: silence is acceptance (art. 20(5))', () => {
    const found = attached(
      given(treaty, ...reserving, objected('bbb', '1991-01-02', 'aaa', { precludes: true })),
      'aaa',
    )
    expect([codes(found), relations(found, '1992-01-01')]).toEqual([['objection-late'], []])
  })
  it(
    'have twelve months from the day on which the depositary told the parties, ' +
      'where that is recorded (art. 20(5))',
    () => {
      const late = attached(
        given(
          treaty,
          bbb.ratified('1985-01-01'),
          aaa.ratified('1990-01-01'),
          reserved('aaa', '1990-01-01', { notified: '1990-04-01' }),
          objected('bbb', '1991-04-01', 'aaa'),
        ),
        'aaa',
      )
      expect(codes(late)).toEqual([])
    },
  )
  it('may come with the consent of one who consented later than that (art. 20(5))', () => {
    const found = attached(
      given(
        treaty,
        aaa.ratified('1990-01-01'),
        reserved('aaa', '1990-01-01'),
        actor('ccc').ratified('1999-01-01'),
        objected('ccc', '1999-01-01', 'aaa', { precludes: true }),
      ),
      'aaa',
    )
    expect([codes(found), relations(found, '2000-01-01')]).toEqual([[], ['ccc']])
  })
  it('of one that is no contracting state are odd', () =>
    expect(
      codes(
        attached(
          given(treaty, ...reserving, actor('ddd').signed('1988-01-01'), objected('ddd', '1990-06-01', 'aaa')),
          'ddd',
        ),
      ),
    ).toEqual(['objector-not-contracting']))
  it('to what the record does not hold are odd', () =>
    expect(
      codes(attached(given(treaty, bbb.ratified('1985-01-01'), objected('bbb', '1990-06-01', 'aaa')), 'bbb')),
    ).toEqual(['objection-aimless']))
})

describe('declarations under optional clauses', () => {
  it('stand with the spell, or from their own day where they came later', () => {
    const found = attached(
      given(treaty, aaa.ratified('1990-01-01'), declared('aaa', '1999-01-01', ['22'], 'late')),
      'aaa',
    )
    expect(
      ['1998-12-31', '1999-01-01'].map((day) => found.optionalClauses.map((one) => effectOn(one, parseDay(day)))),
    ).toEqual([[undefined], ['certain']])
  })
})

describe('provisions', () => {
  it('lie within each other by their steps, not by their letters', () => {
    expect([
      holds('16', '16(1)(c)'),
      holds('16(1)(c)', '16'),
      holds('1', '16'),
      touches('16(1)(c)', '16'),
      touches('Art. 7', '7'),
      touches('7', '17'),
    ]).toEqual([true, false, false, true, true, false])
  })
  it('that are taken back take their parts along, and a part leaves the whole', () => {
    expect([without(['2', '16(1)(c)'], ['16']), without(['16'], ['16(1)(c)'])]).toEqual([['2'], ['16']])
  })
  it('that are not named are all of them', () =>
    expect([touchesAny([], ['7']), touchesAny(['general'], ['7']), touchesAny(['20'], ['7'])]).toEqual([
      true,
      true,
      false,
    ]))
})
