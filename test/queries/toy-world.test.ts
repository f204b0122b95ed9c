import { describe, expect, it } from 'vitest'
import { isExactly, parse } from '../exposure/fraction.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * A=8 B=6 C=2 D=0 E unrated; o1={A,B} o2={A,B,C,D} o3={A,C,D,E} o4={D}. All of it as events, in the year 2000;
 * asked for 2001, since scores and memberships are read a year before. The fractions were worked out by hand.
 */
const scores = { a: 8, b: 6, c: 2, d: 0 }
const members = { o1: ['a', 'b'], o2: ['a', 'b', 'c', 'd'], o3: ['a', 'c', 'd', 'e'], o4: ['d'] }
const expected = {
  a: { mm: '29/9', dc: '8/3', bin: '8/3', spmon: '16/7', ti: '4', raw: '16', max: '6', n: 3 },
  b: { mm: '17/3', dc: '9/2', bin: '10/3', spmon: '9/2', ti: '9/2', raw: '18', max: '8', n: 2 },
  c: { mm: '13/3', dc: '22/5', bin: '14/3', spmon: '11/3', ti: '11/2', raw: '22', max: '14/3', n: 2 },
  d: { mm: '31/6', dc: '26/5', bin: '16/3', spmon: '13/3', ti: '13/2', raw: '26', max: '16/3', n: 3 },
  e: { mm: '10/3', dc: '10/3', bin: '10/3', spmon: '10/3', ti: '5/2', raw: '10', max: '10/3', n: 1 },
} as const
const states = Object.keys(expected) as (keyof typeof expected)[]
const formulas = ['mm', 'dc', 'bin', 'spmon', 'ti', 'raw', 'max'] as const

const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const lines = [
  ...toyStates(states, { sources, since: '1990-01-01', system: 'un' }),
  ...Object.entries(members).flatMap(([igo, list]) =>
    toyOrganisation(`toy${igo}`, list, { sources, since: '1990-01-01' }),
  ),
  ...Object.entries(scores).map(([state, value]) => ({
    stream: `practice-toy-score-toy${state}`,
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: `toy${state}`, rater: 'toy', indicator: 'score', year: 2000, value },
  })),
  {
    stream: 'practice-toy-score-toye',
    type: 'PracticeScoreMissing',
    occurred: '2000',
    sources,
    data: { actor: 'toye', rater: 'toy', indicator: 'score', year: 2000, reason: 'not rated' },
  },
]

const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Term {
  igo?: string
  partner?: string
  weight: number
  value: number
  contribution: number
  decidedBy: string[]
  partners?: Term[]
}
interface Exposure {
  value: number
  own: number | null
  missing: string | null
  coverage: number
  unrated: string[]
  leftOut: string[]
  terms: Term[]
  readOn: string
  parameters: Record<string, unknown>
  total: number
  evidence: { type: string; citations: string[] }[]
}
const exposure = (state: string, formula: string, more: object = {}, name = 'exposure') =>
  ask<Exposure>(
    name,
    { state: `toy${state}`, formula, score: 'toy:score', ...(formula === 'ti' && { system: 'un' }), ...more },
    { asOf: '2001-06-01' },
  )

describe('the toy world, recorded as events and asked for', () => {
  it.each(states.flatMap((state) => formulas.map((formula) => [state, formula, expected[state][formula]] as const)))(
    'exposure of %s by %s is %s',
    async (state, formula, fraction) => {
      const { value } = await exposure(state, formula)
      expect(isExactly(value, parse(fraction))).toBe(true)
    },
  )

  it('reads memberships and scores a year before', async () =>
    expect((await exposure('a', 'mm')).readOn).toBe('2000-06-01'))

  it('reads them so many days before, and says so in the names of columns', async () => {
    const input = { state: 'toya', formula: 'mm', score: 'toy:score', lag: '90d' }
    const { value, readOn, parameters } = await ask<Exposure>('exposure', input, { asOf: '2001-03-01' })
    expect([readOn, parameters['lag']]).toEqual(['2000-12-01', '90d'])
    expect(isExactly(value, parse(expected.a.mm))).toBe(true)
    const given = { from: '2001', to: '2001', at: '03-01', system: 'un', formula: 'mm', score: 'toy:score', lag: '90d' }
    const row = rowsOf(await ask<never>('panel exposure', given)).find(({ state }) => state === 'toya')
    expect(row).toMatchObject({ year: 2001, lag: '90d', read_year: 2000, own_lag90d: 8, degree_mm_lag90d: 3 })
    expect(row?.['mm_lag90d']).toBe(value)
  })

  it('gives E an exposure, though it has no score itself', async () =>
    expect(await exposure('e', 'mm')).toMatchObject({ own: null, missing: null }))

  it('names who is not rated, and the organisation where D sits alone', async () => {
    expect(await exposure('d', 'mm')).toMatchObject({ unrated: ['toye'], leftOut: ['toyo4'] })
  })

  it('includes A in its own means only on request: 43/9', async () => {
    expect(isExactly((await exposure('a', 'mm', { includeSelf: 'true' })).value, parse('43/9'))).toBe(true)
  })

  it('has no value where fewer partners are rated than asked for: E and B meet three', async () => {
    expect(await exposure('e', 'mm', { minPartners: '3' })).toMatchObject({ missing: null })
    expect(await exposure('e', 'mm', { minPartners: '4' })).toMatchObject({ value: null, missing: 'too-few-rated' })
    expect(await exposure('b', 'dc', { minPartners: '4' })).toMatchObject({
      missing: 'too-few-rated',
      parameters: { min_partners: 4 },
    })
  })

  it('has no value in a year without scores', async () => {
    const none = await ask('exposure', { state: 'toya', score: 'toy:score' }, { asOf: '2010-06-01' })
    expect(none).toMatchObject({ value: null, missing: 'too-few-rated', terms: [] })
  })
})

describe('the toy world as a panel', () => {
  it('has the rows of some states alone, with the same values', async () => {
    const given = { from: '2001', to: '2001', system: 'un', formula: 'mm', score: 'toy:score' }
    const some = await ask<never>('panel exposure', { ...given, states: 'Toyland d,toya' })
    const all = rowsOf(await ask<never>('panel exposure', given))
    expect(rowsOf(some)).toEqual(all.filter(({ state }) => state === 'toya' || state === 'toyd'))
    expect(some).toMatchObject({ parameters: { states: 'Toyland d,toya' } })
    expect(
      rowsOf(some).map((row) => isExactly(Number(row['mm_lag1']), parse(row['state'] === 'toya' ? '29/9' : '31/6'))),
    ).toEqual([true, true])
    await expect(ask('panel exposure', { ...given, states: 'nobody at all' })).rejects.toMatchObject({
      code: 'unknown-actor',
    })
  })
  it('has the same fractions, for all states at once', async () => {
    const panel = await ask<never>('panel exposure', {
      from: '2001',
      to: '2001',
      system: 'un',
      formula: formulas.join(','),
      score: 'toy:score',
    })
    const rows = rowsOf(panel).filter(({ state }) => String(state).startsWith('toy'))
    expect(rows.map(({ state }) => state)).toEqual(states.map((state) => `toy${state}`))
    for (const [index, state] of states.entries()) {
      const row = rows[index]!
      for (const formula of formulas)
        expect(isExactly(Number(row[`${formula}_lag1`]), parse(expected[state][formula]))).toBe(true)
      // The scores are of 2000, and of 2001 there are none.
      expect([row.own, row.own_lag1, row.n_igos_lag1, row.year, row.lag, row.read_year]).toEqual([
        null,
        scores[state as keyof typeof scores] ?? null,
        expected[state].n,
        2001,
        1,
        2000,
      ])
      expect([row.missing_mm_lag1, row.missing_dc_lag1, row.in_system]).toEqual([null, null, 1])
    }
  })
})

describe('why the toy world has its numbers', () => {
  it.each(
    states.flatMap((state) =>
      (['mm', 'dc', 'raw', 'max'] as const).map((formula) => [state, formula, expected[state][formula]] as const),
    ),
  )('the terms of %s by %s add up to %s', async (state, formula, fraction) => {
    const why = await exposure(state, formula, {}, 'explain exposure')
    expect(
      isExactly(
        why.terms.reduce((total, { contribution }) => total + contribution, 0),
        parse(fraction),
      ),
    ).toBe(true)
    expect(why.total).toBeCloseTo(why.value, 12)
    for (const { weight, value, contribution, partners = [] } of why.terms) {
      expect(contribution).toBeCloseTo(weight * value, 12)
      if (partners.length > 0)
        expect(partners.reduce((total, partner) => total + partner.weight * partner.value, 0)).toBeCloseTo(
          contribution,
          12,
        )
    }
  })

  it('goes down to memberships and scores, each with its citation', async () => {
    const { evidence } = await exposure('a', 'mm', {}, 'explain exposure')
    expect(new Set(evidence.map(({ type }) => type))).toEqual(new Set(['MembershipStarted', 'PracticeScoreRecorded']))
    for (const { citations } of evidence) expect(citations).toEqual(['An invented world, for tests'])
    // A's three memberships, those of its rated partners there (o1: B; o2: B, C, D; o3: C, D), and the scores of B, C
    // and D.
    expect(evidence).toHaveLength(3 + 6 + 3)
  })

  it('leaves the events out where that is asked, or their ids as well; every number stays', async () => {
    const [full, ids, none] = await Promise.all(
      [{}, { evidence: 'ids' }, { evidence: 'none' }].map((more) => exposure('a', 'mm', more, 'explain exposure')),
    )
    expect(ids?.evidence).toEqual([])
    expect(ids?.terms).toEqual(full?.terms)
    expect(ids?.terms.every(({ decidedBy }) => decidedBy.length > 0)).toBe(true)
    expect(none?.evidence).toEqual([])
    const emptied = full?.terms.map((term) => ({
      ...term,
      decidedBy: [],
      partners: term.partners?.map((partner) => ({ ...partner, decidedBy: [] })),
    }))
    expect(none?.terms).toEqual(emptied)
  })
})
