import { describe, expect, it } from 'vitest'
import { NameIndex, type Entry } from '../../web/src/search/find.ts'
import { addressOf } from '../../web/src/search/meant.ts'

const entry = (kind: Entry['kind'], id: string, name: string, ...also: string[]): Entry => ({ kind, id, name, also })
const index = new NameIndex([
  entry('state', 'tur', 'Türkiye', 'Turkey', 'Ottoman Empire', 'TUR'),
  entry('state', 'grc', 'Greece', 'Hellenic Republic'),
  entry('state', 'mmr', 'Myanmar', 'Burma'),
  entry('state', 'nga', 'Nigeria'),
  entry('state', 'ner', 'Niger'),
  entry('norm', 'torture', 'Prohibition of torture'),
  entry(
    'treaty',
    'cat',
    'Convention against Torture and Other Cruel Treatment',
    'CAT',
    'Convention against Torture',
    '4-9',
  ),
  entry('treaty', 'istanbul', 'Council of Europe Convention on violence against women', 'Istanbul Convention'),
  entry('treaty', 'rome', 'Rome Statute of the International Criminal Court', 'Rome Statute', '18-10'),
  entry('organisation', 'coe', 'Council of Europe'),
])
const first = (text: string) => index.find(text).map(addressOf)[0]
const all = (text: string) => index.find(text).map(addressOf)

describe('what words typed into the search may mean', () => {
  it.each([
    ['Turkey Istanbul Convention', { state: 'tur', subject: 'istanbul' }],
    ['turkiye and the ISTANBUL convention, 2021', { state: 'tur', subject: 'istanbul', asOf: '2021-12-31' }],
    ['Istanbul Convention 1 July 2021', { subject: 'istanbul', asOf: '2021-07-01' }],
    ['CAT 1995-06-01', { subject: 'cat', asOf: '1995-06-01' }],
    ['who left Rome Statute', { subject: 'rome' }],
    ['Burma', { state: 'mmr' }],
    ['ottoman empire', { state: 'tur' }],
    ['IV-9', { subject: 'cat' }],
    ['iv.9', { subject: 'cat' }],
    ['XVIII.10', { subject: 'rome' }],
    ['greece turkey', { compare: 'grc,tur' }],
    ['Niger', { state: 'ner' }],
    ['Council of Europe', { organisation: 'coe' }],
  ])('%s', (text, address) => expect(first(text)).toEqual(address))
  it('finds what begins so where nothing is called so, norms and treaties on the day that is told', () => {
    expect(all('torture 1994')).toEqual([
      { subject: 'torture', asOf: '1994-12-31' },
      { subject: 'cat', asOf: '1994-12-31' },
    ])
    expect(all('nig')).toEqual([{ state: 'ner' }, { state: 'nga' }])
  })
  it('offers nothing where nothing is called so', () => {
    expect(all('xyzzy')).toEqual([])
    expect(all('the of')).toEqual([])
  })
})
