import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendLines } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { asker, rowsOf } from '../support/ask.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * Worked out by hand. A=8 B=6 C=2 D=0; o1={A,B} o2={A,B,C,D}. In o2 B was suspended from 1990 to 1994, and D from 1992
 * to 1996, nobody says from and to when. Apart from them F=3 and G=5 sit in o3: G was suspended in 1994, gave a year's
 * notice in 1995, and came back in 2000.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const scores = { a: 8, b: 6, c: 2, d: 0, f: 3, g: 5 }
const members = { toyo1: ['a', 'b'], toyo2: ['a', 'b', 'c', 'd'], toyo3: ['f', 'g'] }
const told = (igo: string, type: string, state: string, occurred: string, data: object = {}) => ({
  stream: `igo-${igo}`,
  type,
  occurred,
  sources,
  data: { actor: `toy${state}`, ...data },
})
const lines = [
  ...toyStates(Object.keys(scores), { sources, since: '1970-01-01', system: 'un' }),
  ...Object.entries(members).flatMap(([igo, list]) => [
    {
      stream: `igo-${igo}`,
      type: 'IgoFounded',
      occurred: '1970-01-01',
      sources,
      data: { igo, name: `Toy organisation ${igo}`, exit: { notice: { years: 1 } } },
    },
    ...list.map((state) => told(igo, 'MembershipStarted', state, '1970-01-01', { kind: 'full' })),
  ]),
  told('toyo2', 'MembershipSuspended', 'b', '1990-01-01', { scope: 'voting' }),
  told('toyo2', 'MembershipReinstated', 'b', '1995-01-01'),
  told('toyo2', 'MembershipSuspended', 'd', '1992', { scope: 'all' }),
  told('toyo2', 'MembershipReinstated', 'd', '1996'),
  told('toyo3', 'MembershipSuspended', 'g', '1994-01-01', { scope: 'all' }),
  told('toyo3', 'MembershipWithdrawalNotified', 'g', '1995-01-01'),
  told('toyo3', 'MembershipStarted', 'g', '2000-01-01', { kind: 'full', mode: 'readmission' }),
  ...Object.entries(scores).flatMap(([state, value]) =>
    [1989, 1991, 1992, 1994, 1995, 1996, 2001].map((year) => ({
      stream: `practice-toy-score-toy${state}`,
      type: 'PracticeScoreRecorded',
      occurred: String(year),
      sources,
      data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year, value },
    })),
  ),
]

let workspace: Workspace
let dispose: () => Promise<void>
beforeAll(async () => {
  ;({ workspace, dispose } = await aWorkspaceOf((opened) =>
    appendLines(
      opened,
      lines.map((line, index) => ({ where: `line ${index + 1}`, text: JSON.stringify(line) })),
      { recordedBy: 'a test' },
    ),
  ))
})
afterAll(() => dispose())
const ask = asker(() => workspace)

interface Exposure {
  value: number | null
  min: number
  max: number
  missing: string | null
  uncertain: { actor: string; igo: string; may: string[]; decidedBy: string[] }[]
  parameters: Record<string, unknown>
  evidence: { type: string }[]
}
const exposure = (state: string, asOf: string, more: object = {}, name = 'exposure') =>
  ask<Exposure>(name, { state: `toy${state}`, score: 'toy:score', lag: '0', ...more }, { asOf })
const dropped = { excludeSuspended: 'true' }

describe('a suspended member', () => {
  // A meets 6 in o1, and in o2 6, 2 and 0: (6 + 8/3)/2 and (6+6+2+0)/4.
  it.each([
    ['mm', 13 / 3],
    ['dc', 7 / 2],
  ])('counts by default: %s of A is %d', async (formula, value) => {
    const found = await exposure('a', '1991-06-01', { formula })
    expect(found.value).toBeCloseTo(value, 12)
    expect(found.parameters).toMatchObject({ exclude_suspended: false })
  })
  // Without B in o2: (6 + (2+0)/2)/2 and (6+2+0)/3.
  it.each([
    ['mm', 7 / 2],
    ['dc', 8 / 3],
  ])('is left out on request: %s of A is %d', async (formula, value) => {
    const found = await exposure('a', '1991-06-01', { formula, ...dropped })
    expect([found.value, found.min, found.max]).toEqual([expect.closeTo(value, 12), found.value, found.value])
    expect(found.parameters).toMatchObject({ exclude_suspended: true })
  })
  // B meets A in o1, and in o2 A, C and D: (8 + 10/3)/2; through o1 alone 8.
  it('is not exposed through that seat either', async () => {
    expect((await exposure('b', '1991-06-01')).value).toBeCloseTo(17 / 3, 12)
    expect((await exposure('b', '1991-06-01', dropped)).value).toBe(8)
  })
  it('counts on the eve of the suspension', async () =>
    expect((await exposure('a', '1989-12-31', dropped)).value).toBeCloseTo(13 / 3, 12))
  it('is left out of panels on request', async () => {
    const of = async (more: object) => {
      const panel = await ask<{ columns: string[]; rows: unknown[][]; parameters: object }>('panel exposure', {
        from: '1991',
        to: '1991',
        system: 'un',
        lag: '0',
        formula: 'mm',
        score: 'toy:score',
        ...more,
      })
      return [rowsOf(panel).find(({ state }) => state === 'toya')?.['mm'], panel.parameters]
    }
    expect(await of({})).toEqual([expect.closeTo(13 / 3, 12), expect.objectContaining({ exclude_suspended: 0 })])
    expect(await of(dropped)).toEqual([expect.closeTo(7 / 2, 12), expect.objectContaining({ exclude_suspended: 1 })])
  })
})

describe('a suspension of an uncertain day: D in 1992', () => {
  // With D as before: 7/2 and 8/3. Without: A meets 6 in o1 and C's 2 in o2: (6+2)/2 both.
  it.each([
    ['mm', 7 / 2, 7 / 2, 4],
    ['dc', 8 / 3, 8 / 3, 4],
  ])('gives %s the value %d, between %d and %d', async (formula, value, min, max) => {
    const found = await exposure('a', '1992-06-15', { formula, ...dropped })
    expect([found.value, found.min, found.max]).toEqual([
      expect.closeTo(value, 12),
      expect.closeTo(min, 12),
      expect.closeTo(max, 12),
    ])
  })
  it('is told as such, with the events behind it', async () => {
    const { uncertain, evidence } = await exposure('a', '1992-06-15', dropped, 'explain exposure')
    expect(uncertain.map(({ actor, igo, may }) => [actor, igo, may])).toEqual([
      ['toyd', 'toyo2', ['full', 'suspended']],
    ])
    expect(evidence.map(({ type }) => type)).toContain('MembershipSuspended')
  })
  // Suspended from 1 January, from 31 December, from 1 July.
  it.each([
    ['earliest', 4],
    ['latest', 7 / 2],
    ['midpoint', 7 / 2],
    ['exclude', 4],
  ])('by %s gives %d, without bounds', async (dates, value) => {
    const found = await exposure('a', '1992-06-15', { dates, ...dropped })
    expect([found.value, found.min, found.max, found.uncertain]).toEqual([
      expect.closeTo(value, 12),
      found.value,
      found.value,
      [],
    ])
  })
  // B is back in o2 by then. With D: (6 + 8/3)/2; without: (6 + (6+2)/2)/2. It ends on 1 January, on 31 December, on 1
  // July.
  it.each([
    ['bounds', 13 / 3, 13 / 3, 5],
    ['earliest', 13 / 3, 13 / 3, 13 / 3],
    ['latest', 5, 5, 5],
    ['midpoint', 5, 5, 5],
    ['exclude', 5, 5, 5],
  ])('ends on a day of 1996: by %s %d, between %d and %d', async (dates, value, min, max) => {
    const found = await exposure('a', '1996-06-15', { dates, ...dropped })
    expect([found.value, found.min, found.max]).toEqual([
      expect.closeTo(value, 12),
      expect.closeTo(min, 12),
      expect.closeTo(max, 12),
    ])
  })
  it('bounds nothing where suspended members count', async () => {
    const { value, min, max } = await exposure('a', '1992-06-15')
    expect([min, max]).toEqual([value, value])
  })
})

describe('a suspension of one who left and came back', () => {
  it('ends with the membership', async () => {
    expect(await exposure('f', '1994-06-01', dropped)).toMatchObject({ value: null, missing: 'no-partner' })
    expect(await exposure('f', '1995-06-01')).toMatchObject({ value: 5 })
    expect(await exposure('f', '2001-06-01', dropped)).toMatchObject({ value: 5 })
  })
})
