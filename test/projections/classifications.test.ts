import { describe, expect, it } from 'vitest'
import { classifications } from '../../projections/folds/classifications.ts'
import { folded } from '../support/folded.ts'
import { corrected, retracted, said } from '../support/recorded.ts'

const stream = 'classification-official-language-zaf'
const speaks = (code: string, days: { from?: string; through?: string } = {}) =>
  said(stream, 'ActorClassified', undefined, {
    classification: 'official-language',
    class: code,
    label: `The language ${code}`,
    actor: 'zaf',
    ...days,
  })

describe('the classes of an actor', () => {
  it('hold several at once, each on its days, to the end of the last', () =>
    expect(
      folded(
        classifications,
        [speaks('nld', { from: '1910-05-31', through: '1983' }), speaks('afr', { from: '1925-05-27' })],
        'class',
        'assumed',
      ).toSorted(),
    ).toEqual([
      ['1910-05-31', '1983-01-02', 'certain', 'nld', 0],
      ['1925-05-27', null, 'certain', 'afr', 0],
      ['1983-01-02', '1984-01-01', 'possible', 'nld', 0],
    ]))
  it('are taken as ever where nothing says since when, and say so', () =>
    expect(folded(classifications, [speaks('eng')], 'actor', 'class', 'label', 'assumed')).toEqual([
      [null, null, 'certain', 'zaf', 'eng', 'The language eng', 1],
    ]))
  it('have an assumed beginning where only the end is said', () =>
    expect(folded(classifications, [speaks('nld', { through: '1983-12-31' })], 'assumed')).toEqual([
      [null, '1984-01-01', 'certain', 1],
    ]))
  it('may begin and end on any day that a date may mean', () =>
    expect(folded(classifications, [speaks('zul', { from: '1994', through: '1994-06' })])).toEqual([
      ['1994-01-01', '1994-07-01', 'possible'],
    ]))
  it('are as corrected, and gone when taken back', () => {
    const told = speaks('eng')
    const amended = {
      data: { ...told.event.data, from: '1910-05-31' },
    }
    expect(folded(classifications, [told, corrected(told, amended)], 'assumed')).toEqual([
      ['1910-05-31', null, 'certain', 0],
    ])
    expect(folded(classifications, [told, retracted(told)])).toEqual([])
  })
})
