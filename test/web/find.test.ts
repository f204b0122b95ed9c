import { describe, expect, it } from 'vitest'
import { find } from '../../web/src/search/find.ts'
import { addressOf, groupOf, meantWords } from '../../web/src/search/meant.ts'
import { NameIndex, type Entry } from '../../web/src/search/name-index.ts'

const entry = (kind: Entry['kind'], id: string, name: string, ...also: string[]): Entry => ({ kind, id, name, also })
const index = new NameIndex([
  entry('state', 'tur', 'Türkiye', 'Turkey', 'Ottoman Empire', 'TUR'),
  entry('state', 'grc', 'Greece', 'Hellenic Republic'),
  entry('state', 'mmr', 'Myanmar', 'Burma'),
  entry('state', 'nga', 'Nigeria'),
  entry('state', 'ner', 'Niger'),
  entry('state', 'and', 'Andorra', 'AND'),
  entry('state', 'rus', 'Russian Federation', 'USSR', 'Soviet Union'),
  entry('norm', 'torture', 'Prohibition of torture'),
  entry(
    'treaty',
    'cat',
    'Convention against Torture and Other Cruel Treatment',
    'CAT',
    'Convention against Torture',
    '4-9',
  ),
  entry('treaty', 'istanbul', 'Istanbul Convention', 'Council of Europe Convention on violence against women'),
  entry('treaty', 'rome', 'Rome Statute of the International Criminal Court', 'Rome Statute', '18-10'),
  entry('treaty', 'refugees', 'Convention relating to the Status of Refugees', '1951 Refugee Convention'),
  entry('treaty', 'timber', 'International Tropical Timber Agreement, 1994'),
  entry('organisation', 'coe', 'Council of Europe'),
  entry('organisation', 'who', 'World Health Organization', 'WHO'),
  entry('organisation', 'un', 'United Nations', 'UN'),
  entry('score', 'cirights:physint', 'physint by cirights', 'physint'),
])
const all = (text: string) => find(index, text).found.map(addressOf)
const first = (text: string) => all(text)[0]
const list = (text: string) =>
  find(index, text).found.map((one) => `${groupOf(one)}: ${meantWords(one)}`.replaceAll('\u00a0', ' '))

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
    ['WHO', { organisation: 'who' }],
    ['AND', { state: 'and' }],
    ['Turkey and Greece', { compare: 'tur,grc' }],
    ['CAT vs Rome Statute', { compare: 'cat,rome' }],
    ['1951 Refugee Convention', { subject: 'refugees' }],
    ['USSR 1985', { state: 'rus', asOf: '1985-12-31' }],
    ['Istanbul Conv', { subject: 'istanbul' }],
    ['turk istan', { state: 'tur', subject: 'istanbul' }],
    ['Niger physint', { state: 'ner', score: 'cirights:physint' }],
    ['physint', { organisation: 'un', score: 'cirights:physint' }],
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
    expect(find(index, 'xyzzy of Turkey').unread).toEqual(['xyzzy'])
  })
  it('puts what belongs together first, then each thing by its kind, in words', () => {
    expect(list('Turkey Istanbul Convention 1994')).toEqual([
      'Together: Türkiye and the Istanbul Convention, on 31 December 1994',
      'Treaties: Istanbul Convention, on 31 December 1994',
      'States and other actors: Türkiye, on 31 December 1994',
    ])
    expect(list('who left rome')).toEqual(['Treaties: Who left the Rome Statute of the International Criminal Court'])
  })
  it('says by which name something was found that goes by another', () => {
    expect(find(index, 'burma').found.map(({ by }) => by)).toEqual(['Burma'])
    expect(find(index, 'myanmar').found.map(({ by }) => by)).toEqual([undefined])
  })
})
