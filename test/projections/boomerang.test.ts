import { describe, expect, it } from 'vitest'
import {
  boomerang,
  boomerangSteps,
  daysBetween,
  type BoomerangStep,
  type StepEvent,
  type StepEvents,
} from '../../projections/compose/campaign/boomerang.ts'
import { parseDate } from '../../src/time/edtf.ts'

const event = (date: string, sure = true): StepEvent => ({ ...parseDate(date), sure, says: date, decidedBy: [] })

/** The dates of all that may be each step; a date with a question mark at its end may be no such step at all. */
type Dates = Partial<Readonly<Record<BoomerangStep, readonly string[]>>>
const given = (dates: Dates, window = 5) => {
  const events = Object.fromEntries(
    boomerangSteps.map((step) => [
      step,
      (dates[step] ?? []).map((date) => event(date.replace('?', ''), !date.endsWith('?'))),
    ]),
  ) as unknown as StepEvents
  const found = boomerang(events, window)
  return {
    ...found,
    chain: found.chain?.map(({ says }) => says),
    completed: found.completed.map((chain) => chain.map(({ says }) => says)),
  }
}

const whole: Dates = {
  violation: ['1976-06-16'],
  campaign: ['1977-01-01'],
  pressure: ['1977-11-04'],
  concession: ['1979-05-01'],
}

describe('a boomerang', () => {
  it('is completed by four steps in order within the window', () =>
    expect(given(whole)).toMatchObject({
      chain: ['1976-06-16', '1977-01-01', '1977-11-04', '1979-05-01'],
      certainty: 'certain',
      surely: 4,
      completed: [['1976-06-16', '1977-01-01', '1977-11-04', '1979-05-01']],
    }))
  it.each([
    ['violation', undefined, 0],
    ['campaign', ['1976-06-16'], 1],
    ['pressure', ['1976-06-16', '1977-01-01'], 2],
    ['concession', ['1976-06-16', '1977-01-01', '1977-11-04'], 3],
  ] as const)('without a %s goes no farther than the step before', (step, chain, surely) =>
    expect(given({ ...whole, [step]: [] })).toMatchObject({ chain, surely, completed: [] }),
  )
  it('has its steps in order alone: pressure before the campaign is none of it', () =>
    expect(given({ ...whole, pressure: ['1976-12-31'] })).toMatchObject({ surely: 2, certainty: 'certain' }))
  it('is not completed by a concession after the window: five years from 16 June 1976 end on 16 June 1981', () => {
    expect(given({ ...whole, concession: ['1981-06-16'] }).surely).toBe(4)
    expect(given({ ...whole, concession: ['1981-06-17'] }).surely).toBe(3)
    expect(given({ ...whole, concession: ['1981-06-17'] }, 6).surely).toBe(4)
  })
  it('begins its window with the violation, and not with each step', () =>
    expect(given({ violation: ['1970-01-01'], campaign: ['1974-01-01'], pressure: ['1978-01-01'] }).surely).toBe(2))
})

describe('of several chains', () => {
  it('the furthest is told, though an earlier violation led less far', () =>
    expect(given({ ...whole, violation: ['1960-03-21', '1976-06-16'] }).chain?.[0]).toBe('1976-06-16'))
  it('of those the one that gets there first', () => {
    const two = { ...whole, concession: ['1979-05-01', '1978-01-01'] }
    expect(given(two).chain).toEqual(['1976-06-16', '1977-01-01', '1977-11-04', '1978-01-01'])
  })
  it('of those the shortest: the later violation', () =>
    expect(given({ ...whole, violation: ['1975-01-01', '1976-06-16'] }).chain?.[0]).toBe('1976-06-16'))
  it('every concession that ends a whole one is counted once, by the shortest that it ends', () =>
    expect(
      given({
        violation: ['1960-01-01', '1960-02-01', '1980-01-01'],
        campaign: ['1961-01-01', '1981-01-01'],
        pressure: ['1962-01-01', '1982-01-01'],
        concession: ['1963-01-01', '1983-01-01'],
      }).completed,
    ).toEqual([
      ['1960-02-01', '1961-01-01', '1962-01-01', '1963-01-01'],
      ['1980-01-01', '1981-01-01', '1982-01-01', '1983-01-01'],
    ]))
})

describe('uncertain dates', () => {
  it('of a campaign of some day of 1976 nobody knows whether it came after a violation of June', () =>
    expect(given({ ...whole, campaign: ['1976'] })).toMatchObject({
      chain: ['1976-06-16', '1976', '1977-11-04', '1979-05-01'],
      certainty: 'possible',
      surely: 1,
      completed: [],
    }))
  it('do not matter where every day is in order', () =>
    expect(given({ ...whole, campaign: ['1977-02'] })).toMatchObject({ surely: 4, certainty: 'certain' }))
  it('of the same day leave the order open', () =>
    expect(given({ ...whole, campaign: ['1976-06-16'] })).toMatchObject({ surely: 1, certainty: 'possible' }))
  it('may lie within the window or not', () => {
    // Any day of 1981: until 16 June it is within five years.
    expect(given({ ...whole, concession: ['1981'] })).toMatchObject({ surely: 3, certainty: 'possible' })
    // A violation of some day of 1976 may be of its last one, and then the window ends on 31 December 1981.
    expect(given({ ...whole, violation: ['1976'], concession: ['1981-12-31'] })).toMatchObject({
      certainty: 'possible',
      surely: 3,
    })
    expect(given({ ...whole, violation: ['1976'], concession: ['1982-01-01'] })).toMatchObject({
      certainty: 'certain',
      surely: 3,
    })
  })
  it('must allow all of it at once: what makes one step possible may leave none for the next', () =>
    // The campaign of 1976 comes after the violation only from 16 June on, and then the pressure of May came before it.
    expect(given({ ...whole, campaign: ['1976'], pressure: ['1976-05-01'] })).toMatchObject({ surely: 1 }))
  it('are told in days at the least and the most', () => {
    expect(daysBetween(parseDate('1976-06-16'), parseDate('1977-01'))).toEqual({ least: 199, most: 229 })
    expect(daysBetween(parseDate('1976'), parseDate('1976-06-16'))).toEqual({ least: 0, most: 167 })
  })
})

describe('a step that may be none', () => {
  it('makes a chain possible, never certain', () =>
    expect(given({ ...whole, campaign: ['1977-01-01?'] })).toMatchObject({ surely: 1, certainty: 'possible' }))
  it('does not stand before one that surely is', () =>
    expect(given({ ...whole, campaign: ['1976-12-01?', '1977-01-01'] })).toMatchObject({
      surely: 4,
      certainty: 'certain',
    }))
})
