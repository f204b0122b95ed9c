import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * Of `good:x` a higher value is better, of `bad:x` worse, of `some:x` nobody says. All rate 1990 to 1994 but where it
 * is said otherwise. A and B share an organisation; so do A and C.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const toy = (letter: string) => `toy${letter}`
const scored = (rater: string, letter: string, ...values: readonly (number | undefined)[]) =>
  values.flatMap((value, k) =>
    value === undefined
      ? []
      : [
          {
            stream: `practice-${rater}-x-${toy(letter)}`,
            type: 'PracticeScoreRecorded',
            occurred: String(1990 + k),
            sources,
            data: { actor: toy(letter), rater, indicator: 'x', year: 1990 + k, value },
          },
        ],
  )

const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    {
      stream: 'source-toy-raters',
      type: 'SourceRegistered',
      sources,
      fact: 'registered',
      data: {
        source: 'toy-raters',
        citation: 'Invented raters',
        kind: 'dataset',
        scales: { 'good:x': { direction: 'higher-is-better' }, 'bad:x': { direction: 'higher-is-worse' } },
      },
    },
    ...toyStates(['a', 'b', 'c', 'd'], { sources, since: '1980-01-01', system: 'un' }),
    ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1980-01-01' }),
    ...toyOrganisation('toyo2', ['a', 'c'], { sources, since: '1980-01-01' }),
    ...scored('good', 'a', 1, 2, 3, 4, 5),
    ...scored('good', 'b', 1, 2, 3, 4, 5),
    ...scored('good', 'c', 4, 4, 4, 4, 4),
    ...scored('good', 'd', 1, 2, 3),
    ...scored('bad', 'a', 1, 1, 2, 2, 3),
    ...scored('bad', 'b', 5, 5, 4, 4, 3),
    ...scored('bad', 'c', 2, 3, 2, 3, 5),
    ...scored('bad', 'd', 1, 2, undefined, 3, 4),
    ...scored('some', 'a', 1, 2, 3, 4, 5),
  ),
)

interface Trends {
  readonly pairs: readonly {
    readonly state: string
    readonly a: string
    readonly b: string
    readonly years: number
    readonly slopeA: number | null
    readonly slopeB: number | null
    readonly verdict: string
  }[]
  readonly parameters: Readonly<Record<string, unknown>>
}
const asked = (more: object = {}): Promise<Trends> =>
  ask<Trends>('trends', { score: 'good:x,bad:x', from: '1990', to: '1994', system: 'un', ...more })
const of = ({ pairs }: Trends, letter: string) => pairs.find(({ state }) => state === toy(letter))

describe('the trends of raters', () => {
  it('are opposite where one says better and the other worse, by what a higher value of each means', async () => {
    const found = await asked()
    // Slope of 1, 1, 2, 2, 3: (−2·1 − 1·1 + 0 + 1·2 + 2·3)/10 = 1/2.
    expect(of(found, 'a')).toMatchObject({ years: 5, slopeA: 1, slopeB: 1 / 2, verdict: 'opposite' })
    expect(of(found, 'b')).toMatchObject({ slopeA: 1, slopeB: -1 / 2, verdict: 'same' })
    expect(of(found, 'c')).toMatchObject({ slopeA: 0, verdict: 'flat' })
    expect(found.parameters).toMatchObject({ score: 'good:x,bad:x', min_years: 5, system: 'un' })
    expect(found.parameters).not.toHaveProperty('lag')
  })

  it('are over the years that both rate, and compared where these are enough', async () => {
    expect(of(await asked(), 'd')).toMatchObject({ years: 2, verdict: 'too-few-years' })
    expect(of(await asked({ minYears: 2 }), 'd')).toMatchObject({ years: 2, slopeA: 1, slopeB: 1, verdict: 'opposite' })
  })

  it('say nothing where nobody says what a higher value means', async () => {
    expect(of(await asked({ score: 'good:x,some:x' }), 'a')).toMatchObject({ verdict: 'unknown-direction' })
  })

  it('are those of exposures, where that is asked: MM of A is (B + C)/2 of the year', async () => {
    const found = await asked({ exposure: 'mm', lag: '0' })
    // good: (1 + 4)/2, 6/2, 7/2, 8/2, 9/2: 1/2 a year.
    // bad: 7/2, 8/2, 6/2, 7/2, 8/2: Σ (t − t̄)y = −7 − 4 + 3.5 + 8 = 1/2, / 10.
    expect(of(found, 'a')).toMatchObject({ years: 5, slopeA: 1 / 2, verdict: 'opposite' })
    expect(of(found, 'a')?.slopeB).toBeCloseTo(1 / 20, 14)
    expect(found.parameters).toMatchObject({ exposure: 'mm', lag: 0, year_codes: 'whole' })
    // A year before: of 1990 nothing is rated.
    expect(of(await asked({ exposure: 'mm' }), 'a')).toMatchObject({ years: 4, verdict: 'too-few-years' })
  })

  it('need two indicators, and a lag only of exposures', async () => {
    await expect(asked({ score: 'good:x' })).rejects.toThrow('two indicators or more')
    await expect(asked({ lag: '2' })).rejects.toThrow('lag is about exposures')
  })
})
