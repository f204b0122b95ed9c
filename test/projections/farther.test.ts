import { describe, expect, it } from 'vitest'
import { farther, notCovered, type Coverage } from '../../projections/compose/coverage/coverage.ts'
import { parseDay } from '../../src/time/day.ts'

const known = (state: Coverage['state'], through: string): Coverage => ({
  state,
  complete: ['membership'],
  through: parseDay(through),
  by: ['a-list'],
})
const covered = known('covered', '2014-12-31')
const carried = known('carried', '2020-12-31')

describe('the farther of two coverages', () => {
  it.each([
    ['covered before carried, however far that reaches', covered, carried],
    ['carried before none', carried, notCovered],
    ['covered before none', covered, notCovered],
    ['the later last day of two that are covered', known('covered', '2020-12-31'), covered],
  ])('is %s, whichever comes first', (_, far, near) => {
    expect(farther(far, near)).toBe(far)
    expect(farther(near, far)).toBe(far)
  })
})
