import { describe, expect, it } from 'vitest'
import { igoAttributes } from '../../projections/folds/igo-attributes.ts'
import { successionClaim } from '../../projections/folds/state-system.ts'
import { folded } from '../support/folded.ts'
import {
  changedRepresentation,
  promiseEnded,
  wasMadeToPromise,
  wasOutOn,
  wasReinstated,
  wasSuspended,
  type Told,
} from '../support/organisations.ts'
import { said } from '../support/recorded.ts'

/** All values are worked by hand: each order that the dates allow is followed, and certain is what all of them say. */
const rows = (...told: readonly Told[]) =>
  folded(
    igoAttributes,
    told.map((tell) => tell('abc')('aaa')),
    'attribute',
    'detail',
  )
const all = JSON.stringify({ scope: 'all' })

describe('rights suspended some day of 1990, and restored on a day of that year', () => {
  // Restored on 1 June a suspension of March is over; one of September came after, and lasts. On 1 June itself
  // restoring comes last.
  it('may be suspended from the first possible day on, and for good', () =>
    expect(rows(wasSuspended('1990'), wasReinstated('1990-06-01'))).toEqual([
      ['1990-01-01', '1990-06-01', 'possible', 'suspended', all],
      ['1990-06-02', null, 'possible', 'suspended', all],
    ]))
  it('are surely suspended between, where they were restored in another year', () =>
    expect(rows(wasSuspended('1990'), wasReinstated('1992-06-01'))).toEqual([
      ['1990-01-01', '1990-12-31', 'possible', 'suspended', all],
      ['1990-12-31', '1992-06-01', 'certain', 'suspended', all],
    ]))
})

describe('rights suspended on a day of 1990, restored some day of that year, and suspended for good in 1995', () => {
  it('are in doubt until then', () =>
    expect(rows(wasSuspended('1990-06-01'), wasReinstated('1990'), wasSuspended('1995-01-01'))).toEqual([
      ['1990-06-01', '1995-01-01', 'possible', 'suspended', all],
      ['1995-01-01', null, 'certain', 'suspended', all],
    ]))
})

describe('a membership that ended some day of the year in which a condition was attached to it', () => {
  const detail = JSON.stringify({ condition: 'elections' })
  // On 1 June itself the end comes first: a condition of that day is one of whoever came back.
  it('may have taken the condition with it', () =>
    expect(rows(wasMadeToPromise('1990-06-01', 'elections'), wasOutOn('1990'))).toEqual([
      ['1990-06-01', '1990-06-02', 'certain', 'condition', detail],
      ['1990-06-02', null, 'possible', 'condition', detail],
    ]))
  it('leaves other conditions alone', () =>
    expect(
      rows(
        wasMadeToPromise('1980-06-01', 'budget'),
        promiseEnded('1985-01-01', 'budget', 'met'),
        wasMadeToPromise('1990-06-01', 'elections'),
        wasOutOn('1990'),
      ),
    ).toContainEqual([
      '1980-06-01',
      '1985-01-01',
      'certain',
      'condition',
      JSON.stringify({ condition: 'budget', outcome: 'met' }),
    ]))
})

describe('two changes of government in one year', () => {
  const [x, y, z] = ['x', 'y', 'z'].map((government) => JSON.stringify({ government }))
  // In the one order x, y, z; in the other y, z and then, told to have been x before, y.
  it('leave open who spoke before them, between them and after them', () =>
    expect(
      rows(changedRepresentation('1990', 'x', 'y'), changedRepresentation('1990-05/1990-06', 'y', 'z')).map(
        ([from, to, certainty, , who]) => [from, to, certainty, who],
      ),
    ).toEqual([
      [null, '1990-12-31', 'possible', x],
      [null, '1990-06-30', 'possible', y],
      ['1990-01-01', null, 'possible', y],
      ['1990-05-01', null, 'possible', z],
    ]))
})

describe('a claim to continue a state, raised and settled in one year', () => {
  const claimed = (when: string) =>
    said('state-aaa', 'SuccessionContested', when, { actor: 'aaa', predecessor: 'bbb', claimed: 'continuation' })
  const settled = (when: string) =>
    said('state-aaa', 'SuccessionSettled', when, { actor: 'aaa', predecessor: 'bbb', outcome: 'withdrawn' })
  const claims = (...list: readonly ReturnType<typeof said>[]) => folded(successionClaim, list, 'claimed')
  it('was settled, or raised again', () =>
    expect(claims(claimed('1992'), settled('1992-05-01'))).toEqual([
      ['1992-01-01', '1992-05-01', 'possible', 'continuation'],
      ['1992-05-02', null, 'possible', 'continuation'],
    ]))
  it('was settled where the end of the year is the first possible day', () =>
    expect(claims(claimed('1992'), settled('1992-12-31'))).toEqual([
      ['1992-01-01', '1992-12-31', 'possible', 'continuation'],
    ]))
  it('was settled where dates are exact', () =>
    expect(claims(claimed('1992-04-27'), settled('2000-11-01'))).toEqual([
      ['1992-04-27', '2000-11-01', 'certain', 'continuation'],
    ]))
})
