import { describe, expect, it } from 'vitest'
import { actor, deposits } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

/**
 * Dates of deposit: United Nations Treaty Collection, participant tables. Clauses: the treaty texts, from the
 * catalogue.
 */

const cat = theTreaty('cat').enteredIntoForceOn('1987-06-26')
const iccpr = theTreaty('iccpr').enteredIntoForceOn('1976-03-23')
const rome = theTreaty('rome').enteredIntoForceOn('2002-07-01')

describe('the Convention against Torture enters into force (art. 27)', () => {
  const world = given(theTreaty('cat'), deposits(19, '1987-05-01'), actor('dnk').ratified('1987-05-27'))
  it('on the thirtieth day after the twentieth deposit, that of Denmark', () =>
    expect(world.inForceOn).toBe('1987-06-26'))
  it('and on the day before nobody is bound', () => {
    for (const party of ['x1', 'x19', 'dnk']) world.of(party).on('1987-06-25').is('CONSENTED')
  })
  it('and on the day itself all twenty are', () => {
    for (const party of ['x1', 'x19', 'dnk']) world.of(party).on('1987-06-26').is('IN_FORCE')
  })
})

describe('the United States and the Convention against Torture', () => {
  const usa = given(cat, actor('usa').signed('1988-04-18'), actor('usa').ratified('1994-10-21'))
  it('had not signed on the day before it signed', () => usa.on('1988-04-17').is('NONE'))
  it('is a signatory on the day before its deposit', () => usa.on('1994-10-20').is('SIGNED'))
  it('has consented on the day of its deposit', () => usa.on('1994-10-21').is('CONSENTED'))
  it('is not yet bound on the twenty-ninth day after', () => usa.on('1994-11-19').is('CONSENTED'))
  it('is bound on the thirtieth day after (art. 27(2))', () => usa.on('1994-11-20').is('IN_FORCE', 1))
  it('shows nothing odd', () => expect(usa.anomalies).toEqual([]))
})

describe('the Rome Statute enters into force (art. 126)', () => {
  const world = given(theTreaty('rome'), deposits(50, '2002-01-01', 'a'), deposits(10, '2002-04-11', 'b'))
  it('on the first day of the month after the sixtieth day following the sixtieth deposit', () =>
    expect(world.inForceOn).toBe('2002-07-01'))
  it('triggered by all ten who crossed the threshold on one day: the sixtieth is a date, not a state', () =>
    expect(world.entryIntoForce.triggerEvents).toHaveLength(10))
})

describe('Burundi leaves the Rome Statute (art. 127)', () => {
  const bdi = actor('bdi')
  const burundi = given(
    rome.withdrawalAfter('1 year'),
    bdi.ratified('2004-09-21'),
    bdi.notifiedWithdrawal('2016-10-27'),
  )
  it('is bound from the first day of the month after the sixtieth day', () => burundi.on('2004-12-01').is('IN_FORCE'))
  it('is not bound the day before', () => burundi.on('2004-11-30').is('CONSENTED'))
  it('is leaving from its notice on', () => burundi.on('2016-10-27').is('EXIT_PENDING'))
  it('is still bound on the last day of the notice', () => burundi.on('2017-10-26').is('EXIT_PENDING'))
  it('is out on the day the notice takes effect', () => burundi.on('2017-10-27').is('EXITED', 1))
})

describe('the Philippines leaves the Rome Statute', () => {
  const phl = actor('phl')
  const philippines = given(rome, phl.ratified('2011-08-30'), phl.notifiedWithdrawal('2018-03-17'))
  it('is bound from 2011-11-01', () => {
    philippines.on('2011-10-31').is('CONSENTED')
    philippines.on('2011-11-01').is('IN_FORCE')
  })
  it('is out on 2019-03-17', () => {
    philippines.on('2019-03-16').is('EXIT_PENDING')
    philippines.on('2019-03-17').is('EXITED')
  })
})

describe('the Gambia takes its notice back (Vienna Convention art. 68)', () => {
  const gmb = actor('gmb')
  const gambia = given(
    rome,
    gmb.ratified('2002-06-28'),
    gmb.notifiedWithdrawal('2016-11-10'),
    gmb.revokedWithdrawal('2017-02-10'),
  )
  it('is bound from 2002-09-01', () => {
    gambia.on('2002-08-31').is('CONSENTED')
    gambia.on('2002-09-01').is('IN_FORCE', 1)
  })
  it('was leaving between notice and revocation', () => gambia.on('2016-12-31').is('EXIT_PENDING', 1))
  it('is bound in the same spell from the revocation on', () => gambia.on('2017-02-10').is('IN_FORCE', 1))
  it('is bound when the notice would have taken effect', () => gambia.on('2017-11-10').is('IN_FORCE', 1))
})

describe('South Africa takes its notice back', () => {
  const zaf = actor('zaf')
  const southAfrica = given(
    rome,
    zaf.ratified('2000-11-27'),
    zaf.notifiedWithdrawal('2016-10-19'),
    zaf.revokedWithdrawal('2017-03-07'),
  )
  it('is bound before, during and after', () => {
    southAfrica.on('2016-10-18').is('IN_FORCE', 1)
    southAfrica.on('2017-03-06').is('EXIT_PENDING', 1)
    southAfrica.on('2017-10-19').is('IN_FORCE', 1)
  })
})

describe('later parties to the Rome Statute (art. 126(2))', () => {
  const cases = [
    ['Palestine', '2015-01-02', '2015-04-01'],
    ['Armenia', '2023-11-14', '2024-02-01'],
    ['Ukraine', '2024-10-25', '2025-01-01'],
  ] as const
  it.each(cases)('%s deposits on %s and is bound from %s', (_, deposit, bound) => {
    const state = given(rome, actor('x').acceded(deposit))
    state.on(bound).is('IN_FORCE')
    expect(state.legal.timeline.find(({ value }) => value.status === 'IN_FORCE')?.from).toBe(state.on(bound).span.from)
  })
})

describe('Canada and the Kyoto Protocol (arts 25, 27)', () => {
  const can = actor('can')
  const canada = given(
    theTreaty('kyoto').enteredIntoForceOn('2005-02-16'),
    can.ratified('2002-12-17'),
    can.notifiedWithdrawal('2011-12-15'),
  )
  it('consented long before the Protocol was in force', () => canada.on('2005-02-15').is('CONSENTED'))
  it('is bound from the day that the depositary states', () => canada.on('2005-02-16').is('IN_FORCE'))
  it('is leaving on the last day of the year after its notice', () => canada.on('2012-12-14').is('EXIT_PENDING'))
  it('is out on 2012-12-15, though the table of 2015 still lists it', () => canada.on('2012-12-15').is('EXITED'))
})

describe('the United States and the Paris Agreement (arts 21, 28)', () => {
  const usa = actor('usa')
  const states = given(
    theTreaty('paris').enteredIntoForceOn('2016-11-04'),
    usa.accepted('2016-09-03'),
    usa.notifiedWithdrawal('2019-11-04'),
    usa.accepted('2021-01-20'),
    usa.notifiedWithdrawal('2025-01-27'),
  )
  it('is party from the day of entry into force', () => states.on('2016-11-04').is('IN_FORCE', 1))
  it('is out on 2020-11-04', () => {
    states.on('2020-11-03').is('EXIT_PENDING', 1)
    states.on('2020-11-04').is('EXITED', 1)
  })
  it('has consented again on 2021-01-20, and is in from the thirtieth day', () => {
    states.on('2021-01-20').is('CONSENTED', 2)
    states.on('2021-02-18').is('CONSENTED', 2)
    states.on('2021-02-19').is('IN_FORCE', 2)
  })
  it('is out again on 2026-01-27: two spells, two exits', () => {
    states.on('2026-01-26').is('EXIT_PENDING', 2)
    states.on('2026-01-27').is('EXITED', 2)
  })
})

describe('Turkey leaves the Istanbul Convention (arts 75, 80)', () => {
  const tur = actor('tur')
  const turkey = given(
    theTreaty('istanbul').enteredIntoForceOn('2014-08-01'),
    tur.ratified('2012-03-14'),
    tur.notifiedWithdrawal('2021-03-22'),
  )
  it('is bound from the entry into force', () => turkey.on('2014-08-01').is('IN_FORCE'))
  it('is still bound on 2021-06-30, and out on the first day of the month after three months', () => {
    turkey.on('2021-06-30').is('EXIT_PENDING')
    turkey.on('2021-07-01').is('EXITED')
  })
})

describe('the Civil and Political Covenant', () => {
  it('binds the United States three months after its deposit of 1992-06-08 (art. 49(2))', () => {
    const usa = given(iccpr, actor('usa').signed('1977-10-05'), actor('usa').ratified('1992-06-08'))
    usa.on('1992-09-07').is('CONSENTED')
    usa.on('1992-09-08').is('IN_FORCE')
  })
  it('does not bind China, which signed on 1998-10-05 and has not consented', () =>
    given(iccpr, actor('chn').signed('1998-10-05')).on('2024-01-01').is('SIGNED'))
  it(
    'has no clause on withdrawal: North Korea is bound after its notice, ' +
      'and the notice is an anomaly (Vienna Convention art. 56)',
    () => {
      const prk = actor('prk')
      const korea = given(iccpr, prk.acceded('1981-09-14'), prk.notifiedWithdrawal('1997-08'))
      korea.on('1981-12-14').is('IN_FORCE')
      for (const day of ['1997-08-15', '1998-08-25', '2024-01-01']) korea.on(day).is('IN_FORCE', 1)
      expect(korea.anomalies).toEqual(['contested-exit'])
    },
  )
})

describe('the First Optional Protocol waits for the Covenant (art. 9)', () => {
  it('its own three months are over in 1974, but it is in force only with the Covenant', () => {
    const world = given(theTreaty('iccpr-op1'), deposits(10, '1973-12-12'), {
      whereas: { inForce: { iccpr: '1976-03-23' } },
    })
    expect(world.inForceOn).toBe('1976-03-23')
    world.on('1976-03-22').is('CONSENTED')
    world.on('1976-03-23').is('IN_FORCE')
  })
  it('is not in force while the Covenant is not, however many consent', () => {
    const world = given(theTreaty('iccpr-op1'), deposits(40, '1973-12-12'))
    expect(world.entryIntoForce).toMatchObject({ date: undefined, basis: 'not-yet' })
    world.on('2000-01-01').is('CONSENTED')
  })
})

describe('Trinidad and Tobago denounces the Protocol and re-accedes on one day', () => {
  const tto = actor('tto')
  const trinidad = given(
    theTreaty('iccpr-op1').enteredIntoForceOn('1976-03-23'),
    tto.acceded('1980-11-14'),
    tto.notifiedWithdrawal('1998-05-26'),
    tto.acceded('1998-05-26'),
    tto.notifiedWithdrawal('2000-03-27'),
  )
  it('is bound without a gap: out and in on 1998-08-26', () => {
    trinidad.on('1998-08-25').is('EXIT_PENDING', 1)
    trinidad.on('1998-08-26').is('IN_FORCE', 2)
  })
  it('is out three months after its second denunciation (art. 12)', () => {
    trinidad.on('2000-06-26').is('EXIT_PENDING', 2)
    trinidad.on('2000-06-27').is('EXITED', 2)
  })
})

describe('Serbia succeeds to the Covenant', () => {
  const serbia = given(iccpr, actor('srb').succeeded('2001-03-12', '1992-04-27'))
  it('is party from the date of succession, not from its notification', () => {
    serbia.on('1992-04-26').is('NONE')
    serbia.on('1992-04-27').is('IN_FORCE')
    serbia.on('1999-01-01').is('IN_FORCE')
  })
})

describe('an actor that ends', () => {
  it('is extinct from its first day out, whatever it had consented to', () => {
    const ddr = given(cat, actor('ddr').ratified('1987-09-09'), { whereas: { extinct: { ddr: '1990-10-03' } } })
    ddr.on('1990-10-02').is('IN_FORCE')
    ddr.on('1990-10-03').is('EXTINCT')
  })
})
