import { describe, expect, it } from 'vitest'
import type { YearSpell } from '../../src/diffusion/adoption.ts'
import { hazard, type StateHistory } from '../../src/diffusion/hazard.ts'
import { netdiffuserHazard } from '../../src/diffusion/hazard-netdiffuser.ts'
import { adoptedIn } from './adopted-in.ts'

const always: readonly YearSpell[] = [{ from: 1, until: Infinity }]
const adopting = (year: number | undefined, inSystem = always): StateHistory => ({ inSystem, adopted: adoptedIn(year) })
const rates = (rows: ReturnType<typeof hazard>) => rows.map((row) => row.hazard)

describe('the toy world: A adopts in year 1, B in 2, C in 3, D never', () => {
  const years = [1, 2, 3, undefined]
  const rows = hazard({ first: 1, last: 4, states: years.map((year) => adopting(year)) })
  it('ours counts year 1, in which four were at risk', () => {
    expect(rows.map(({ adopters, atRisk }) => [adopters, atRisk])).toEqual([
      [1, 4],
      [1, 3],
      [1, 2],
      [0, 1],
    ])
    expect(rates(rows)).toEqual([1 / 4, 1 / 3, 1 / 2, 0])
  })
  it("netdiffuseR's convention sets year 1 to 0", () =>
    expect(rates(netdiffuserHazard(1, 4, years))).toEqual([0, 1 / 3, 1 / 2, 0]))
})

describe('the risk set', () => {
  const bornIn3 = [{ from: 3, until: Infinity }]
  it('grows when states are born; a constant n counts them from the start', () => {
    const years = [2, 3, undefined, undefined]
    const born = [adopting(2), adopting(3), adopting(undefined, bornIn3), adopting(undefined, bornIn3)]
    expect(hazard({ first: 1, last: 3, states: born }).map(({ atRisk }) => atRisk)).toEqual([2, 2, 3])
    expect(netdiffuserHazard(1, 3, years).map(({ atRisk }) => atRisk)).toEqual([4, 4, 3])
    expect(rates(hazard({ first: 1, last: 3, states: born }))).toEqual([0, 1 / 2, 1 / 3])
  })
  it('never holds a state that adopted before it joined the system', () => {
    const [row] = hazard({ first: 3, last: 3, states: [adopting(1, bornIn3), adopting(undefined)] })
    expect(row).toEqual({ year: 3, adopters: 0, atRisk: 1, unknown: 0, hazard: 0 })
  })
  it('never counts an adoption outside the system', () => {
    const [row] = hazard({ first: 2, last: 2, states: [adopting(2, bornIn3), adopting(undefined)] })
    expect(row).toMatchObject({ adopters: 0, atRisk: 1 })
  })
  it('holds nobody of whom one cannot tell that it had not adopted by the end of the year before', () => {
    // Of one that never adopts nobody knows it at the ends of years 1 and 2: in 2 and 3 only the other is at risk.
    const unsure: StateHistory = { inSystem: always, adopted: [], unknown: [{ from: 1, until: 3 }] }
    const rows = hazard({ first: 1, last: 4, states: [unsure, adopting(3)] })
    expect(rows.map(({ adopters, atRisk }) => [adopters, atRisk])).toEqual([
      [0, 2],
      [0, 1],
      [1, 1],
      [0, 1],
    ])
  })
  it('loses a state that leaves the system', () => {
    const gone = [{ from: 1, until: 3 }]
    expect(hazard({ first: 1, last: 3, states: [adopting(undefined, gone)] })).toEqual([
      { year: 1, adopters: 0, atRisk: 1, unknown: 0, hazard: 0 },
      { year: 2, adopters: 0, atRisk: 1, unknown: 0, hazard: 0 },
      { year: 3, adopters: 0, atRisk: 0, unknown: 0, hazard: { missing: 'nobody-at-risk' } },
    ])
  })
})

describe('a state that adopts in 2, leaves in 4 and comes back in 6', () => {
  const states = [
    {
      inSystem: always,
      adopted: [
        { from: 2, until: 4 },
        { from: 6, until: Infinity },
      ],
    },
  ]
  const counts = (mode: 'cumulative' | 'current') =>
    hazard({ first: 1, last: 7, states, mode }).map(({ adopters, atRisk }) => `${adopters}/${atRisk}`)
  it('adopts once, cumulatively', () =>
    expect(counts('cumulative')).toEqual(['0/1', '1/1', '0/0', '0/0', '0/0', '0/0', '0/0']))
  it('is at risk again from the year after it left', () =>
    expect(counts('current')).toEqual(['0/1', '1/1', '0/0', '0/0', '0/1', '1/1', '0/0']))
  it('never left, if it came back in the same year', () => {
    const swap = [
      {
        inSystem: always,
        adopted: [
          { from: 2, until: 4 },
          { from: 4, until: Infinity },
        ],
      },
    ]
    expect(hazard({ first: 4, last: 5, states: swap, mode: 'current' }).map(({ atRisk }) => atRisk)).toEqual([0, 0])
  })
  it('adopted and left within one year: it was an adopter, and is at risk again', () => {
    const brief = [{ inSystem: always, adopted: [{ from: 2, until: 2 }] }]
    expect(hazard({ first: 2, last: 3, states: brief, mode: 'current' }).map((r) => [r.adopters, r.atRisk])).toEqual([
      [1, 1],
      [0, 1],
    ])
    expect(hazard({ first: 2, last: 3, states: brief }).map((r) => [r.adopters, r.atRisk])).toEqual([
      [1, 1],
      [0, 0],
    ])
  })
})

describe('wrong arguments', () => {
  it.each([
    [{ first: 2, last: 1, states: [] }, 'first and last are 2 and 1; expected two whole years, in order.'],
    [
      { first: 1, last: 2, states: [{ inSystem: [{ from: 3, until: 2 }], adopted: [] }] },
      'states[0].inSystem holds a spell from 3 until 2; expected whole years',
    ],
    [
      {
        first: 1,
        last: 2,
        states: [
          {
            inSystem: always,
            adopted: [
              { from: 1, until: 5 },
              { from: 4, until: 6 },
            ],
          },
        ],
      },
      'states[0].adopted holds a spell from 4 until 6, after one until 5; expected them in order, apart.',
    ],
  ])('are refused by name', (input, sentence) => expect(() => hazard(input)).toThrow(sentence))
})
