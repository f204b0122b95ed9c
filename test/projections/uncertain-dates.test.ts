import { describe, it } from 'vitest'
import { actor } from '../support/actors.ts'
import { given } from '../support/given.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

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
  const history = given(cat.withdrawalAfter('3 months'), aaa.acceded('1988-01-01'), aaa.notifiedWithdrawal('1990-06-01'), aaa.revokedWithdrawal('1990'))
  it('may have come in time, or too late', () => history.on('1995-01-01').mayBe('IN_FORCE', 'EXITED'))
})

describe('two uncertain acts', () => {
  const aaa = given(cat, actor('aaa').signed('1988'), actor('aaa').ratified('1988'))
  it('leave every order possible', () => aaa.on('1988-06-01').mayBe('NONE', 'SIGNED', 'CONSENTED', 'IN_FORCE'))
  it('are certain in the end', () => aaa.on('1989-01-30').is('IN_FORCE'))
})
