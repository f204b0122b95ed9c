import { describe, expect, it } from 'vitest'
import { treatyStatus } from '../../projections/folds/treaty-acts.ts'
import { treatyTerms } from '../../projections/folds/treaty-terms.ts'
import { formatDay, type Day } from '../../src/time/day.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { corrected, said } from '../support/recorded.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

const act = (type: string, occurred: string, kind: 'depositary' | 'dataset' = 'depositary', effective?: string) =>
  said(
    'treaty-cat',
    type,
    occurred,
    { actor: 'usa' },
    { sources: [{ citation: 'A table', kind }], ...(effective !== undefined && { effective }) },
  )

describe('acts under a treaty', () => {
  it('hold from the day they were done, by class and form', () => {
    expect(
      folded(treatyStatus, [act('TreatyRatified', '1994-10-21'), act('TreatySigned', '1988-04-18')], 'class', 'form'),
    ).toEqual([
      ['1988-04-18', null, 'certain', 'signature', 'TreatySigned'],
      ['1994-10-21', null, 'certain', 'consent', 'TreatyRatified'],
    ])
  })
  it('of an uncertain date are possible from the first day on, and carry the last', () => {
    const [row] = intervalsOf(treatyStatus, [act('TreatySigned', '1988')])
    expect([row?.certainty, row?.columns.latest]).toEqual(['possible', (row?.from ?? 0) + 365])
  })
  it('told alike by two sources are one act with both as deciding events', () => {
    expect(
      intervalsOf(treatyStatus, [
        act('TreatyRatified', '1994-10-21'),
        act('TreatyRatified', '1994-10-21', 'dataset'),
      ]).map(({ decidedBy }) => decidedBy.length),
    ).toEqual([2])
  })
  it('relabelled by a dataset are one act in the form that the depositary gives it', () => {
    expect(
      folded(
        treatyStatus,
        [act('TreatyAcceded', '1994-10-21', 'dataset'), act('TreatyAccepted', '1994-10-21')],
        'form',
      ),
    ).toEqual([['1994-10-21', null, 'certain', 'TreatyAccepted']])
  })
  it('of a day that one source states and another leaves out keep that day', () => {
    const list = [act('TreatySucceeded', '1993-02-22'), act('TreatySucceeded', '1993-02-22', 'dataset', '1993-01-01')]
    expect(intervalsOf(treatyStatus, list)[0]?.columns.effect_earliest).not.toBeNull()
  })
  it('may state the day of effect in their own words: succession from a day, notice with effect on a day', () => {
    const succeeded = said('treaty-cat', 'TreatySucceeded', '1993-02-22', { actor: 'cze', effectFrom: '1993-01-01' })
    const notified = said('treaty-cat', 'TreatyWithdrawalNotified', '2000-01-01', {
      actor: 'cze',
      statedEffective: '2001-01-01',
    })
    expect(
      intervalsOf(treatyStatus, [succeeded, notified]).map(({ columns }) => formatDay(columns.effect_earliest as Day)),
    ).toEqual(['1993-01-01', '2001-01-01'])
  })
  it('are folded actor by actor', () => {
    const list = [act('TreatySigned', '1988-04-18'), said('treaty-cat', 'TreatySigned', '1985-02-04', { actor: 'dnk' })]
    expect(folded(treatyStatus, list, 'actor').map(([, , , actor]) => actor)).toEqual(['usa', 'dnk'])
  })
})

describe('what a treaty says', () => {
  it('are its clauses, as data', () => {
    const [row] = intervalsOf(treatyTerms, theTreaty('cat').said())
    expect(JSON.parse(String(row?.columns.entry_into_force))).toEqual({
      trigger: { kind: 'count', n: 20 },
      offset: { days: 30 },
    })
    expect(JSON.parse(String(row?.columns.exit))).toEqual({ notice: { years: 1 } })
    expect(row?.columns.stated_in_force).toBeNull()
  })
  it('yields to no index that knows only its title', () => {
    const index = said('treaty-cat', 'TreatyConcluded', '1984-12-10', {
      treaty: 'cat',
      title: 'A title',
      entryIntoForce: 'unknown',
      exit: 'unknown',
    })
    for (const list of [
      [...theTreaty('cat').said(), index],
      [index, ...theTreaty('cat').said()],
    ])
      expect(intervalsOf(treatyTerms, list)[0]?.columns.title).toBe('cat')
  })
  it('can be corrected', () => {
    const [concluded, ...others] = theTreaty('cat').said()
    const fixed = corrected(concluded!, { data: { ...concluded!.event.data, exit: { notice: { months: 6 } } } })
    const [row] = intervalsOf(treatyTerms, [concluded!, ...others, fixed])
    expect(row?.columns.exit).toBe('{"notice":{"months":6}}')
    expect(row?.decidedBy).toContain(fixed.event.id)
  })
  it('is nothing before it was concluded', () =>
    expect(intervalsOf(treatyTerms, theTreaty('cat').said().slice(1))).toEqual([]))
})
