import { describe, expect, it } from 'vitest'
import { compareTables, type ResolvedAct } from './untc-compare.ts'

const act = (treaty: string, actor: string, type: string, date: string): ResolvedAct => ({ treaty, actor, type, date })
const earlier = [
  act('cat', 'tcd', 'TreatyAcceded', '1995-06-09'),
  act('cat', 'tgo', 'TreatySigned', '1987-03-25'),
  act('cat', 'tgo', 'TreatyRatified', '1987-11-18'),
  act('unclos', 'tcd', 'TreatyRatified', '2009-08-14'),
]

describe('two snapshots of the tables', () => {
  it('agree where each pair has its acts on the same days, whatever their labels, also where nothing is new', () => {
    const later = [...earlier.slice(1, 3), act('cat', 'tcd', 'TreatyRatified', '1995-06-09')]
    expect(compareTables(earlier, later)).toEqual({ pairs: { both: 2, absent: [], added: 0 }, redated: [], blank: [] })
  })

  it('say nothing of each other about treaties that the later one does not hold', () => {
    expect(compareTables(earlier, [act('tpnw', 'tcd', 'TreatySigned', '2022-09-22')])).toEqual({
      pairs: { both: 0, absent: [], added: 0 },
      redated: [],
      blank: [],
    })
  })

  it('differ in a day, in an act that is gone, in a party that is gone, in one that joined', () => {
    const later = [act('cat', 'tgo', 'TreatySigned', '1987-03-26'), act('cat', 'fji', 'TreatyRatified', '2016-03-14')]
    expect(compareTables(earlier, later)).toEqual({
      pairs: { both: 1, absent: [['cat', 'tcd']], added: 1 },
      redated: [{ treaty: 'cat', actor: 'tgo', class: 'signature', earlier: ['1987-03-25'], later: ['1987-03-26'] }],
      blank: [{ treaty: 'cat', actor: 'tgo', class: 'consent', earlier: ['1987-11-18'], later: [] }],
    })
  })

  it('are compared in what both can show: signature and consent', () => {
    const applied = [...earlier, act('cat', 'tgo', 'TreatyProvisionallyApplied', '1987-04-01')]
    expect(compareTables(applied, earlier)).toMatchObject({ redated: [], blank: [] })
  })
})
