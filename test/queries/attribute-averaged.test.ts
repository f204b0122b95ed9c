import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * o1 = {A, B, C} and o2 = {A, C, D, E} since 1990; a list holds their members to the end of 2010. A source that holds
 * the power of all states of the system to the end of 2001 gives A 0.4, B 0.25 and C 0.5 in 2000, of D why it gives
 * none, of E nothing; in 2001 A 0.45 and B 0.3. Another gives creeds, in words. Worked out by hand.
 */
const letters = [...'abcde']
const members = { o1: [...'abc'], o2: [...'acde'] }
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const registered = (source: string, claim: object) => [
  {
    stream: `source-${source}`,
    type: 'SourceRegistered',
    sources,
    data: { source, citation: `The ${source}, for tests`, kind: 'dataset', series: source },
  },
  { stream: `source-${source}`, type: 'CoverageClaimed', sources: [{ ref: source }], data: claim },
]
const figure = (letter: string, year: number, told: object, attribute = 'toy-power') => ({
  stream: `attribute-${attribute}-toy${letter}`,
  type: 'reason' in told ? 'AttributeMissing' : 'AttributeObserved',
  occurred: String(year),
  sources: [{ ref: 'powers' }],
  data: { attribute, of: 'state', actor: `toy${letter}`, firstYear: year, lastYear: year, ...told },
})
const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(letters, { sources, since: '1990-01-01', system: 'cow' }),
    ...Object.entries(members).flatMap(([igo, list]) =>
      toyOrganisation(`toy${igo}`, list, { sources, since: '1990-01-01' }),
    ),
    ...registered('members', {
      organisations: ['toyo1', 'toyo2'],
      actors: 'all',
      classes: ['membership'],
      through: '2010-12-31',
    }),
    ...registered('powers', {
      attributes: ['toy-power'],
      actors: 'all',
      system: 'cow',
      classes: ['attribute'],
      from: '1990-01-01',
      through: '2001-12-31',
    }),
    figure('a', 2000, { value: 0.4 }),
    figure('b', 2000, { value: 0.25 }),
    figure('c', 2000, { value: 0.5 }),
    figure('d', 2000, { reason: 'missing' }),
    figure('a', 2001, { value: 0.45 }),
    figure('b', 2001, { value: 0.3 }),
    figure('b', 2000, { value: 'toyism' }, 'toy-creed'),
    {
      stream: 'attribute-toy-pooling-toyo1',
      type: 'AttributeObserved',
      occurred: '2000',
      sources,
      data: { attribute: 'toy-pooling', of: 'igo', igo: 'toyo1', firstYear: 2000, lastYear: 2000, value: 0.5 },
    },
  ),
)

interface Exposure {
  value: number | null
  missing: string | null
  own: number | null
  ownOnReadDay: number | null
  coverage: number
  covered: object
  unrated: string[]
  parameters: Record<string, unknown>
  evidence: { type: string; citations: string[] }[]
}
const exposure = (more: object = {}, asOf = '2001-06-01', name = 'exposure') =>
  ask<Exposure>(name, { state: 'toya', attribute: 'toy:power', ...more }, { asOf })

describe('a number of states is averaged as a score is', () => {
  it('MM: (0.25 + 0.5)/2 in o1, and C alone in o2, a year before', async () => {
    const found = await exposure()
    expect(found.value).toBeCloseTo((0.375 + 0.5) / 2, 12)
    expect(found).toMatchObject({ own: 0.45, ownOnReadDay: 0.4, unrated: ['toyd', 'toye'] })
    expect(found.parameters).toMatchObject({ attribute: 'toy:power', score: null, adoption: null, threshold: null })
  })

  it('DC: B once, C twice; of five shared memberships three are with states of which it is known', async () => {
    const { value, coverage } = await exposure({ formula: 'dc' })
    expect(value).toBeCloseTo((0.25 + 2 * 0.5) / 3, 12)
    expect(coverage).toBeCloseTo(3 / 5, 12)
  })

  it('is that of its year: in 2001 of B alone, which is too little unless one asks for it', async () => {
    expect(await exposure({ lag: '0' })).toMatchObject({ value: null, missing: 'low-coverage', coverage: 1 / 4 })
    expect((await exposure({ lag: '0', minCoverage: '0' })).value).toBe(0.3)
  })

  it('is not carried beyond the last year that is told', async () =>
    expect(await exposure({ lag: '0' }, '2002-06-01')).toMatchObject({ value: null, missing: 'too-few-rated' }))

  it('is known as far as its source and the list of members reach', async () =>
    expect((await exposure()).covered).toMatchObject({
      state: 'covered',
      through: '2001-12-31',
      by: ['members', 'powers'],
    }))

  it('is spelt as elsewhere', async () =>
    expect((await exposure({ attribute: 'toy-power' })).value).toBe((await exposure()).value))

  it('is that of the sources that are believed', async () =>
    expect((await exposure({ sources: 'members' })).value).toBeNull())

  it('is explained down to the rows of its source', async () => {
    const why = await exposure({}, '2001-06-01', 'explain exposure')
    const told = why.evidence.filter(({ type }) => type === 'AttributeObserved')
    // B and C; that C is met in two organisations is told once.
    expect(told.map(({ citations }) => citations)).toEqual([['The powers, for tests'], ['The powers, for tests']])
    expect(questionNamed('explain exposure').text(why)).toContain('toya · MM of toy:power ·')
  })

  it('is averaged in panels', async () => {
    const panel = await ask<never>('panel exposure', { from: '2001', to: '2001', attribute: 'toy:power' })
    const row = rowsOf(panel).find(({ state }) => state === 'toya')
    expect(row).toMatchObject({ own: 0.45, own_lag1: 0.4, n_igos_lag1: 2, covered_lag1: 'covered' })
    expect(row?.['mm_lag1']).toBeCloseTo(0.4375, 12)
    expect((panel as { parameters: object }).parameters).toMatchObject({ attribute: 'toy:power' })
  })

  it('says of who has no value that it is unknown', async () => {
    const text = questionNamed('exposure').text(await exposure({ state: 'toyd' }))
    expect(text).toContain('own unknown (unknown on 2000-06-01)')
  })

  it.each([
    [{ attribute: 'toy:powr' }, 'unknown-attribute', /toy-powr/, /Known of states: toy-power/],
    [{ attribute: 'toy:pooling' }, 'bad-input', /told of organisations alone/, /Known: .*toy-power/],
    [{ attribute: 'toy:creed' }, 'bad-input', /told in words; expected numbers/, /^/],
    [{ score: 'toy:score' }, 'bad-input', /came score and attribute/, /^/],
    [{ adoption: 'toy' }, 'bad-input', /came adoption and attribute/, /^/],
    [{ score: 'toy:score', adoption: 'toy' }, 'bad-input', /came score and adoption and attribute/, /^/],
    [{ attribute: undefined }, 'bad-input', /came none/, /^/],
    [{ preset: 'netdiffuser', formula: 'bin' }, 'bad-input', /of adoptions; came the attribute toy:power/, /^/],
    [{ cumulative: 'true' }, 'bad-input', /cumulative is about adoptions; came attribute/, /^/],
  ])('is refused: %j', async (more, code, message, hint) =>
    expect(exposure(more)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      ...(hint.source !== '^' && { hint: expect.stringMatching(hint) }),
    }),
  )
})
