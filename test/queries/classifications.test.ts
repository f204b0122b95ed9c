import { describe, expect, it } from 'vitest'
import { loadClassification } from '../../src/queries/subjects/classifications.ts'
import { underPolicy } from '../../src/queries/question/source-policy.ts'
import { parseDay } from '../../src/time/day.ts'
import { record } from '../support/a-read-model.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { said, type Said } from '../support/recorded.ts'

/*
 * Invented tongues. A speaks X, nobody says since when, and Y from 1960-03-01 to 1979-12-31; a second source says of A
 * and X: since 1950. B speaks Y since some day of 1970. Of C nothing is told. D spoke X until the end of 1965. Of the
 * seats, a source holds all of everybody's: A has one from 1946 on, B has none; the claim reaches through 2000.
 */
const classified = (classification: string, name: string, actor: string, days: object = {}, more: object = {}): Said =>
  said(
    `classification-${classification}-${actor}`,
    'ActorClassified',
    undefined,
    { classification, class: name, label: `The ${name}`, actor, ...days },
    more,
  )
const scholar = { sources: [{ citation: 'A scholar, for tests', kind: 'scholarly' as const }] }
const told = [
  ...['aaa', 'bbb', 'ccc', 'ddd'].map((id) =>
    said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: `The land of ${id}`, kind: 'state' }),
  ),
  classified('tongue', 'x', 'aaa'),
  classified('tongue', 'x', 'aaa', { from: '1950-01-01' }, scholar),
  classified('tongue', 'y', 'aaa', { from: '1960-03-01', through: '1979-12-31' }),
  classified('tongue', 'y', 'bbb', { from: '1970' }),
  classified('tongue', 'x', 'ddd', { through: '1965-12-31' }),
  classified('seat', 'permanent', 'aaa', { from: '1946-01-01' }),
  said('source-toy', 'CoverageClaimed', undefined, {
    classifications: ['seat'],
    actors: 'all',
    classes: ['class'],
    through: '2000-12-31',
  }),
]

describe('a classification', () => {
  const { workspace } = theWorkspaceOf((opened) => record(opened.log, ...told))
  const loaded = async (id = 'tongue', sources?: readonly string[]) =>
    loadClassification(await underPolicy(await workspace().world({}), sources), id)
  const inWords = async (on: string, sources?: readonly string[]) =>
    Object.fromEntries(
      [...(await loaded('tongue', sources)).on(parseDay(on))].map(([name, list]) => [
        name,
        list.map(
          ({ actor, certainty, isAssumed, decidedBy }) =>
            `${actor} ${certainty}${isAssumed ? ' assumed' : ''} by ${decidedBy.length}`,
        ),
      ]),
    )

  it.each([
    ['1949-12-31', { x: ['aaa certain assumed by 1', 'ddd certain assumed by 1'] }],
    // The second source says so without an assumption.
    ['1950-01-01', { x: ['aaa certain by 2', 'ddd certain assumed by 1'] }],
    ['1966-01-01', { x: ['aaa certain by 2'], y: ['aaa certain by 1'] }],
    ['1970-06-01', { x: ['aaa certain by 2'], y: ['aaa certain by 1', 'bbb possible by 1'] }],
    ['1980-01-01', { x: ['aaa certain by 2'], y: ['bbb certain by 1'] }],
  ])('tells who is in which class on %s', async (on, expected) => expect(await inWords(on)).toEqual(expected))

  it('believes whom the question believes', async () =>
    expect(await inWords('1970-06-01', ['scholarly'])).toEqual({ x: ['aaa certain by 1'] }))

  it('has a class in words', async () => {
    const [first] = (await loaded()).on(parseDay('1970-06-01')).get('y') ?? []
    expect(first?.label).toBe('The y')
  })

  it.each([
    ['tongue', '1965-12-31', ['bbb', 'ccc']],
    ['tongue', '1966-01-01', ['bbb', 'ccc', 'ddd']],
    ['tongue', '1970-06-01', ['ccc', 'ddd']],
    // A source says that it would have told of the others.
    ['seat', '1999-01-01', []],
    // Behind its last day nobody says so.
    ['seat', '2001-01-01', ['bbb', 'ccc', 'ddd']],
  ])('of %s on %s does not know where some are', async (id, on, unknown) =>
    expect((await loaded(id)).unknownAmong(['aaa', 'bbb', 'ccc', 'ddd'], parseDay(on))).toEqual(unknown),
  )

  it('that nobody knows is told so, with the nearest', async () => {
    await expect(loaded('tounge')).rejects.toMatchObject({ code: 'unknown-classification', hint: 'Closest: tongue.' })
    await expect(loaded('zodiac')).rejects.toThrow('"zodiac" is no classification that was known then.')
  })
  it('that others tell of than those who are believed is not said to be unknown', async () => {
    await expect(loaded('tongue', ['press'])).rejects.toThrow('none of the sources believed tells of "tongue".')
  })
})
