import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../src/queries/question/question.ts'
import { theBundledCase, theWorkspaceOf } from '../../support/a-workspace-of.ts'
import { append } from '../../support/append.ts'
import { questionNamed, rowsOf } from '../../support/ask.ts'
import { toyStates } from '../../support/toy-states.ts'

interface Score {
  state: string
  score: string
  year: number
  value: number | null
  missing: string | null
  direction: string | null
  source: string | null
  decidedBy: string[]
}
interface Answer {
  state: string | null
  scores: Score[]
}
const told = ({ score, year, value }: Score) => [score, year, value]

describe('spells scores', () => {
  const { ask } = theBundledCase()

  it('Türkiye by CIRIGHTS (physint_sum) and PTS (PTS_S), as their tables have it', async () => {
    const { state, scores } = await ask<Answer>('spells scores', { state: 'Türkiye' })
    expect(state).toBe('tur')
    expect(scores.filter(({ score }) => score !== 'cirights:tort').map(told)).toEqual([
      ['cirights:physint', 1985, 5],
      ['cirights:physint', 1995, 1],
      ['cirights:physint', 2005, 2],
      ['cirights:physint', 2015, 2],
      ['pts:state', 1976, 2],
      ['pts:state', 1986, 3],
      ['pts:state', 1996, 4],
      ['pts:state', 2006, 3],
      ['pts:state', 2016, 5],
    ])
  })
  it('says what a higher value means: physical integrity rights respected, terror inflicted', async () => {
    const { scores } = await ask<Answer>('spells scores', { score: 'cirights:physint,pts:amnesty' })
    expect(new Set(scores.map(({ score, direction }) => `${score} ${direction}`))).toEqual(
      new Set(['cirights:physint higher-is-better', 'pts:amnesty higher-is-worse']),
    )
  })
  it('has of every year what a panel has of it', async () => {
    const input = { score: 'cirights:physint', from: 1985, to: 2015, system: 'un' }
    const panel = rowsOf(await ask<Parameters<typeof rowsOf>[0]>('panel scores', input))
    const { scores } = await ask<Answer>('spells scores', { score: 'cirights:physint' })
    const inPanel = panel.filter((row) => row['cirights_physint'] !== null)
    expect(scores.map(({ state, year, value }) => `${state} ${year} ${value}`).toSorted()).toEqual(
      inPanel.map((row) => `${row['state']} ${row['year']} ${row['cirights_physint']}`).toSorted(),
    )
  })
  it('is told of one state as it is told among all', async () => {
    const [one, all] = [
      await ask<Answer>('spells scores', { state: 'usa', score: 'cirights:physint' }),
      await ask<Answer>('spells scores', { score: 'cirights:physint' }),
    ]
    expect(one.scores).toEqual(all.scores.filter(({ state }) => state === 'usa'))
    expect(one.scores.length).toBeGreaterThan(0)
  })
  it('refuses a score that nobody has recorded, and a question of everything', async () => {
    await expect(ask('spells scores', { state: 'tur', score: 'cirights:physin' })).rejects.toMatchObject({
      code: 'unknown-score',
    })
    await expect(ask('spells scores', {})).rejects.toMatchObject({ code: 'bad-input' })
  })
})

describe('of years without a value, and of rival reports', () => {
  const sources = [{ citation: 'An invented world, for tests', kind: 'dataset', series: 'toy' }]
  const line = (type: string, year: number, more: object, series = 'toy') => ({
    stream: 'practice-toy-score-toya',
    type,
    occurred: String(year),
    sources: [{ citation: 'A report, for tests', kind: 'dataset', series }],
    data: { actor: 'toya', rater: 'toy', indicator: 'score', year, ...more },
  })
  const { ask } = theWorkspaceOf((opened) =>
    append(
      opened,
      ...toyStates(['a'], { sources, since: '1990-01-01', system: 'cow' }),
      line('PracticeScoreRecorded', 1995, { value: 9 }, 'another'),
      line('PracticeScoreRecorded', 1995, { value: 4, sd: 0.5 }),
      line('PracticeScoreMissing', 1996, { reason: 'not-rated' }),
    ),
  )

  it("the rater's own report stands before what others retell, and a reason before silence", async () => {
    const { scores } = await ask<Answer>('spells scores', { state: 'toya' })
    expect(scores).toMatchObject([
      { year: 1995, value: 4, sd: 0.5, missing: null, source: 'toy', direction: null },
      { year: 1996, value: null, sd: null, missing: 'not-rated', source: 'toy' },
    ])
  })
  it('is a table: a row a year that is scored', async () => {
    const { columns, rows } = tableOf(questionNamed('spells scores'), await ask('spells scores', { state: 'toya' }))
    const places = ['state', 'rater', 'indicator', 'year', 'value', 'missing'].map((wanted) =>
      columns.findIndex(({ name }) => name === wanted),
    )
    expect([...rows].map((row) => places.map((place) => row[place]))).toEqual([
      ['toya', 'toy', 'score', 1995, 4, null],
      ['toya', 'toy', 'score', 1996, null, 'not-rated'],
    ])
  })
})
