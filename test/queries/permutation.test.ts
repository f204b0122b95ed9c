import { describe, expect, it } from 'vitest'
import { FOREVER, parseDay, type Day } from '../../src/time/day.ts'
import { permutationText } from '../../src/queries/spread/permutation.ts'
import { allHistories, meanInFact } from '../diffusion/all-histories.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * A, B, C and D share organisations so that AB 2, AC 2, AD 2, BC 1, BD 1, CD 2; A takes the treaty on in 2001, B in
 * 2002, C in 2003, D never. F shares one organisation with D, accedes in 2002, and is in the state system from 2003 on.
 * V sits with all of them, and no source says whether it did anything; nor of U, which ratified in 2003, whether it had
 * signed.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'depositary' }]
const since = '1990-01-01'
const act = (letter: string, occurred: string, type = 'TreatyAcceded') => ({
  stream: 'treaty-toy',
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}` },
})
const lines = [
  ...toyStates([...'abcduv'], { sources, since, system: 'un' }),
  ...toyStates(['f'], { sources, since: '2003-03-01', system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd', 'v'], { sources, since }),
  ...toyOrganisation('toyo3', ['a', 'c', 'd'], { sources, since }),
  ...toyOrganisation('toyo4', ['d', 'f'], { sources, since }),
  {
    stream: 'treaty-toy',
    type: 'TreatyConcluded',
    occurred: '2001-01-01',
    sources,
    data: {
      treaty: 'toy',
      title: 'Toy treaty',
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
      actors: ['toya', 'toyb', 'toyc', 'toyd', 'toyf'],
      classes: ['signature', 'consent', 'exit'],
      through: '2010-12-31',
    },
  },
  act('a', '2001-05-05'),
  act('b', '2002-05-05'),
  act('c', '2003-05-05'),
  act('f', '2002-05-05'),
]
const { ask, workspace } = theWorkspaceOf((opened) =>
  append(opened, ...lines, act('u', '2003-06-01', 'TreatyRatified')),
)

const day = (text: string): Day => parseDay(text)
const alwaysFrom = (from: string) => [{ from: day(from), to: FOREVER }]
/**
 * The same world as the formula has it, in the order A, B, C, D, F. V and U are in no fraction, and are never drawn.
 */
const plain = {
  states: [
    ...['2001-05-05', '2002-05-05', '2003-05-05', undefined].map((adopted) => ({
      adopted: adopted === undefined ? undefined : day(adopted),
      atRisk: alwaysFrom(since),
    })),
    { adopted: day('2002-05-05'), atRisk: alwaysFrom('2003-03-01') },
  ],
  weightsOf: (i: number) =>
    [
      [0, 2, 2, 2, 0],
      [2, 0, 1, 1, 0],
      [2, 1, 0, 2, 0],
      [2, 1, 2, 0, 1],
      [0, 0, 0, 1, 0],
    ][i],
  isKnown: () => true,
}

interface Spread {
  permutation: {
    statistic: number
    expected: number
    p: number
    error: number
  } | null
}
const drawn = async (more: Readonly<Record<string, string>> = {}) =>
  (await ask<Spread>('spread', { subject: 'toy', system: 'un', ...more }, { asOf: '2005-01-01' })).permutation

describe('spread beside chance', () => {
  it('is nothing where no draws are asked for', async () => expect(await drawn()).toBeNull())
  it('has the mean of 0, 1/2 and 3/5 beside that of every history that can be drawn', async () => {
    // Whether U had signed before nobody knows: it keeps its day.
    const found = await drawn({ draws: '4000', threshold: 'SIGNED' })
    expect(found).toMatchObject({
      channel: 'igo',
      statistic: expect.closeTo(11 / 30, 12) as number,
      draws: 4000,
      seed: 1,
      adopters: 3,
      withoutExposure: 0,
      outside: 1,
      notKnownAtRisk: 1,
      short: 0,
      empty: 0,
    })
    const all = allHistories(plain)
    expect(meanInFact(plain)).toBeCloseTo(11 / 30, 12)
    expect(all).toHaveLength(24)
    const expected = all.reduce((sum, { mean, chance }) => sum + (mean ?? 0) * chance, 0)
    const [below, above] = [
      all.filter(({ mean = 0 }) => mean <= 11 / 30 + 1e-12).length / 24,
      all.filter(({ mean = 0 }) => mean >= 11 / 30 - 1e-12).length / 24,
    ]
    // Means lie between 0 and 1: their standard deviation is 1/2 at most, that of the mean of 4000 below 0.008.
    expect(Math.abs(found!.expected - expected)).toBeLessThan(0.03)
    expect(Math.abs(found!.p - Math.min(1, 2 * Math.min(below, above)))).toBeLessThan(5 * found!.error)
  })
  it('by consent U is at risk, too, and adopts without a partner', async () =>
    expect(await drawn({ draws: '50' })).toMatchObject({
      statistic: expect.closeTo(11 / 30, 12) as number,
      adopters: 4,
      withoutExposure: 1,
      outside: 1,
      notKnownAtRisk: 0,
    }))
  it('is the same by the same seed', async () => {
    const [first, same, other] = [
      await drawn({ draws: '300', seed: '7' }),
      await drawn({ draws: '300', seed: '7' }),
      await drawn({ draws: '300', seed: '8' }),
    ]
    expect(first).toEqual(same)
    expect(first).not.toEqual({ ...other, seed: 7 })
  })
})

describe('what cannot be drawn', () => {
  it.each([
    [{ seed: '2' }, 'seed says which histories are drawn; it needs draws.'],
    [{ draws: '10', channel: 'advocacy', norm: 'toy' }, 'came advocacy first, which has none.'],
  ])('%j says why', async (given, message) => await expect(drawn(given)).rejects.toThrow(message))
  it.each(['0', '1000001', '1.5'])('%s draws are none', (draws) =>
    expect(questionNamed('spread').input.safeParse({ subject: 'toy', draws }).success).toBe(false),
  )
})

describe('many draws', () => {
  const answerIn = async (more: object) => {
    const world = { ...(await workspace().world({ asOf: '2005-01-01' })), ...more }
    const question = questionNamed('spread')
    return question.answer(world, question.input.parse({ subject: 'toy', system: 'un', draws: '250' }))
  }
  it('say how many of their parts are done', async () => {
    const said: string[] = []
    await answerIn({ progress: (words: string, done: number, of: number) => said.push(`${words} ${done} of ${of}`) })
    const parts = said.filter((words) => words.startsWith('parts of the draws done:'))
    expect([parts.length, parts[0], parts.at(-1)]).toEqual([
      100,
      'parts of the draws done: 0 of 100',
      'parts of the draws done: 99 of 100',
    ])
  })
  it('end where nobody waits for them any more, between two parts', async () => {
    let parts = 0
    const progress = (words: string) => void (parts += words.startsWith('parts of the draws') ? 1 : 0)
    const goOn = () => {
      if (parts === 3) throw new Error('nobody waits')
    }
    await expect(answerIn({ progress, goOn })).rejects.toThrow('nobody waits')
    expect(parts).toBe(3)
  })
})

describe('as text', () => {
  it('never has a p of 0, however many are drawn', () => {
    const counts = { adopters: 9, withoutExposure: 0, outside: 0, notKnownAtRisk: 0, short: 0, empty: 0 }
    const drawnOnce = { channel: 'igo', statistic: 0.5, expected: 0.25, low: 0.2, high: 0.3, draws: 1_000_000, seed: 1 }
    const found = { ...counts, ...drawnOnce, p: 0.000_002, error: 0.000_002 }
    expect(permutationText(found).join()).toContain('p 0.000002, two-sided')
  })
  it('says what was drawn, how p is made, and what it is not', async () => {
    const question = questionNamed('spread')
    const world = await workspace().world({ asOf: '2005-01-01' })
    const input = question.input.parse({ subject: 'toy', system: 'un', draws: '200', part: 'hazard' })
    const text = question.text(await question.answer(world, input))
    expect(text).toContain('drawn 200 times by seed 1')
    expect(text).toContain('a description of who adopted after whom, and no effect')
    expect(text).toContain('keep their days, as partners only: 1 outside the system')
  })
})
