import { describe, expect, it } from 'vitest'
import { actor, deposits } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { said } from '../support/recorded.ts'
import { aTreaty, theTreaty } from '../support/treaty-clauses.ts'

/**
 * The law: Vienna Convention on the Law of Treaties, articles as named. Dates of deposit and notice: United Nations
 * Treaty Collection.
 */

const aaa = actor('aaa')
const rome = theTreaty('rome').enteredIntoForceOn('2002-07-01')
const notYet = aTreaty({ entryIntoForce: { trigger: { kind: 'count', n: 3 }, offset: { days: 30 } } })
const inForce = aTreaty({ exit: { notice: { years: 1 } } })

describe('a signature that is repudiated (VCLT art. 18)', () => {
  const usa = actor('usa')
  const rejected = given(rome, usa.signed('2000-12-31'), usa.repudiatedSignature('2002-05-06'))
  it('stands until the note is received', () => rejected.on('2002-05-05').is('SIGNED'))
  it('no longer binds in the interim, but is not deleted', () => {
    rejected.on('2002-05-06').is('SIGNATURE_REPUDIATED', 0)
    expect(rejected.anomalies).toEqual([])
  })
  it('is taken up again by consent', () =>
    given(rome, usa.signed('2000-12-31'), usa.repudiatedSignature('2002-05-06'), usa.ratified('2010-01-01'))
      .on('2010-01-01')
      .is('CONSENTED', 1))
  it('is taken up again by another signature', () =>
    given(rome, usa.signed('2000-12-31'), usa.repudiatedSignature('2002-05-06'), usa.signed('2005-01-01'))
      .on('2005-01-01')
      .is('SIGNED'))
  it('comes after the signature of the same day', () =>
    given(rome, usa.repudiatedSignature('2000-12-31'), usa.signed('2000-12-31'))
      .on('2000-12-31')
      .is('SIGNATURE_REPUDIATED'))
  it('is odd of one that never signed', () =>
    expect(given(rome, usa.repudiatedSignature('2002-05-06')).anomalies).toEqual(['repudiation-unsigned']))
  it('cannot end consent', () => {
    const bound = given(
      inForce,
      aaa.signed('1990-01-01'),
      aaa.ratified('1991-01-01'),
      aaa.repudiatedSignature('1992-01-01'),
    )
    expect(bound.anomalies).toEqual(['repudiation-bound'])
    bound.on('1993-01-01').is('IN_FORCE')
  })
})

describe('a signature ad referendum (VCLT art. 12(2)(b))', () => {
  const confirmed = given(inForce, aaa.signedAdReferendum('1990-01-01'), aaa.confirmedSignature('1990-06-01'))
  it('is a signature that says so until it is confirmed', () => {
    confirmed.on('1990-05-31').is('SIGNED')
    expect(confirmed.on('1990-05-31').span.value.marks).toEqual(['adReferendum'])
  })
  it('is a full one afterwards', () =>
    expect(confirmed.on('1990-06-01').span.value).toMatchObject({ status: 'SIGNED', marks: [] }))
  it('must be there to be confirmed', () =>
    expect(given(inForce, aaa.confirmedSignature('1990-06-01')).anomalies).toEqual(['confirmation-alone']))
})

describe('an instrument that is taken back before the treaty is in force', () => {
  it('leaves the signature', () => {
    const back = given(
      notYet,
      aaa.signed('1990-01-01'),
      aaa.ratified('1991-01-01'),
      aaa.tookBackInstrument('1992-01-01'),
    )
    back.on('1991-12-31').is('CONSENTED', 1)
    back.on('1992-01-01').is('SIGNED', 0)
  })
  it('leaves nothing of one that had acceded', () =>
    given(notYet, aaa.acceded('1991-01-01'), aaa.tookBackInstrument('1992-01-01')).on('1992-01-01').is('NONE', 0))
  it('no longer counts: the third of the others puts the treaty in force', () => {
    const taken = given(
      notYet,
      aaa.acceded('1989-01-01'),
      aaa.tookBackInstrument('1989-06-01'),
      deposits(2, '1990-01-01'),
      deposits(1, '1995-01-01', 'z'),
    )
    expect(taken.inForceOn).toBe('1995-01-31')
  })
  it('counts if it stood on the day: falling below the threshold later changes nothing (art. 55)', () => {
    const party = actor('x3')
    const fallen = given(
      notYet.withdrawalAfter('30 days'),
      deposits(3, '1990-01-01'),
      party.notifiedWithdrawal('1991-01-01'),
    ).of('x1')
    expect(fallen.inForceOn).toBe('1990-01-31')
    fallen.on('2000-01-01').is('IN_FORCE')
  })
  it(
    'is gone, too, where the treaty is in force for others: Malaysia and the Rome Statute ' +
      '(C.N.185.2019.TREATIES-XVIII.10)',
    () => {
      const mys = actor('mys')
      const acts = [mys.acceded('2019-03-04'), mys.tookBackInstrument('2019-04-29')]
      const malaysia = given(rome, deposits(60, '2002-04-11'), ...acts).of('mys')
      expect(malaysia.anomalies).toEqual([])
      malaysia.on('2019-04-28').is('CONSENTED')
      malaysia.on('2019-04-29').is('NONE', 0)
      malaysia.on('2019-06-01').is('NONE', 0)
    },
  )
  it('cannot be taken back when the treaty is in force for the party: that is withdrawal', () => {
    const late = given(inForce, aaa.acceded('1990-01-01'), aaa.tookBackInstrument('1995-01-01'))
    expect(late.anomalies).toEqual(['instrument-in-force'])
    late.on('1996-01-01').is('IN_FORCE')
  })
})

describe('provisional application (VCLT art. 25)', () => {
  it('is a standing of its own, over the signature', () =>
    given(notYet, aaa.signed('1990-01-01'), aaa.appliedProvisionally('1990-02-01'))
      .on('1990-02-01')
      .is('PROVISIONAL', 0))
  it('and over consent, whose spell it keeps', () =>
    given(notYet, aaa.acceded('1990-01-01'), aaa.appliedProvisionally('1990-02-01'))
      .on('1990-02-01')
      .is('PROVISIONAL', 1))
  it('ends by notice, and what lay beneath is there again', () =>
    given(
      notYet,
      aaa.signed('1990-01-01'),
      aaa.appliedProvisionally('1990-02-01'),
      aaa.endedProvisionalApplication('1991-01-01'),
    )
      .on('1991-01-01')
      .is('SIGNED'))
  it('ends where the treaty enters into force for the actor', () =>
    given(notYet, aaa.acceded('1990-01-01'), aaa.appliedProvisionally('1990-02-01'), deposits(2, '1992-01-01'))
      .of('aaa')
      .on('1992-01-31')
      .is('IN_FORCE', 1))
  it('and does not come back when the party leaves', () =>
    given(
      inForce,
      aaa.acceded('1990-02-01'),
      aaa.appliedProvisionally('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
    )
      .on('1996-01-01')
      .is('EXITED', 1))
})

describe('a notice that is given no effect', () => {
  const prk = actor('prk')
  const korea = given(
    theTreaty('iccpr').enteredIntoForceOn('1976-03-23'),
    prk.acceded('1981-09-14'),
    prk.notifiedWithdrawal('1997-08'),
    prk.withdrawalDeclaredIneffective('1997-09-23'),
  )
  it('leaves the Democratic People’s Republic of Korea bound by the Covenant, which knows no withdrawal', () => {
    korea.on('1981-12-14').is('IN_FORCE', 1)
    korea.on('1998-09-01').is('IN_FORCE', 1)
    korea.on('2020-01-01').is('IN_FORCE', 1)
  })
  it('is remembered as a contested exit', () => {
    expect(korea.on('2000-01-01').span.value.marks).toEqual(['contestedExit'])
    expect(korea.on('1997-07-31').span.value.marks).toEqual([])
    expect(korea.anomalies).toEqual(['contested-exit'])
  })
  it('is void even where the treaty has a clause, if it is declared ineffective', () => {
    const history = given(
      inForce,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.withdrawalDeclaredIneffective('1995-06-01'),
    )
    history.on('1995-03-01').is('EXIT_PENDING', 1)
    history.on('1995-06-01').is('IN_FORCE', 1)
    history.on('1999-01-01').is('IN_FORCE', 1)
  })
})

describe('an organ that ends the participation', () => {
  it('of a party: still bound until the day of effect', () => {
    const rus = actor('rus')
    const echr = given(
      theTreaty('echr').enteredIntoForceOn('1953-09-03'),
      rus.ratified('1998-05-05'),
      rus.wasCeased('2022-03-22', { effective: '2022-09-16' }),
    )
    echr.on('2022-09-15').is('EXIT_PENDING', 1)
    echr.on('2022-09-16').is('EXITED', 1)
  })
  it('of one that was no party is odd', () =>
    expect(given(inForce, aaa.wasCeased('2000-01-01')).anomalies).toEqual(['cessation-unbound']))
})

describe('what the depositary states is a check on what is derived', () => {
  const left = given(inForce, aaa.acceded('1990-01-01'), aaa.notifiedWithdrawal('1995-01-01'))
  it('agrees in silence', () =>
    expect(
      given(
        inForce,
        aaa.acceded('1990-01-01'),
        aaa.notifiedWithdrawal('1995-01-01'),
        aaa.withdrawalTookEffect('1996-01-01'),
      ).anomalies,
    ).toEqual([]))
  it('differs as an anomaly; the clause stands', () => {
    const differs = given(
      inForce,
      aaa.acceded('1990-01-01'),
      aaa.notifiedWithdrawal('1995-01-01'),
      aaa.withdrawalTookEffect('1995-09-01'),
    )
    expect(differs.anomalies).toEqual(['stated-exit-differs'])
    expect(differs.legal.timeline.map(({ from }) => from)).toEqual(left.legal.timeline.map(({ from }) => from))
  })
  it('stands in for a notice that is not recorded', () =>
    given(inForce, aaa.acceded('1990-01-01'), aaa.withdrawalTookEffect('1995-09-01')).on('1995-09-01').is('EXITED', 1))
  it('stands in for a clause that is not recorded', () =>
    given(aTreaty({ entryIntoForce: 'unknown' }), aaa.acceded('1990-01-01'), aaa.isStatedBound('1990-04-01'))
      .on('1990-04-01')
      .is('IN_FORCE', 1))
})

describe('operation suspended (VCLT arts. 57 to 60)', () => {
  const history = given(inForce, aaa.acceded('1990-01-01'), aaa.suspended('1992-01-01'), aaa.resumed('1994-01-01'))
  it('is a standing of its own, in the same spell', () => {
    history.on('1993-01-01').is('SUSPENDED', 1)
    history.on('1994-01-01').is('IN_FORCE', 1)
  })
})

describe('a treaty that ends (VCLT arts. 54 to 59)', () => {
  const ended = said('treaty-toy', 'TreatySuperseded', '2000-01-01', { by: 'other' })
  it('binds nobody any more', () => {
    const history = given(inForce, aaa.acceded('1990-01-01')).and(ended)
    history.on('1999-12-31').is('IN_FORCE')
    history.on('2000-01-01').is('TERMINATED', 1)
  })
  it('does not make parties of those who never consented', () =>
    given(inForce, aaa.signed('1990-01-01')).and(ended).on('2001-01-01').is('SIGNED'))
})

describe(
  'a treaty in periods (Convention on Genocide, art. XIV): ten years, then five at a time, ' +
    'notice six months before',
  () => {
    const genocide = theTreaty('genocide')
      .enteredIntoForceOn('1951-01-12')
      .with({ exit: { notice: { months: 6 }, periods: { first: 10, next: 5 } } })
    it('lets out at the end of the first period', () => {
      const early = given(genocide, aaa.ratified('1950-01-01'), aaa.notifiedWithdrawal('1960-07-12'))
      early.on('1961-01-11').is('EXIT_PENDING')
      early.on('1961-01-12').is('EXITED')
    })
    it('and for notice that is one day late at the end of the next', () => {
      const late = given(genocide, aaa.ratified('1950-01-01'), aaa.notifiedWithdrawal('1960-07-13'))
      late.on('1966-01-11').is('EXIT_PENDING')
      late.on('1966-01-12').is('EXITED')
    })
  },
)

describe('a union goes on with the treaties of the states that made it (VCSST art. 31)', () => {
  const pdry = actor('pdry')
  const whereas = {
    extinct: { pdry: '1990-05-22', yar: '1990-05-22' },
    unions: { yem: { of: ['yar', 'pdry'], on: '1990-05-22' } },
  }
  const iccpr = theTreaty('iccpr').enteredIntoForceOn('1976-03-23')
  const yemen = given(iccpr, pdry.acceded('1987-02-09'), { whereas }).of('yem')
  it('Yemen is bound by the Covenant from its unification, as Democratic Yemen was from 1987', () => {
    yemen.of('pdry').on('1990-05-21').is('IN_FORCE')
    yemen.of('pdry').on('1990-05-22').is('EXTINCT')
    yemen.on('1990-05-21').is('NONE')
    yemen.on('1990-05-22').is('IN_FORCE', 1)
  })
  it('the Yemen Arab Republic never was', () => yemen.of('yar').on('1989-01-01').is('NONE'))
  it("the depositary's table has the same act under the name of Yemen: it is one act", () => {
    const both = given(iccpr, pdry.acceded('1987-02-09'), actor('yem').acceded('1987-02-09'), { whereas })
    both.of('yem').on('1990-05-22').is('IN_FORCE', 1)
    both.of('yem').on('1989-01-01').is('NONE')
    expect(both.of('yem').anomalies).toEqual([])
  })
})

describe('a claim to continue a state that others contest', () => {
  const yug = actor('yug')
  const whereas = {
    extinct: { yug: '1992-04-27' },
    claims: { srb: { predecessor: 'yug', from: '1992-04-27', to: '2000-11-01' } },
  }
  const iccpr = theTreaty('iccpr').enteredIntoForceOn('1976-03-23')
  it('leaves open whether Serbia was bound by the Covenant, and says why', () => {
    const serbia = given(iccpr, yug.ratified('1971-06-02'), { whereas }).of('srb')
    serbia.on('1995-01-01').mayBe('NONE', 'IN_FORCE')
    serbia.on('1992-04-26').is('NONE')
    expect(serbia.anomalies).toEqual(['contested-continuation'])
  })
  it('is settled by the notification of succession, back to the day of succession', () => {
    const serbia = given(iccpr, yug.ratified('1971-06-02'), actor('srb').succeeded('2001-03-12', '1992-04-27'), {
      whereas,
    }).of('srb')
    serbia.on('1995-01-01').is('IN_FORCE')
    expect(serbia.anomalies).toEqual([])
  })
})
