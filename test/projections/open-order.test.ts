import { describe, expect, it } from 'vitest'
import { stateSystem } from '../../projections/folds/state-system.ts'
import { folded } from '../support/folded.ts'
import { gaveNotice, joined, member, organisation, tookNoticeBack, wasOutOn } from '../support/organisations.ts'
import { said } from '../support/recorded.ts'

/**
 * Dates whose days overlap leave open which act came first. All values are worked by hand: each order is followed, with
 * the days that it leaves to each act, and certain is what all of them say. What an order comes to is what the same
 * acts on exact days come to.
 */
const oneYear = organisation('abc', { notice: { years: 1 } })

describe('joined on 2 January 1980, and gave notice some day of that year', () => {
  const state = member(oneYear, joined('1980-01-02'), gaveNotice('1980'))
  it('is in for as long as any notice that it gave as a member has to run', () => {
    state.on('1980-01-02').is('full', '1980-01-02')
    state.on('1981-01-01').is('full', '1980-01-02')
  })
  // Notice on 2 January: out on 2 January 1981. On 31 December: out on that day of 1981. On 1 January, before it was a
  // member: nothing came of it.
  it('may be out from 2 January 1981 on, and may be in for good', () => {
    for (const day of ['1981-01-02', '1981-06-30', '1981-12-31', '2000-01-01']) state.on(day).maybe('full')
  })
  it('is out for certain once the day is known to be one of a member', () => {
    const learnt = member(oneYear, joined('1980-01-02'), gaveNotice('1980-01-03'))
    learnt.on('1981-01-02').is('full', '1980-01-02')
    learnt.on('1981-01-03').isOut('1981-01-03')
  })
  it('is told in the ledger as one who gave notice as a member', () =>
    expect(state.ledger).toEqual([['1980-01-01', '1981-01-01', null, 'derived']]))
})

describe('dates that are far enough apart', () => {
  it('leave one order: whoever joined in 1980 and gave notice in 1981 is out by the end of 1982', () => {
    const state = member(oneYear, joined('1980'), gaveNotice('1981'))
    state.on('1981-12-31').is('full')
    state.on('1982-06-30').maybe('full')
    state.on('1982-12-31').isOut()
  })
})

describe('joined some day of 1980, and was out on 15 June of that year', () => {
  const state = member(oneYear, joined('1980'), wasOutOn('1980-06-15'))
  it('may have left, or come back: both orders are possible', () => {
    for (const day of ['1980-06-14', '1980-06-15', '1980-12-31', '1999-01-01']) state.on(day).maybe('full')
  })
})

describe('a notice of 1 March 1980, and a readmission some day of the year in which it takes effect', () => {
  const state = member(oneYear, joined('1970-01-01'), gaveNotice('1980-03-01'), joined('1981', 'readmission'))
  // Readmitted before 1 March 1981 it never was out; later, it was out until then.
  it('may have left a gap, and is over by the end of the year', () => {
    state.on('1980-12-31').is('full', '1970-01-01')
    state.on('1981-06-30').maybe('full')
    state.on('1981-12-31').is('full')
  })
})

describe('where a member may leave after five years only, and joined some day of 1980', () => {
  const state = member(
    organisation('abc', { notice: { months: 6 }, minYearsAsParty: 5 }),
    joined('1980'),
    gaveNotice('1984-01-01'),
  )
  it('five years are over on some day of 1985', () => {
    state.on('1984-12-31').is('full')
    state.on('1985-06-30').maybe('full')
    state.on('1985-12-31').isOut()
  })
})

describe('a revocation that may have come too late, and a second notice', () => {
  const state = member(
    oneYear,
    joined('1990-01-01'),
    gaveNotice('2000-06-15'),
    tookNoticeBack('2001'),
    gaveNotice('2003-01-01'),
  )
  // In time: out a year after the second notice, 1 January 2004. Too late: out since 15 June 2001.
  it('is out by both courses from the later of two days on', () => {
    state.on('2001-06-14').is('full')
    state.on('2003-12-31').maybe('full')
    state.on('2004-01-01').isOut()
  })
  it('has a notice pending for certain only while both courses have one', () => {
    expect(state.on('2001-01-01').has().exitPending?.certainty).toBe('possible')
    expect(state.on('2000-12-31').has().exitPending?.certainty).toBe('certain')
    expect(state.on('2003-06-01').has().exitPending?.certainty).toBe('possible')
  })
})

describe('more orders than are followed', () => {
  const acts = ['1980', '1980-01/1980-11', '1980-02/1980-12', '1980-03/1980-12', '1980-04/1980-12'].flatMap((when) => [
    gaveNotice(when),
    tookNoticeBack(when),
  ])
  const state = member(oneYear, joined('1970-01-01'), ...acts)
  it('leave all in doubt from the first day on which a notice may take effect', () => {
    state.on('1980-12-31').is('full', '1970-01-01')
    state.on('1981-01-01').maybe('full')
    state.on('2000-01-01').maybe('full')
  })
})

describe('a state that entered a system some day of 1990, and ended on a day of that year', () => {
  const entered = said('state-aaa', 'StateEntered', '1990', { actor: 'aaa', system: 'gw' })
  it('may be in it from the first possible day on, and for good', () => {
    const ended = said('state-aaa', 'StateEnded', '1990-06-01', { actor: 'aaa', system: 'gw', names: 'firstDayOut' })
    expect(folded(stateSystem, [entered, ended], 'system')).toEqual([['1990-01-01', null, 'possible', 'gw']])
  })
  it('is out again where it ended later', () => {
    const ended = said('state-aaa', 'StateEnded', '1992-06-01', { actor: 'aaa', system: 'gw', names: 'firstDayOut' })
    expect(folded(stateSystem, [entered, ended], 'system')).toEqual([
      ['1990-01-01', '1990-12-31', 'possible', 'gw'],
      ['1990-12-31', '1992-06-01', 'certain', 'gw'],
    ])
  })
})
