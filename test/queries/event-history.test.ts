import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { complete } from '../support/complete.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * The toy world of diffusion: A, B, C and D share organisations so that AB 2, AC 2, AD 2, BC 1, BD 1, CD 2, and A takes
 * the treaty on in 2001, B in 2002, C in 2003, D never. The exposures of each year were worked out by hand from these
 * weights. Beside them, in no organisation: E is born in 2003; F accedes in 2002, before it joins the system in 2003; G
 * is gone in June 2003; H accedes in 2002 or 2003, nobody says when; X accedes in 2001, is out in March 2003 and comes
 * back in 2005. What is recorded is complete through 2004.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const said = (stream: string, type: string, occurred: string, data: object) => ({
  stream,
  type,
  occurred,
  sources,
  data,
})
const act = (state: string, occurred: string, type = 'TreatyAcceded') =>
  said('treaty-toytreaty', type, occurred, { actor: `toy${state}` })
const since = '1990-01-01'
const lines = [
  ...complete(['toytreaty'], { sources, through: '2004-12-31' }),
  ...toyStates(['a', 'b', 'c', 'd', 'g', 'h', 'x'], { sources, since, system: 'un' }),
  ...toyStates(['e', 'f'], { sources, since: '2003-03-01', system: 'un' }),
  said('state-toyg', 'StateEnded', '2003-06-01', { actor: 'toyg', system: 'un', names: 'firstDayOut' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd'], { sources, since }),
  ...toyOrganisation('toyo3', ['a', 'c', 'd'], { sources, since }),
  said('treaty-toytreaty', 'TreatyConcluded', '2001-01-01', {
    treaty: 'toytreaty',
    title: 'Toy treaty',
    entryIntoForce: { trigger: { kind: 'fixedDate', date: '2001-01-01' } },
    exit: { notice: { years: 1 } },
  }),
  act('a', '2001-05-05'),
  act('b', '2002-05-05'),
  act('c', '2003-05-05'),
  act('f', '2002-05-05'),
  act('h', '2002/2003'),
  act('x', '2001-05-05'),
  act('x', '2002-03-01', 'TreatyWithdrawalNotified'),
  act('x', '2005-05-05'),
  ...[2001, 2002].map((year) => ({
    ...said('practice-toy-score-toyd', 'PracticeScoreRecorded', String(year), {
      actor: 'toyd',
      rater: 'toy',
      indicator: 'score',
      year,
      value: year - 2000,
    }),
  })),
]
const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Panel {
  columns: string[]
  rows: unknown[][]
  opened: number
  parameters: Record<string, unknown>
}
const clocks = { asOf: '2006-06-30' }
const history = (more: object = {}) =>
  ask<Panel>('panel event-history', { subject: 'toytreaty', system: 'un', ...more }, clocks)
const of = async (state: string, names: readonly string[], more: object = {}) =>
  rowsOf(await history(more))
    .filter((row) => row['state'] === `toy${state}`)
    .map((row) => names.map((name) => row[name]))

describe('the toy world as an event history', () => {
  it.each([
    ['a', [[2001, 1, 0]]],
    [
      'b',
      [
        [2001, 0, 0],
        [2002, 1, 1 / 2],
      ],
    ],
    [
      'c',
      [
        [2001, 0, 0],
        [2002, 0, 2 / 5],
        [2003, 1, 3 / 5],
      ],
    ],
  ])('%s: the years at risk, with the share of partners that had adopted the year before', async (state, expected) =>
    expect(await of(state, ['year', 'adopted', 'dc_lag1'])).toEqual(expected),
  )

  it('D never: no 0 of a year that no source covers, or that is not over', async () =>
    expect(await of('d', ['year', 'adopted', 'reason', 'end', 'dc_lag1'])).toEqual([
      [2001, 0, null, null, 0],
      [2002, 0, null, null, 2 / 5],
      [2003, 0, null, null, 3 / 5],
      [2004, 0, null, 'unknown', 1],
      [2005, null, 'not-covered', null, 1],
      [2006, null, 'year-not-over', 'last-year', 1],
    ]))

  it('E, born in 2003, enters late, and has no exposure: that is not 0', async () => {
    const names = ['year', 'entry', 'at_risk_since', 'years_at_risk', 'years_open', 'dc_lag1', 'missing_dc_lag1']
    expect((await of('e', names)).slice(0, 2)).toEqual([
      [2003, 'system', 2003, 0, 2, null, 'no-organisation'],
      [2004, 'system', 2003, 1, 3, null, 'no-organisation'],
    ])
  })

  it('F, which acceded before it joined, is never at risk', async () => expect(await of('f', ['year'])).toEqual([]))

  it('G, gone in 2003, is censored at the end of 2002', async () =>
    expect(await of('g', ['year', 'adopted', 'end'])).toEqual([
      [2001, 0, null],
      [2002, 0, 'left-system'],
    ]))

  it('H, of which only 2002 or 2003 is known, did not certainly not adopt in 2002', async () =>
    expect(await of('h', ['year', 'adopted', 'reason', 'end'])).toEqual([
      [2001, 0, null, 'unknown'],
      [2002, null, 'uncertain', null],
      [2003, 1, 'earlier-possible', 'event'],
    ]))

  it('X, which left and came back, is at risk again where all spells are asked for', async () => {
    const names = ['year', 'adopted', 'spell', 'entry', 'at_risk_since']
    expect(await of('x', names)).toEqual([[2001, 1, 1, 'opening', 2001]])
    expect(await of('x', names, { spells: 'all' })).toEqual([
      [2001, 1, 1, 'opening', 2001],
      [2004, 0, 2, 'exit', 2004],
      [2005, 1, 2, 'exit', 2004],
    ])
  })

  it('adds up to the hazard of the spread, year by year', async () => {
    const rows = rowsOf(await history())
    const { curve } = await ask<{ curve: { year: number; adopters: number; atRisk: number }[] }>(
      'spread',
      { subject: 'toytreaty', system: 'un' },
      clocks,
    )
    expect(
      [2001, 2002, 2003, 2004, 2005, 2006].map((year) => {
        const ofYear = rows.filter((row) => row['year'] === year)
        return { year, adopters: ofYear.filter((row) => row['adopted'] === 1).length, atRisk: ofYear.length }
      }),
    ).toEqual(curve.map(({ year, adopters, atRisk }) => ({ year, adopters, atRisk })))
  })
})

describe('what is asked for', () => {
  it('years: those before were passed without an adoption, and the clock runs on', async () => {
    const names = ['year', 'at_risk_since', 'observed_since', 'years_at_risk', 'end']
    expect(await of('d', names, { from: '2003', to: '2004' })).toEqual([
      [2003, 2001, 2003, 2, null],
      [2004, 2001, 2003, 3, 'last-year'],
    ])
  })
  it('no year that the day asked about does not reach', () =>
    expect(history({ to: '2007' })).rejects.toMatchObject({ code: 'bad-years' }))
  it('not a table without rows', () =>
    expect(history({ from: '1995', to: '2000' })).rejects.toMatchObject({ code: 'nobody-at-risk' }))

  it('own scores, read a lag before, and why there is none', async () => {
    const names = ['year', 'toy_score_lag1', 'missing_toy_score_lag1']
    expect((await of('d', names, { score: 'toy:score' })).slice(0, 4)).toEqual([
      [2001, null, 'not-recorded'],
      [2002, 1, null],
      [2003, 2, null],
      [2004, null, 'not-recorded'],
    ])
    await expect(history({ score: 'toy:other' })).rejects.toMatchObject({ code: 'unknown-score' })
    await expect(history({ attribute: 'toy:none' })).rejects.toMatchObject({ code: 'unknown-attribute' })
  })

  it('names columns by formula, channel and lag, as the table declares them', async () => {
    const panel = await history({ formula: 'dc,bin', channel: 'igo', lag: '0', cumulative: 'true', score: 'toy:score' })
    expect(panel.columns).toEqual(
      expect.arrayContaining([
        'dc_igo_cumulative',
        'bin_igo_cumulative',
        'coverage_dc_igo_cumulative',
        'missing_bin_igo_cumulative',
        'covered_igo',
        'toy_score',
      ]),
    )
    expect(
      questionNamed('panel event-history')
        .table?.columnsOf?.(panel)
        .map(({ name }) => name),
    ).toEqual(panel.columns)
  })

  it('has the exposures of panel exposure', async () => {
    const given = { adoption: 'toytreaty', system: 'un', formula: 'dc', from: '2001', to: '2006' }
    const exposures = rowsOf(await ask<Panel>('panel exposure', given, clocks))
    const rows = rowsOf(await history())
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      const same = exposures.find(({ state, year }) => state === row['state'] && year === row['year'])
      for (const name of ['dc_lag1', 'coverage_dc_lag1', 'missing_dc_lag1', 'covered_lag1', 'read_year'])
        expect([row['state'], row['year'], name, row[name]]).toEqual([row['state'], row['year'], name, same?.[name]])
    }
  })
})
