import { describe, expect, it } from 'vitest'
import { pressure, type PressureAction } from '../../projections/compose/campaign/pressure.ts'
import { addDays, parseDay } from '../../src/time/day.ts'

const urgentAction = (day: string, organisations = 1): PressureAction => ({
  campaign: 'appeals-amnesty-chl',
  kind: 'urgentAction',
  day: parseDay(day),
  strength: 2,
  organisations,
  decidedBy: [],
})

describe('advocacy pressure is a stock that wears off', () => {
  it('is nothing where nobody has acted yet', () => {
    expect(pressure([urgentAction('1985-01-01')], parseDay('1984-12-31'), 2).value).toBe(0)
  })

  it('is strength times breadth on the day of the action: 2 ln 2', () => {
    expect(pressure([urgentAction('1985-01-01')], parseDay('1985-01-01'), 2).value).toBeCloseTo(2 * Math.LN2, 12)
  })

  it('has halved after a half-life of two years of 365.25 days', () => {
    const later = addDays(parseDay('1985-01-01'), 1461)
    expect(pressure([urgentAction('1985-01-01')], later, 4).value).toBeCloseTo(Math.LN2, 12)
  })

  it('grows with the coalition: seven organisations weigh ln 8, three times ln 2', () => {
    const on = parseDay('1985-01-01')
    expect(pressure([urgentAction('1985-01-01', 7)], on, 2).value).toBeCloseTo(
      3 * pressure([urgentAction('1985-01-01')], on, 2).value,
      12,
    )
  })

  it('adds up over actions, and says what each adds', () => {
    const { value, terms } = pressure(
      [urgentAction('1985-01-01'), urgentAction('1986-06-01', 3)],
      parseDay('1990-01-01'),
      2,
    )
    expect(terms.reduce((total, term) => total + term.contribution, 0)).toBe(value)
  })
})
