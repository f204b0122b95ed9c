import { describe, expect, it } from 'vitest'
import { isExactly, parse } from '../exposure/fraction.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * A and B are in o1 since 1 January 1990, A and C in o2 since 1 January 1998; A and D were in o3 from 1992 until 1995
 * is out. y in 1999: B 6, C 2, D 11; A is not rated. On 31 December 1999 A has shared ten years with B (1990 to 1999),
 * two with C and three with D (1992 to 1994). E joined o2 some day in 1998: on 30 June it may or may not have been
 * there.
 */
const scores = { b: 6, c: 2, d: 11, e: 4 }
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const joined = (igo: string, state: string, occurred: string) => ({
  stream: `igo-${igo}`,
  type: 'MembershipStarted',
  occurred,
  sources,
  data: { actor: `toy${state}`, kind: 'full' },
})
const left = (igo: string, state: string, occurred: string) => ({
  stream: `igo-${igo}`,
  type: 'MembershipEnded',
  occurred,
  sources,
  data: { actor: `toy${state}`, names: 'firstDayOut' },
})
const lines = [
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since: '1980-01-01', system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1990-01-01' }),
  ...toyOrganisation('toyo2', ['a', 'c'], { sources, since: '1998-01-01' }),
  ...toyOrganisation('toyo3', ['a'], { sources, since: '1992-01-01' }),
  joined('toyo3', 'd', '1992-01-01'),
  left('toyo3', 'd', '1995-01-01'),
  ...Object.entries(scores).map(([state, value]) => ({
    stream: `practice-toy-score-toy${state}`,
    type: 'PracticeScoreRecorded',
    occurred: '1999',
    sources,
    data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year: 1999, value },
  })),
]

interface Term {
  partner: string
  weight: number
  organisations: string[]
  decidedBy: string[]
}
interface Exposure {
  value: number
  min: number
  max: number
  degree: number
  terms: Term[]
  uncertain: { actor: string; igo: string }[]
  parameters: Record<string, unknown>
}

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))
const given = { formula: 'years', score: 'toy:score', lag: '0' }
const exposureOfA = (more: object = {}, asOf = '1999-12-31', name = 'exposure') =>
  ask<Exposure>(name, { state: 'toya', ...given, ...more }, { asOf })

describe('shared membership-years, recorded as events and asked for', () => {
  it('without o3: ten years with B and two with C are (10·6 + 2·2)/12 = 16/3', async () => {
    const { value, parameters } = await exposureOfA({ igos: '!toyo3' })
    expect(isExactly(value, parse('16/3'))).toBe(true)
    expect(parameters).toMatchObject({ discount: 1 })
  })
  it('three years with D, who is gone from o3, count: (60 + 4 + 33)/15 = 97/15', async () => {
    const { value, degree } = await exposureOfA()
    expect(isExactly(value, parse('97/15'))).toBe(true)
    expect(degree).toBe(3)
  })
  it('a day earlier no tenth year has begun: B 9 and C 1 on 31 December 1998, and no scores', async () =>
    expect(await exposureOfA({}, '1998-12-31')).toMatchObject({ value: null, missing: 'too-few-rated' }))
  it('at a discount of a half the oldest years hardly count', async () => {
    // B 2 − 2⁻⁹ = 1023/512; C 3/2; D, in the years of age 5, 6 and 7, 7/128 = 28/512. All times 512:
    const { value } = await exposureOfA({ discount: '0.5' })
    expect(isExactly(value, parse(`${1023 * 6 + 768 * 2 + 28 * 11}/${1023 + 768 + 28}`))).toBe(true)
  })
  it('each term has its organisations and the events that decided them', async () => {
    const { terms } = await exposureOfA({}, undefined, 'explain exposure')
    expect(terms.map(({ partner, weight, organisations }) => [partner, weight, organisations])).toEqual([
      ['toyb', 10 / 15, ['toyo1']],
      ['toyc', 2 / 15, ['toyo2']],
      ['toyd', 3 / 15, ['toyo3']],
    ])
    // The score and the membership; of D it has ended since.
    for (const { decidedBy } of terms) expect(decidedBy.length).toBeGreaterThanOrEqual(2)
  })
  it('in a panel it is the same, beside formulas of the day', async () => {
    const panel = await ask<{ columns: string[]; rows: unknown[][]; parameters: Record<string, unknown> }>(
      'panel exposure',
      { ...given, formula: 'years,dc', from: '1999', to: '1999', system: 'un' },
    )
    const row = rowsOf(panel).find(({ state }) => state === 'toya')
    expect(isExactly(Number(row?.['years']), parse('97/15'))).toBe(true)
    expect(row).toMatchObject({ dc: 4, degree_years: 3, degree_dc: 2 })
    expect(panel.parameters).toMatchObject({ discount: 1 })
  })
  it('of another channel than that of organisations is refused', async () =>
    expect(exposureOfA({ channel: 'region', system: 'un' })).rejects.toThrow(
      'the years that states shared are counted in organisations: came channel region.',
    ))
  it.each(['0', '1.5', '-1'])('a discount of %s is refused', async (discount) =>
    expect(exposureOfA({ discount })).rejects.toThrow(),
  )
})

describe('what is uncertain of former years', () => {
  const uncertain = theWorkspaceOf((opened) => append(opened, ...lines, joined('toyo2', 'e', '1998')))
  const found = (more: object = {}) =>
    uncertain.ask<Exposure>('exposure', { state: 'toya', ...given, ...more }, { asOf: '1999-06-30' })

  it('opens the bounds: E for two years or for one, beside B for ten, C for two and D for three', async () => {
    // On 30 June 1999 and each 30 June before: B 1990 to 1999, C 1998 and 1999, D 1992 to 1994, E 1999 and perhaps
    // 1998.
    const { value, min, max, uncertain: told } = await found()
    expect(isExactly(value, parse('105/17'))).toBe(true)
    expect(min).toBeCloseTo(105 / 17, 12)
    expect(max).toBeCloseTo(101 / 16, 12)
    expect(told).toMatchObject([{ actor: 'toye', igo: 'toyo2' }])
  })
  it.each([
    ['earliest', '105/17'],
    ['latest', '101/16'],
    ['exclude', '101/16'],
  ])('by %s it is %s, without bounds around it', async (dates, fraction) => {
    const { value, min, max } = await found({ dates })
    expect(isExactly(value, parse(fraction))).toBe(true)
    expect([min, max]).toEqual([value, value])
  })
})
