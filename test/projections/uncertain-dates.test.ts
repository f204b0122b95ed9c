import { describe, it } from 'vitest'
import { actor } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { aTreaty, theTreaty } from '../support/treaty-clauses.ts'

const cat = theTreaty('cat').enteredIntoForceOn('1987-06-26')

describe('a signature known to the year', () => {
  const aaa = given(cat, actor('aaa').signed('1988'))
  it('is impossible before the year', () => aaa.on('1987-12-31').is('NONE'))
  it('is possible within it, on its first day as well', () => {
    aaa.on('1988-01-01').mayBe('NONE', 'SIGNED')
    aaa.on('1988-12-30').mayBe('NONE', 'SIGNED')
  })
  it('is certain from its last day on', () => aaa.on('1988-12-31').is('SIGNED'))
})

describe('a deposit known to the year, thirty days before it binds', () => {
  const aaa = given(cat, actor('aaa').acceded('1990'))
  it('has not happened, has just happened, or binds already', () => {
    aaa.on('1990-01-15').mayBe('NONE', 'CONSENTED')
    aaa.on('1990-06-01').mayBe('NONE', 'CONSENTED', 'IN_FORCE')
    aaa.on('1991-01-15').mayBe('CONSENTED', 'IN_FORCE')
  })
  it('binds for certain from the thirtieth day of the next year on', () => aaa.on('1991-01-30').is('IN_FORCE'))
})

describe('a notice known to the month', () => {
  const aaa = given(cat, actor('aaa').acceded('1990-01-01'), actor('aaa').notifiedWithdrawal('2000-05'))
  it('leaves the state bound for certain until a year after its first possible day', () => {
    aaa.on('2000-05-15').mayBe('IN_FORCE', 'EXIT_PENDING')
    aaa.on('2001-04-30').is('EXIT_PENDING')
    aaa.on('2001-05-15').mayBe('EXIT_PENDING', 'EXITED')
    aaa.on('2001-05-31').is('EXITED')
  })
})

describe('a succession from a date known to the year', () => {
  const aaa = given(cat, actor('aaa').succeeded('2001-03-12', '1992'))
  it('is never read as 1 January', () => {
    aaa.on('1991-12-31').is('NONE')
    aaa.on('1992-01-01').mayBe('NONE', 'IN_FORCE')
    aaa.on('1992-12-31').is('IN_FORCE')
  })
})

describe('a revocation known to the year, of a notice that ran for three months of it', () => {
  const aaa = actor('aaa')
  const history = given(
    cat.withdrawalAfter('3 months'),
    aaa.acceded('1988-01-01'),
    aaa.notifiedWithdrawal('1990-06-01'),
    aaa.revokedWithdrawal('1990'),
  )
  it('may have come in time, or too late', () => history.on('1995-01-01').mayBe('IN_FORCE', 'EXITED'))
})

describe('three uncertain acts', () => {
  const aaa = actor('aaa')
  const history = given(
    cat.withdrawalAfter('1 year'),
    aaa.signed('1980'),
    aaa.acceded('1990'),
    aaa.notifiedWithdrawal('1990'),
  )
  // Acceded on 1 January, it is bound from the 31st on; a notice of 2 January is pending then, one of 1 January came
  // before the consent of that day.
  it('leave open all that two of them do', () =>
    history.on('1990-01-31').mayBe('SIGNED', 'CONSENTED', 'IN_FORCE', 'EXIT_PENDING'))
  it('leave open whether it left at all', () => history.on('1995-01-01').mayBe('IN_FORCE', 'EXITED'))
})

describe('a treaty that waits for two instruments, one of which was withdrawn in the year of its deposit', () => {
  const [aaa, ccc] = [actor('aaa'), actor('ccc')]
  const history = given(
    aTreaty({ entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } } }),
    ccc.acceded('1980-06-01'),
    ccc.wasCeased('1980'),
    aaa.acceded('1982-01-01'),
  )
  // Ceased before 1 June, or on that day, there was no instrument to take away: two stand on 1 January 1982. Later: one
  // does.
  it('enters into force or does not', () => {
    history.of('aaa').on('1982-01-30').is('CONSENTED')
    history.of('aaa').on('1982-01-31').mayBe('CONSENTED', 'IN_FORCE')
    history.of('aaa').on('1999-01-01').mayBe('CONSENTED', 'IN_FORCE')
  })
})

describe('a treaty that waits for two instruments, one of which was deposited and taken away in one year', () => {
  const [aaa, ccc] = [actor('aaa'), actor('ccc')]
  const text = aTreaty({
    entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
    perParty: { days: 30 },
  })
  const history = given(
    text,
    ccc.signedDefinitively('1980-01-01'),
    ccc.isStatedBound('1980-01-01'),
    aaa.acceded('1981'),
    aaa.wasCeased('1981'),
  )
  // Deposited on 1 January: in force on 31 January. Deposited on 31 December, whatever was taken away before or on that
  // day: on 30 January 1982.
  it('may have entered into force, or is still to', () => {
    history.of('ccc').on('1981-06-30').mayBe('CONSENTED', 'IN_FORCE')
    history.of('ccc').on('1982-01-15').mayBe('CONSENTED', 'IN_FORCE')
  })
  it('binds the other one for certain when the last possible deposit has run its thirty days', () => {
    history.of('ccc').on('1982-01-29').mayBe('CONSENTED', 'IN_FORCE')
    history.of('ccc').on('1982-01-30').is('IN_FORCE')
  })
})

describe('a treaty in force from some day of a year on, which binds those who consent later after thirty days', () => {
  const [aaa, ccc] = [actor('aaa'), actor('ccc')]
  const text = aTreaty({
    entryIntoForce: { trigger: { kind: 'named', actors: ['aaa'] } },
    perParty: { days: 30 },
    laterThan: 'entryIntoForce',
  })
  const history = given(text, aaa.acceded('1980'), ccc.acceded('1980-06-01')).of('ccc')
  // Entered into force by 1 June: ccc is bound on 1 July. Between those days: on that very day. Later: on that later
  // day.
  it('may bind one who consented in that year before the thirty days are over, after them, or later', () => {
    history.on('1980-06-01').is('CONSENTED')
    history.on('1980-06-02').mayBe('CONSENTED', 'IN_FORCE')
    history.on('1980-12-30').mayBe('CONSENTED', 'IN_FORCE')
    history.on('1980-12-31').is('IN_FORCE')
  })
})

describe('two uncertain acts', () => {
  const aaa = given(cat, actor('aaa').signed('1988'), actor('aaa').ratified('1988'))
  it('leave every order possible', () => aaa.on('1988-06-01').mayBe('NONE', 'SIGNED', 'CONSENTED', 'IN_FORCE'))
  it('are certain in the end', () => aaa.on('1989-01-30').is('IN_FORCE'))
})
