import { describe, expect, it } from 'vitest'
import { tellsReached } from '../../src/queries/status/adoption-threshold.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * One organisation, {A, B, C, D, E, G}, since 1990, and a treaty that one may leave with a year's notice. B consented
 * in 1995, and was out on 1 January 1999. C consented in 2000, nobody says on which day. D did nothing, and a list says
 * so; of E nobody says anything. G consented in 1994, and a list of 1999 has that as an act that no longer stands: on
 * some day between, which nobody knows, it left. Worked out by hand.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'depositary' }]
const letters = [...'abcdeg']
const act = (letter: string, type: string, occurred: string, more: object = {}) => ({
  stream: 'treaty-toy',
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}`, ...more },
})
const lines = [
  ...toyStates(letters, { sources, since: '1990-01-01', system: 'cow' }),
  ...toyOrganisation('toyo1', letters, { sources, since: '1990-01-01' }),
  {
    stream: 'treaty-toy',
    type: 'TreatyConcluded',
    occurred: '1990-01-01',
    sources,
    data: {
      treaty: 'toy',
      title: 'The toy convention',
      entryIntoForce: { trigger: { kind: 'count', n: 1 } },
      exit: { notice: { years: 1 } },
    },
  },
  {
    stream: 'source-table',
    type: 'SourceRegistered',
    sources,
    data: { source: 'table', citation: 'The depositary, for tests', kind: 'depositary', series: 'table' },
  },
  {
    stream: 'source-table',
    type: 'CoverageClaimed',
    sources: [{ ref: 'table' }],
    data: {
      treaties: ['toy'],
      actors: ['toya', 'toyb', 'toyc', 'toyd', 'toyg'],
      classes: ['signature', 'consent', 'exit'],
      through: '2010-12-31',
    },
  },
  act('b', 'TreatyAcceded', '1995-03-01'),
  act('b', 'TreatyWithdrawalNotified', '1998-01-01'),
  act('c', 'TreatyAcceded', '2000'),
  act('g', 'TreatyAcceded', '1994-05-01'),
  act('g', 'TreatyActNoLongerStands', '1994-05-01/1999-06-01', { act: 'consent/1' }),
]
const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))

interface Exposure {
  value: number | null
  min: number | null
  max: number | null
  own: number | null
  coverage: number
  parameters: Record<string, unknown>
}
const exposure = (asOf: string, more: object = {}, name = 'exposure') =>
  ask<Exposure>(name, { state: 'toya', adoption: 'toy', formula: 'bin', lag: '0', ...more }, { asOf })
const ever = { cumulative: 'true' }

describe('adoption is that of the day, or cumulative', () => {
  it('on 1 June 2000 of the day: of B, D and G nobody is a party, and C may be', async () =>
    expect(await exposure('2000-06-01')).toMatchObject({ value: 0, min: 0, max: 1 / 4, coverage: 3 / 5 }))

  it('cumulative: B and G once were, D never, C may have been; of E nobody knows', async () => {
    const found = await exposure('2000-06-01', ever)
    expect(found.value).toBeCloseTo(2 / 3, 12)
    expect([found.min, found.max]).toEqual([2 / 4, 3 / 4])
    expect(found).toMatchObject({ coverage: 3 / 5, parameters: { cumulative: true, adoption: 'toy' } })
  })

  it('says nothing of a mode where none was asked for', async () =>
    expect((await exposure('2000-06-01')).parameters).not.toHaveProperty('cumulative'))

  it('knows that G has adopted though nobody knows when it left; of the day that is open', async () => {
    expect(await exposure('1997-06-01')).toMatchObject({ value: 1 / 3, min: 1 / 4, max: 2 / 4 })
    expect((await exposure('1997-06-01', ever)).value).toBeCloseTo(2 / 4, 12)
  })

  it('counts nobody before the consent', async () => expect((await exposure('1994-04-30', ever)).value).toBe(0))

  it('takes days as dates are taken: C on 1 January, or on 31 December', async () => {
    expect((await exposure('2000-06-01', { ...ever, dates: 'earliest' })).value).toBe(3 / 4)
    expect((await exposure('2000-06-01', { ...ever, dates: 'latest' })).value).toBe(2 / 4)
  })

  it('is the same where it is explained, and said in words', async () => {
    const why = await exposure('2000-06-01', ever, 'explain exposure')
    expect(why.value).toBeCloseTo(2 / 3, 12)
    expect(questionNamed('explain exposure').text(why)).toContain(
      'BIN of toy (cumulative: once an adopter, always one)',
    )
    expect(questionNamed('exposure').text(await exposure('2000-06-01'))).toContain('BIN of toy ·')
  })

  it('names the columns of a panel that are made of it', async () => {
    const given = { from: '2000', to: '2000', adoption: 'toy', formula: 'bin', ...ever }
    const panel = await ask<never>('panel exposure', given)
    const rows = rowsOf(panel)
    const own = (state: string) => rows.find((row) => row['state'] === state)?.['own_cumulative']
    expect(['toyb', 'toyc', 'toyd', 'toye', 'toyg'].map(own)).toEqual([1, 1, 0, null, 1])
    // On 31 December 1999 B and G had adopted, C and D had not.
    const row = rows.find(({ state }) => state === 'toya')
    expect(row).toMatchObject({
      bin_cumulative_lag1: 1 / 2,
      min_bin_cumulative_lag1: 1 / 2,
      coverage_bin_cumulative_lag1: 4 / 5,
      own_cumulative_lag1: 0,
      n_igos_lag1: 1,
    })
    expect(
      questionNamed('panel exposure')
        .table?.columnsOf?.(panel)
        .map(({ name }) => name),
    ).toEqual((panel as { columns: string[] }).columns)
  })

  it.each([
    [{ adoption: undefined, score: 'toy:score', ...ever }, /cumulative is about adoptions; came score/],
    [{ adoption: undefined }, /exposure to what\? .*; came none/],
    [{ score: 'toy:score' }, /exposure to what\? .*; came score and adoption/],
  ])('is refused: %j', async (more, message) =>
    expect(exposure('2000-06-01', more)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message),
    }),
  )
})

describe('what a standing tells of the days before it', () => {
  it.each([
    ['EXITED', 'CONSENTED', true],
    ['EXITED', 'IN_FORCE', false],
    ['TERMINATED', 'CONSENTED', true],
    ['SIGNATURE_REPUDIATED', 'SIGNED', true],
    ['SIGNATURE_REPUDIATED', 'CONSENTED', false],
    ['EXTINCT', 'SIGNED', false],
  ] as const)('%s, of %s: %s', (status, threshold, told) =>
    expect(tellsReached({ possible: [status] }, threshold)).toBe(told),
  )
  it('is nothing of a norm: who has left one instrument may never have been bound by all', () =>
    expect(tellsReached({ possible: ['EXITED'], norm: { committed: ['EXITED'] } }, 'CONSENTED')).toBe(false))
})
