import { describe, expect, it } from 'vitest'
import { append } from '../support/append.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const sources = [{ citation: 'A list, for tests', kind: 'dataset' }]

const tie = (data: object, stream = 'relation-example-fra') => ({
  stream,
  type: 'RelationObserved',
  occurred: '1950/1960',
  sources,
  data: { relation: 'example', actor: 'fra', other: 'deu', directed: false, from: '1950', through: '1960', ...data },
})
const value = (data: object, stream = 'attribute-example-fra') => ({
  stream,
  type: 'AttributeObserved',
  occurred: '1950',
  sources,
  data: { attribute: 'example', of: 'state', actor: 'fra', firstYear: 1950, lastYear: 1950, value: 1, ...data },
})

describe('a tie that somebody writes', () => {
  it('names both actors by any name', async () => {
    const workspace = await fresh()
    await append(workspace, tie({ actor: 'France', other: 'Belgium' }))
    expect(
      (await streamOf(workspace, 'relation-example-fra')).map(({ data }) => [data['actor'], data['other']]),
    ).toEqual([['fra', 'bel']])
  })
  it.each([
    ['with somebody whom nobody knows', tie({ other: 'Frnce' }), 'unknown-actor', 'data.other'],
    ['with itself', tie({ other: 'fra' }), 'bad-event', 'data.other'],
    ['that ends before it begins', tie({ through: '1940' }), 'bad-event', 'data.through'],
    ['without a day', tie({ from: undefined, through: undefined }), 'bad-event', 'describes'],
    ['with days, and with a time that is described', tie({ describes: '2010' }), 'bad-event', 'describes'],
    ['in the stream of another relation', tie({ relation: 'other' }), 'wrong-stream', 'relation-other-'],
    ['in the stream of another actor', tie({}, 'relation-example-deu'), 'wrong-stream', '-fra'],
  ])('%s is refused', async (_, line, code, words) => {
    const workspace = await fresh()
    await expect(append(workspace, line)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })
})

describe('an attribute that somebody writes', () => {
  it('may be of an organisation', async () => {
    const workspace = await fresh()
    const data = { of: 'igo', actor: undefined, igo: 'un' }
    await append(workspace, value(data, 'attribute-example-un'))
    expect((await streamOf(workspace, 'attribute-example-un')).map(({ data: said }) => said['igo'])).toEqual(['un'])
  })
  it.each([
    ['of an organisation that is said to be a state', value({ of: 'igo' }), 'bad-event', '"igo"'],
    ['in the stream of another attribute', value({ attribute: 'other' }), 'wrong-stream', 'attribute-other-'],
    ['in the stream of another state', value({}, 'attribute-example-deu'), 'wrong-stream', '-fra'],
    ['whose last year comes first', value({ lastYear: 1940 }), 'bad-event', 'data.lastYear'],
    ['without years', value({ firstYear: undefined, lastYear: undefined }), 'bad-event', 'firstYear'],
  ])('%s is refused', async (_, line, code, words) => {
    const workspace = await fresh()
    await expect(append(workspace, line)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
  })
})
