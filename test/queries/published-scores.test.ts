import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * o1 = {A, B, C, D, E, F} since 1990. Of 1995 B scores 4, published in March 1997; C 6, on 1 May 1996; D 8, nobody says
 * when; E 2, on 1 May 1996, and 3 in the release of 1 February 1998; F 1, published in 1996. Of 1996 C scores 5,
 * published on 1 June 1997, and B 7, in 1998. o2 = {G, H}: of H the rater itself says 10, nobody says when, and a table
 * of 1996 retells that as 9. o3 = {I, J}: J scores 3, in the release of 1998, and the event says that it came out on 1
 * February 1996. o4 = {K, L}: L scores 4, and that it came out on 1 March 1996 was said later. Worked out by hand.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const registered = (source: string, published?: string) => ({
  stream: `source-${source}`,
  type: 'SourceRegistered',
  sources,
  data: { source, citation: `Release ${source}`, kind: 'dataset', series: 'toy', ...(published && { published }) },
})
const cited = (published?: string, series = 'toy') => ({
  citation: 'A report, for tests',
  kind: 'dataset',
  series,
  ...(published !== undefined && { published }),
})
const score = (letter: string, [year, value]: readonly [number, number], source: object, id?: string) => ({
  stream: `practice-toy-score-toy${letter}`,
  type: 'PracticeScoreRecorded',
  occurred: String(year),
  sources: [source],
  data: { actor: `toy${letter}`, rater: 'toy', indicator: 'score', year, value },
  ...(id !== undefined && { id }),
})
const dated = (event: ReturnType<typeof score>, published: string) => ({ ...event, data: { ...event.data, published } })
const ofL = '20000000-0000-4000-8000-000000000011'
const ofE = '20000000-0000-4000-8000-000000000007'

const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates([...'abcdefghijkl'], { sources, since: '1990-01-01', system: 'cow' }),
    ...toyOrganisation('toyo1', [...'abcdef'], { sources, since: '1990-01-01' }),
    ...toyOrganisation('toyo2', ['g', 'h'], { sources, since: '1990-01-01' }),
    ...toyOrganisation('toyo3', ['i', 'j'], { sources, since: '1990-01-01' }),
    ...toyOrganisation('toyo4', ['k', 'l'], { sources, since: '1990-01-01' }),
    registered('early', '1996-05-01'),
    registered('late', '1998-02-01'),
    registered('undated'),
    score('b', [1995, 4], cited('1997-03')),
    score('c', [1995, 6], { ref: 'early' }),
    score('d', [1995, 8], { ref: 'undated' }),
    score('e', [1995, 2], { ref: 'early' }, ofE),
    {
      stream: 'practice-toy-score-toye',
      type: 'EventCorrected',
      sources: [{ ref: 'late' }],
      data: {
        target: ofE,
        reason: 'a later release says otherwise',
        replacement: { data: { actor: 'toye', rater: 'toy', indicator: 'score', year: 1995, value: 3 } },
      },
    },
    score('f', [1995, 1], cited('1996')),
    score('c', [1996, 5], cited('1997-06-01')),
    score('b', [1996, 7], cited('1998')),
    score('h', [1995, 10], cited()),
    score('h', [1995, 9], cited('1996', 'retold')),
    dated(score('j', [1995, 3], { ref: 'late' }), '1996-02-01'),
    score('l', [1995, 4], { ref: 'undated' }, ofL),
    {
      stream: 'practice-toy-score-toyl',
      type: 'EventCorrected',
      sources: [{ ref: 'undated' }],
      data: {
        target: ofL,
        reason: 'it had no date',
        replacement: { data: dated(score('l', [1995, 4], {}), '1996-03-01').data },
      },
    },
  ),
)

interface Exposure {
  value: number | null
  missing: string | null
  own: number | null
  ownOnReadDay: number | null
  coverage: number
  unpublished?: { notYet: string[]; unknown: string[] }
  parameters: Record<string, unknown>
  channels?: { unpublished?: object }[]
  evidence: { type: string }[]
}
const exposure = (asOf: string, more: object = {}, name = 'exposure') =>
  ask<Exposure>(
    name,
    { state: 'toya', score: 'toy:score', formula: 'bin', minCoverage: '0', published: 'true', ...more },
    { asOf },
  )

describe('scores are read only if they had been published', () => {
  it('at the end of 1996 the score of 1995 that came out in March 1997 is not seen: (6 + 2 + 1)/3', async () => {
    const found = await exposure('1996-12-31')
    expect(found).toMatchObject({ value: 3, coverage: 3 / 5, parameters: { published: true, score: 'toy:score' } })
    expect(found.unpublished).toEqual({ notYet: ['toyb'], unknown: ['toyd'] })
  })

  it('without it all five are read, and nothing is said of publications: 22/5', async () => {
    const found = await exposure('1996-12-31', { published: 'false' })
    expect(found.value).toBeCloseTo(22 / 5, 12)
    expect(found).not.toHaveProperty('unpublished')
    expect(found.parameters).not.toHaveProperty('published')
  })

  it('one of which the year of publication is known alone is certain from its last day on', async () => {
    const found = await exposure('1996-12-30')
    expect(found).toMatchObject({ value: 4, unpublished: { notYet: ['toyb'], unknown: ['toyd', 'toyf'] } })
    expect((await exposure('1996-12-30', { dates: 'earliest' })).value).toBe(3)
  })

  it('is read from the day of its publication on', async () => {
    expect((await exposure('1996-05-01')).value).toBe(4)
    expect(await exposure('1996-04-30')).toMatchObject({
      value: null,
      missing: 'too-few-rated',
      unpublished: { notYet: ['toyb', 'toyc', 'toye'], unknown: ['toyd', 'toyf'] },
    })
  })

  it('a year of which the scores came late is read with a longer lag', async () => {
    expect((await exposure('1997-03-31', { lag: '2' })).value).toBeCloseTo(13 / 4, 12)
    expect((await exposure('1997-03-30', { lag: '2' })).value).toBe(3)
  })

  it('of two releases the one counts that was out: E is 2 until the release of 1998', async () => {
    expect((await exposure('1998-01-31', { lag: '3' })).value).toBeCloseTo(13 / 4, 12)
    expect((await exposure('1998-02-01', { lag: '3' })).value).toBeCloseTo(14 / 4, 12)
  })

  it('what came out since is read: of 1996 C alone by the end of 1997', async () =>
    expect(await exposure('1997-12-31')).toMatchObject({ value: 5, unpublished: { notYet: ['toyb'], unknown: [] } }))

  it('of two reports that is read which was certainly out, though another one stands before it', async () => {
    expect((await exposure('1996-12-31', { state: 'toyg' })).value).toBe(9)
    expect((await exposure('1996-12-31', { state: 'toyg', published: 'false' })).value).toBe(10)
  })

  it('the own date of an event stands before that of its source', async () => {
    expect((await exposure('1996-02-01', { state: 'toyi' })).value).toBe(3)
    expect((await exposure('1996-01-31', { state: 'toyi' })).unpublished).toEqual({ notYet: ['toyj'], unknown: [] })
  })

  it('a date that was said later is that of the score, which did not change', async () => {
    expect((await exposure('1996-03-01', { state: 'toyk' })).value).toBe(4)
    expect((await exposure('1996-02-29', { state: 'toyk' })).unpublished).toEqual({ notYet: ['toyl'], unknown: [] })
  })

  it('the own score of the day asked about is what is to be explained, whenever it was published', async () => {
    expect(await exposure('1996-12-31', { state: 'toyc' })).toMatchObject({ own: 5, ownOnReadDay: 6 })
    expect(await exposure('1996-12-31', { state: 'toyb' })).toMatchObject({ own: 7, ownOnReadDay: null })
  })

  it('is explained by what had been said then, and told in words', async () => {
    const why = await exposure('1996-12-31', {}, 'explain exposure')
    expect(why.evidence.map(({ type }) => type)).not.toContain('EventCorrected')
    const later = await exposure('1998-02-01', { lag: '3' }, 'explain exposure')
    expect(later.evidence.map(({ type }) => type)).toContain('EventCorrected')
    const text = questionNamed('exposure').text(await exposure('1996-12-31'))
    expect(text).toContain('BIN of toy:score (published by 1996-12-31) ·')
    expect(text).toContain('not read, not yet published: 1 partner (toyb)')
    expect(text).toContain('not read, nobody says when it was published: 1 partner (toyd)')
  })

  it('by a channel it is the same', async () => {
    const { channels } = await exposure('1996-12-31', { channel: 'igo' })
    expect(channels?.[0]).toMatchObject({ value: 3, unpublished: { notYet: ['toyb'], unknown: ['toyd'] } })
  })

  it('names the columns of a panel that are made of it', async () => {
    const given = { from: '1996', to: '1996', score: 'toy:score', formula: 'bin', published: 'true' }
    const panel = await ask<never>('panel exposure', given)
    const rows = rowsOf(panel)
    const row = (state: string) => rows.find((one) => one['state'] === state)
    expect(row('toya')).toMatchObject({
      bin_published_lag1: 3,
      coverage_bin_published_lag1: 3 / 5,
      n_igos_lag1: 1,
      n_not_yet_published_lag1: 1,
      n_publication_unknown_lag1: 1,
    })
    expect(row('toyc')).toMatchObject({ own: 5, own_published_lag1: 6 })
    expect(row('toye')).toMatchObject({ own: null, own_published_lag1: 2 })
    expect(
      questionNamed('panel exposure')
        .table?.columnsOf?.(panel)
        .map(({ name }) => name),
    ).toEqual((panel as { columns: string[] }).columns)
    const plain = await ask<{ columns: string[] }>('panel exposure', { ...given, published: 'false' })
    expect(plain.columns.filter((name) => name.includes('publi'))).toEqual([])
  })

  it.each([
    [{ score: undefined, adoption: 'toy' }, /published is about scores; came adoption/],
    [{ score: undefined, attribute: 'toy:power' }, /published is about scores; came attribute/],
  ])('is refused: %j', async (more, message) =>
    expect(exposure('1996-12-31', more)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message),
    }),
  )
})
