import { describe, expect, it } from 'vitest'
import { objectorOn, type ObjectorHistory, type Said, type Tipped } from '../../src/diffusion/persistent-objector.ts'
import { FOREVER, parseDay, type Day } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'

const day = (text: string): Day => parseDay(text)
const said = (date: string, says: Said['says'] = 'objection', type = 'validity'): Said => ({
  when: parseDate(date),
  says,
  type,
})
const from = (text: string) => ({ from: day(text), to: FOREVER })
const tipped: Tipped = { date: day('1999-02-19'), earliest: day('1999-02-19'), isSustained: true }
const until = day('2020-12-31')
const history = (list: readonly Said[], more: Partial<ObjectorHistory> = {}): ObjectorHistory => ({
  said: list,
  consented: [],
  mayHaveConsented: [],
  ...more,
})
const judged = (list: readonly Said[], more: Partial<ObjectorHistory> = {}, by = tipped) =>
  objectorOn(history(list, more), by, until)
const known = (name: string) => ({ class: name, reasons: [] })
const unknown = (...reasons: string[]) => ({ class: 'unknown', reasons })

describe('an objector, judged at the tipping date of 1999-02-19', () => {
  it('is persistent where the first of two objections came before it, and no consent since', () =>
    expect(judged([said('1996-01-01'), said('2001-01-01')])).toEqual(known('persistent')))
  it('is subsequent where the first came later, be it on that very day', () => {
    expect(judged([said('2000-01-01'), said('2001-01-01')])).toEqual(known('subsequent'))
    expect(judged([said('1999-02-19'), said('2001-01-01')])).toEqual(known('subsequent'))
    expect(judged([said('1999-02-18'), said('2001-01-01')])).toEqual(known('persistent'))
  })
  it('is neither with one objection alone, or two of one day', () => {
    expect(judged([said('1996-01-01')])).toEqual(known('single'))
    expect(judged([said('1996-01-01'), said('1996-01-01', 'objection', 'application')])).toEqual(known('single'))
  })
  it('is none any more once it consented, before or after; a consent that had ended is none', () => {
    const twice = [said('1996-01-01'), said('2001-01-01')]
    expect(judged(twice, { consented: [from('2005-01-01')] })).toEqual(known('consented'))
    expect(judged(twice, { consented: [from('1990-01-01')] })).toEqual(known('consented'))
    expect(judged(twice, { consented: [{ from: day('1990-01-01'), to: day('1995-01-01') }] })).toEqual(
      known('persistent'),
    )
    expect(judged(twice, { consented: [from('2021-01-01')] })).toEqual(known('persistent'))
  })
  it('is none any more once it took all of it back; what it said again, it says', () => {
    const back = [said('1996-01-01'), said('2001-01-01'), said('2002-01-01', 'withdrawal')]
    expect(judged(back)).toEqual(known('withdrawn'))
    expect(judged([...back, said('2003-01-01')])).toEqual(known('persistent'))
    // It took back what it said against the validity; its objection to being bound stands.
    expect(judged([said('1996-01-01', 'objection', 'application'), ...back])).toEqual(known('persistent'))
  })
  it('contests no more than the application, and so is no objector', () =>
    expect(
      judged([said('1996-01-01', 'contestation', 'application'), said('2001', 'contestation', 'application')]),
    ).toEqual(known('contesting')))
  it('has said nothing that is recorded: that is no "no"', () => expect(judged([])).toEqual(known('none-recorded')))
})

describe('what is uncertain', () => {
  it('is unknown, by its dates, where it may be before or after the tipping date', () => {
    expect(judged([said('1999'), said('2001-01-01')])).toEqual(unknown('dates'))
    expect(judged([said('1998'), said('2001-01-01')])).toEqual(known('persistent'))
  })
  it('is unknown, by its dates, where the second may not have come yet', () =>
    expect(judged([said('1996-01-01'), said('2020-01-01/2021-12-31')])).toEqual(unknown('dates')))
  it('is unknown, by consent, where it may have consented since, and not where it may have before', () => {
    const twice = [said('1996-01-01'), said('2001-01-01')]
    expect(judged(twice, { mayHaveConsented: [from('2005-01-01')] })).toEqual(unknown('consent'))
    expect(judged(twice, { mayHaveConsented: [{ from: day('1990-01-01'), to: day('1995-01-01') }] })).toEqual(
      known('persistent'),
    )
    expect(judged([said('1996-01-01')], { mayHaveConsented: [from('2005-01-01')] })).toEqual(unknown('consent'))
  })
  it('is unknown, by the tipping date, where that may have come before its first objection', () => {
    const by = { ...tipped, earliest: day('1995-01-01') }
    expect(judged([said('1996-01-01'), said('2001-01-01')], {}, by)).toEqual(unknown('tipping-date'))
    expect(judged([said('1994-01-01'), said('2001-01-01')], {}, by)).toEqual(known('persistent'))
    expect(judged([said('2000-01-01'), said('2001-01-01')], {}, by)).toEqual(known('subsequent'))
  })
  it('is unknown where the norm has not tipped: nothing is there to judge by', () => {
    const by = { date: undefined, earliest: undefined, isSustained: false }
    expect(judged([said('1996-01-01'), said('2001-01-01')], {}, by)).toEqual(unknown('not-tipped'))
    expect(judged([said('1996-01-01')], {}, by)).toEqual(known('single'))
  })
  it('is unknown where it is not known that the share was held, and it objected after that date', () => {
    const by = { ...tipped, isSustained: false }
    expect(judged([said('2000-01-01'), said('2001-01-01')], {}, by)).toEqual(unknown('not-sustained'))
    // Whenever it tips, it was after this one.
    expect(judged([said('1996-01-01'), said('2001-01-01')], {}, by)).toEqual(known('persistent'))
  })
})
