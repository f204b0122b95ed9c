import { describe, expect, it } from 'vitest'
import { normWordsOf, saysWord as says } from '../../src/queries/subjects/norm-words.ts'
import { loadRecommendations } from '../../src/queries/subjects/recommendations.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyStates } from '../support/toy-states.ts'

describe('a word in a text', () => {
  it('is whole: no letter, mark or digit of any script beside it', () => {
    expect(says('Fear of torture in custody', 'torture')).toBe(true)
    expect(says('He was tortured', 'torture')).toBe(false)
    expect(says('Untortured', 'torture')).toBe(false)
    expect(says('torture2', 'torture')).toBe(false)
    expect(says('(torture)/death', 'torture')).toBe(true)
  })
  it('knows letters beyond ASCII as letters', () => {
    expect(says('Peine de mort abolie', 'mort')).toBe(true)
    expect(says('une amorté', 'mort')).toBe(false)
    // É is a letter, so that "tat" does not stand by itself in "État".
    expect(says('État', 'tat')).toBe(false)
    expect(says('ПЫТКИ и смерть', 'пытки')).toBe(true)
    expect(says('Страхпытки', 'пытки')).toBe(false)
    // A letter of two code units, 𐐷 (U+10437), stands before it.
    expect(says('\u{10437}mort', 'mort')).toBe(false)
    expect(says('\u{1F600}mort', 'mort')).toBe(true)
    expect(says('mortal, mort', 'mort')).toBe(true)
  })
  it('is one in upper and lower case, composed or not', () => {
    expect(says('TORTURE', 'torture')).toBe(true)
    expect(says('ÉGALITÉ', 'égalité')).toBe(true)
    // É as E and a combining accent: the composed one is what is looked for.
    expect(
      normWordsOf([{ norm: 'n', word: 'e\u0301galite\u0301', decidedBy: [] }]).saidIn('E\u0301GALITE\u0301'),
    ).toHaveLength(1)
  })
  it('may be a phrase, with any space, and its signs are signs', () => {
    expect(says('Fear for safety, Death\n penalty', 'death penalty')).toBe(true)
    expect(says('death and penalty', 'death penalty')).toBe(false)
    expect(says('Ill-treatment feared', 'ill-treatment')).toBe(true)
    expect(says('ill treatment feared', 'ill-treatment')).toBe(false)
    expect(says('Axbxc', 'a.b.c')).toBe(false)
    expect(says('(a.b.c)', 'a.b.c')).toBe(true)
  })
  it('finds nothing without a letter or digit', () =>
    expect(normWordsOf([{ norm: 'n', word: ' - ', decidedBy: [] }]).saidIn('a - b')).toEqual([]))
})

const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const norm = (id: string) => ({
  stream: `norm-${id}`,
  type: 'NormDefined',
  sources,
  data: { norm: id, name: `Norm ${id}`, statement: 'An invented norm' },
})
const words = (id: string, fact: string, list: readonly string[]) => ({
  stream: `norm-${id}`,
  type: 'NormWordsAssigned',
  sources,
  fact,
  data: { words: list },
})
const appeal = (fact: string, occurred: string, title: string | undefined, more: object = {}) => ({
  stream: 'appeals-one-toya',
  type: 'CampaignAction',
  occurred,
  sources,
  fact,
  data: { actor: 'toya', kind: 'urgentAction', ...(title === undefined ? {} : { title }), ...more },
})
const recommended = (fact: string, text: string) => ({
  stream: 'review-upr-toya',
  type: 'UprRecommendationMade',
  occurred: '2010',
  sources,
  fact,
  data: { actor: 'toya', from: 'toyb', text },
})
const lines = [
  ...toyStates(['a', 'b'], { sources, since: '1990-01-01', system: 'cow' }),
  norm('toynorm'),
  norm('toyother'),
  words('toynorm', 'words/1', ['torture', 'ill-treatment']),
  words('toyother', 'words/1', ['executed']),
  appeal('1', '1999-01-01', 'Fear of TORTURE'),
  appeal('2', '1999-01-01', 'Torture feared, may be executed'),
  appeal('3', '1999-01-01', 'Tortured'),
  appeal('4', '1999-01-01', undefined),
  appeal('5', '1999-01-01', 'Torture again', { norm: 'toyother' }),
  recommended('1', 'End torture.'),
  recommended('2', 'Ratify the treaty on play.'),
  {
    stream: 'review-upr-toya',
    type: 'UprRecommendationAnswered',
    occurred: '2010',
    sources,
    fact: '1/answer',
    data: { actor: 'toya', from: 'toyb', decision: 'noted', recommendation: '1' },
  },
]
const { ask, workspace } = theWorkspaceOf((opened) => append(opened, ...lines))

/** Actions of one day stand in the order of their ids. */
const titled = (terms: Pressed['terms']) =>
  terms.map(({ title, word }) => [title, word]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))

interface Pressed {
  value: number
  withoutNorm: number
  unattributed: { actions: number; value: number } | null
  terms: { title: string | null; word: string | null; decidedBy: string[] }[]
}
const pressed = (more: object) => ask<Pressed>('pressure', { state: 'toya', ...more }, { asOf: '1999-01-01' })

describe('actions that carry no norm', () => {
  it('count for the norms whose assigned words their titles say, with the word', async () => {
    const found = await pressed({ norm: 'toynorm' })
    expect(titled(found.terms)).toEqual([
      ['Fear of TORTURE', 'torture'],
      ['Torture feared, may be executed', 'torture'],
    ])
    // Two urgent actions of strength 2 by one organisation, on their day: 2 · 2 · ln 2.
    expect(found.value).toBeCloseTo(4 * Math.log(2), 12)
    expect(questionNamed('pressure').text(found)).toContain(
      'of these 2 by words that are assigned to the norm: torture',
    )
  })
  it('rest on the assignment, too', async () => {
    const { terms } = await pressed({ norm: 'toynorm' })
    const { items: events } = await ask<{ items: { id: string; type: string }[] }>('events', { stream: 'norm-toynorm' })
    const assigned = events.find(({ type }) => type === 'NormWordsAssigned')?.id
    expect(terms.every(({ decidedBy }) => decidedBy.length === 2 && decidedBy.includes(assigned ?? ''))).toBe(true)
  })
  it('may count for two norms, and for none that they carry beside their own', async () => {
    const { terms } = await pressed({ norm: 'toyother' })
    expect(titled(terms)).toEqual([
      ['Torture again', null],
      ['Torture feared, may be executed', 'executed'],
    ])
  })
  it('are told apart where no word tells either', async () => {
    expect(await pressed({ norm: 'toynorm' })).toMatchObject({ withoutNorm: 2, unattributed: null })
    const { unattributed } = await pressed({ norm: 'toynorm', unattributed: 'true' })
    expect(unattributed).toEqual({ actions: 2, value: expect.closeTo(4 * Math.log(2), 12) })
  })
  it('count in the channel advocacy as they do in pressure', async () => {
    const stock = await ask<{ value: number; leftOut: string[] }>(
      'exposure',
      { state: 'toya', channel: 'advocacy', norm: 'toynorm' },
      { asOf: '1999-01-01' },
    )
    expect(stock.value).toBeCloseTo(4 * Math.log(2), 12)
  })
})

describe('recommendations', () => {
  const over = async (of: string) => loadRecommendations(await workspace().world({ asOf: '2011-01-01' }), 'toya', of)
  it('count for a norm by its words, with the answer', async () => {
    const found = await over('toynorm')
    expect(found.over).toMatchObject([
      { text: 'End torture.', from: 'toyb', decision: 'noted', byWord: { word: 'torture' } },
    ])
    expect(found).toMatchObject({ all: 2, unattributed: 1, hasWords: true })
    // The recommendation, its answer, and the assignment.
    expect(found.over[0]?.decidedBy).toHaveLength(3)
  })
  it('count for none to which no words are assigned', async () =>
    expect(await over('toynothing')).toMatchObject({ over: [], hasWords: false }))
})

describe('the audit of a norm and a state', () => {
  const said = async (of: string): Promise<string> =>
    questionNamed('audit').text(await ask('audit', { norm: of, state: 'toya' }, { asOf: '2011-01-01' }))
  it('lists the recommendations that count by words, and says by which', async () => {
    const text = (await said('toynorm')).replaceAll(/\s+/g, ' ')
    expect(text).toContain('Of 2 recommendations to Toyland a that are recorded, 1 says a word that is assigned to the')
    expect(text).toContain('(torture); of 1 nobody knows over what it is.')
    expect(text).toContain('End torture')
  })
  it('says nothing of recommendations where no word of the norm is said', async () =>
    expect(await said('toyother')).not.toContain('What other states recommended'))
})
