import { describe, expect, it } from 'vitest'
import { attributes } from '../../projections/folds/attributes.ts'
import { relations } from '../../projections/folds/relations.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { corrected, said } from '../support/recorded.ts'
import { by } from '../support/sources.ts'

const allied = (from: string, through: string | undefined, more: object = {}, series = 'cow-alliance') =>
  said(
    'relation-cow-alliance-usa',
    'RelationObserved',
    `${from}/${through ?? '..'}`,
    {
      relation: 'cow-alliance',
      actor: 'usa',
      other: 'can',
      directed: false,
      type: 'defense',
      from,
      ...(through !== undefined && { through }),
      ...more,
    },
    { sources: by('dataset', series).sources },
  )

describe('ties', () => {
  it('hold from their first day to the day after their last', () =>
    expect(folded(relations, [allied('1949-08-24', '1961-03-31')], 'relation', 'type')).toEqual([
      ['1949-08-24', '1961-04-01', 'certain', 'cow-alliance', 'defense'],
    ]))
  it('that are told by the year are possible in the first and in the last one', () =>
    expect(folded(relations, [allied('1949', '1961')], 'type')).toEqual([
      ['1949-01-01', '1949-12-31', 'possible', 'defense'],
      ['1949-12-31', '1961-01-02', 'certain', 'defense'],
      ['1961-01-02', '1962-01-01', 'possible', 'defense'],
    ]))
  it('of one year are possible in it', () =>
    expect(folded(relations, [allied('1949', '1949')])).toEqual([['1949-01-01', '1950-01-01', 'possible']]))
  it('without an end go on', () =>
    expect(folded(relations, [allied('1949-08-24', undefined)])).toEqual([['1949-08-24', null, 'certain']]))
  it('that a source has go on in the very next year are one: there is no doubt between them', () => {
    const rows = intervalsOf(relations, [allied('1949', '1961'), allied('1962', '1964'), allied('1965', undefined)])
    expect(folded(relations, [allied('1949', '1961'), allied('1962', '1964'), allied('1965', undefined)])).toEqual([
      ['1949-01-01', '1949-12-31', 'possible'],
      ['1949-12-31', null, 'certain'],
    ])
    expect(rows.map(({ decidedBy }) => decidedBy.length)).toEqual([3, 3])
  })
  it('that end in some month and begin anew in the next may have paused', () =>
    expect(folded(relations, [allied('1949-01-01', '1961-03'), allied('1961-04', '1970-12-31')])).toEqual([
      ['1949-01-01', '1961-03-02', 'certain'],
      ['1961-03-02', '1961-04-30', 'possible'],
      ['1961-04-30', '1971-01-01', 'certain'],
    ]))
  it('of two pacts that overlap are the days of either', () => {
    const two = [allied('1949-01-01', '1960-12-31'), allied('1955-01-01', '1965-12-31')]
    expect(folded(relations, two)).toEqual([['1949-01-01', '1966-01-01', 'certain']])
  })
  it('of two types, values or series stand side by side', () => {
    const types = [allied('1949', '1961'), allied('1949', '1961', { type: 'entente' })]
    expect(new Set(folded(relations, types, 'type').map((row) => row.at(-1)))).toEqual(new Set(['defense', 'entente']))
    const series = [allied('1949-01-01', undefined), allied('1950-01-01', undefined, {}, 'atop')]
    expect(folded(relations, series, 'series')).toEqual([
      ['1949-01-01', null, 'certain', 'cow-alliance'],
      ['1950-01-01', null, 'certain', 'atop'],
    ])
  })
  it('that lead nowhere name the two by their ids; directed ones lead from the first', () => {
    expect(folded(relations, [allied('1949', '1961')], 'a', 'b', 'directed')[0]?.slice(3)).toEqual(['can', 'usa', 0])
    expect(folded(relations, [allied('1949', '1961', { directed: true })], 'a', 'b', 'directed')[0]?.slice(3)).toEqual([
      'usa',
      'can',
      1,
    ])
  })
  it('of a source that describes one time have no ends, and say which time', () => {
    const distance = said('relation-cepii-distance-usa', 'RelationObserved', '2010', {
      relation: 'cepii-distance',
      actor: 'usa',
      other: 'can',
      directed: false,
      value: 548.4,
      describes: '2010',
    })
    expect(folded(relations, [distance], 'value', 'describes')).toEqual([[null, null, 'certain', 548.4, '2010']])
  })
  it('are as a correction has them', () => {
    const tie = allied('1949-08-24', '1961-03-31')
    const data = { ...tie.event.data, through: '1962-03-31' }
    expect(folded(relations, [tie, corrected(tie, { data })])).toEqual([['1949-08-24', '1962-04-01', 'certain']])
  })
})

describe('attributes', () => {
  const stream = 'attribute-cow-nmc-cinc-usa'
  const cinc = { attribute: 'cow-nmc-cinc', of: 'state', actor: 'usa' }
  it('count for whole years', () =>
    expect(
      folded(
        attributes,
        [said(stream, 'AttributeObserved', '1816/1817', { ...cinc, firstYear: 1816, lastYear: 1817, value: 0.04 })],
        'entity_kind',
        'entity',
        'value',
        'missing',
      ),
    ).toEqual([['1816-01-01', '1818-01-01', 'certain', 'state', 'usa', 0.04, null]]))
  it('that are missing carry the reason, never a number', () =>
    expect(
      folded(
        attributes,
        [said(stream, 'AttributeMissing', '1816', { ...cinc, firstYear: 1816, lastYear: 1816, reason: 'missing' })],
        'value',
        'missing',
      ),
    ).toEqual([['1816-01-01', '1817-01-01', 'certain', null, 'missing']]))
  it('of organisations are theirs, and may be words', () => {
    const pooling = { attribute: 'mia-pooling', of: 'igo', igo: 'eu', describes: '2019', value: 'high' }
    expect(
      folded(
        attributes,
        [said('attribute-mia-pooling-eu', 'AttributeObserved', '2019', pooling)],
        'entity_kind',
        'entity',
        'text',
        'value',
        'describes',
      ),
    ).toEqual([[null, null, 'certain', 'igo', 'eu', 'high', null, '2019']])
  })
})
