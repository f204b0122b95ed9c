import { describe, expect, it } from 'vitest'
import { domestic } from '../../projections/folds/domestic-acts.ts'
import { normDefinition, normLinks } from '../../projections/folds/norm-definition.ts'
import { normPositions } from '../../projections/folds/norm-positions.ts'
import { folded, intervalsOf } from '../support/folded.ts'
import { said } from '../support/recorded.ts'

const at = (type: string, occurred: string, more: object = {}) =>
  said('domestic-aaa', type, occurred, { actor: 'aaa', norm: 'torture', title: 'An act', ...more })

describe('domestic acts', () => {
  it('of legislation stand until they are repealed under the same title', () => {
    const list = [
      at('LegislationEnacted', '1990-01-01'),
      at('LegislationEnacted', '1991-01-01', { title: 'Another' }),
      at('LegislationRepealed', '2000-01-01'),
    ]
    expect(folded(domestic, list, 'kind', 'title').toSorted()).toEqual([
      ['1990-01-01', '2000-01-01', 'certain', 'LegislationEnacted', 'An act'],
      ['1991-01-01', null, 'certain', 'LegislationEnacted', 'Another'],
    ])
  })
  it('enacted again, stand again', () => {
    const list = [
      at('LegislationEnacted', '1990-01-01'),
      at('LegislationRepealed', '2000-01-01'),
      at('LegislationEnacted', '2005-01-01'),
    ]
    expect(folded(domestic, list).map(([from, to]) => [from, to])).toEqual([
      ['1990-01-01', '2000-01-01'],
      ['2005-01-01', null],
    ])
  })
  it('of the constitution stand until they are removed', () => {
    const list = [
      at('ConstitutionalIncorporation', '1990-01-01'),
      at('ConstitutionalIncorporationRemoved', '2000-01-01'),
    ]
    expect(folded(domestic, list, 'kind')).toEqual([
      ['1990-01-01', '2000-01-01', 'certain', 'ConstitutionalIncorporation'],
    ])
  })
  it('of courts and votes stand from their day on, each way they went', () => {
    const list = [
      at('DomesticCourtRuling', '1990-01-01', { direction: 'denies' }),
      at('DomesticCourtRuling', '1995-01-01', { direction: 'upholds' }),
      at('ReferendumHeld', '1999-01-01', { outcome: 'accepted' }),
    ]
    expect(folded(domestic, list, 'direction').map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['1990-01-01', null, 'denies'],
      ['1995-01-01', null, 'upholds'],
      ['1999-01-01', null, 'accepted'],
    ])
  })
  it('without a norm are context', () => {
    expect(
      folded(
        domestic,
        [said('domestic-aaa', 'GovernmentChanged', '1990-01-01', { actor: 'aaa', title: 'A coup' })],
        'norm',
        'kind',
      ),
    ).toEqual([['1990-01-01', null, 'certain', null, 'GovernmentChanged']])
  })
  it('of an uncertain date possibly stand in between', () => {
    expect(folded(domestic, [at('LegislationEnacted', '1990')])).toEqual([
      ['1990-01-01', '1990-12-31', 'possible'],
      ['1990-12-31', null, 'certain'],
    ])
  })
  it('that repeal what is not recorded stand by themselves', () =>
    expect(folded(domestic, [at('LegislationRepealed', '1990-01-01')], 'kind')).toEqual([
      ['1990-01-01', null, 'certain', 'LegislationRepealed'],
    ]))
  it('told by two sources are one', () =>
    expect(
      intervalsOf(domestic, [at('LegislationEnacted', '1990-01-01'), at('LegislationEnacted', '1990-01-01')]).map(
        ({ decidedBy }) => decidedBy.length,
      ),
    ).toEqual([2]))
})

describe('what actors say of a norm', () => {
  const contested = (occurred: string, stance: string, type = 'validity') =>
    said('norm-torture', 'NormContested', occurred, { actor: 'aaa', type, stance })
  it('an endorsement lasts', () => {
    expect(
      folded(
        normPositions,
        [said('norm-torture', 'NormEndorsed', '1975-12-09', { actor: 'aaa', by: 'vote', instrument: 'A resolution' })],
        'position',
        'type',
        'text',
      ),
    ).toEqual([['1975-12-09', null, 'certain', 'endorsed', 'vote', 'A resolution']])
  })
  it('words against it stand until they are taken back, those of each type by themselves', () => {
    const list = [
      contested('1990-01-01', 'contesting'),
      contested('1991-01-01', 'objecting', 'application'),
      contested('1995-01-01', 'withdrawn'),
    ]
    expect(folded(normPositions, list, 'position', 'type')).toEqual([
      ['1990-01-01', '1995-01-01', 'certain', 'contesting', 'validity'],
      ['1991-01-01', null, 'certain', 'objecting', 'application'],
    ])
  })
  it('a stance takes the place of the one before; said again it is the same', () => {
    const list = [
      contested('1990-01-01', 'contesting'),
      contested('1991-01-01', 'contesting'),
      contested('1992-01-01', 'objecting'),
    ]
    expect(folded(normPositions, list, 'position')).toEqual([
      ['1990-01-01', '1992-01-01', 'certain', 'contesting'],
      ['1992-01-01', null, 'certain', 'objecting'],
    ])
  })
})

describe('the norm itself', () => {
  const defined = (more: object = {}) =>
    said('norm-torture', 'NormDefined', undefined, {
      norm: 'torture',
      name: 'No torture',
      statement: 'Do not.',
      ...more,
    })
  const linked = (more: object = {}) =>
    said('norm-torture', 'InstrumentLinked', undefined, { instrument: 'cat', role: 'core', ...more })
  it('needs any instrument, and no practice, unless its definition says otherwise', () => {
    expect(folded(normDefinition, [defined()], 'rule', 'internalized').map((row) => row.slice(3))).toEqual([
      ['any', null],
    ])
    const practice = { rater: 'cirights', indicator: 'physint', cut: 6, years: 3 }
    expect(
      folded(normDefinition, [defined({ rule: 'all', internalized: practice })], 'rule', 'internalized').map((row) =>
        row.slice(3),
      ),
    ).toEqual([['all', JSON.stringify(practice)]])
  })
  it('says which norm took its place', () => {
    expect(
      folded(
        normDefinition,
        [defined(), said('norm-torture', 'NormSuperseded', '2020-01-01', { by: 'other' })],
        'superseded_by',
      ).map((row) => row.at(-1)),
    ).toEqual(['other'])
  })
  it('is carried by an instrument until that is unlinked', () => {
    expect(
      folded(
        normLinks,
        [linked(), said('norm-torture', 'InstrumentUnlinked', '2000-01-01', { instrument: 'cat' })],
        'instrument',
      ),
    ).toEqual([[null, '2000-01-01', 'certain', 'cat']])
  })
  it('is carried as far as the link says', () => {
    expect(
      folded(
        normLinks,
        [linked({ succeeds: 'old', scope: { name: 'in peacetime', width: 1 } })],
        'succeeds',
        'scope',
      ).map((row) => row.slice(3)),
    ).toEqual([['old', '{"name":"in peacetime","width":1}']])
  })
})
