import { describe, expect, it } from 'vitest'
import { actors } from '../../catalogue/actors/index.ts'
import { classes } from '../../catalogue/classifications/index.ts'
import { catalogueEvents } from '../../catalogue/events.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { parseDate } from '../../src/time/edtf.ts'

const states = actors.filter(({ kind }) => kind === 'state').map(({ id }) => id)
const of = (classification: string) => classes.filter((one) => one.classification === classification)
const claimed = catalogueEvents()
  .filter(({ event }) => event.type === 'CoverageClaimed')
  .flatMap(({ event }) => (event.data.classifications ?? []) as readonly string[])
const classOf = (classification: string, actor: string) =>
  of(classification)
    .filter((one) => one.actor === actor)
    .map((one) => one.class)

describe('every class', () => {
  it('is that of an actor of the catalogue, and called by one label', () => {
    const known = new Set(actors.map(({ id }) => id))
    expect(classes.filter(({ actor }) => !known.has(actor))).toEqual([])
    const labels = groupBy(classes, (one) => `${one.classification} ${one.class}`)
    expect([...labels].filter(([, list]) => new Set(list.map(({ label }) => label)).size > 1)).toEqual([])
  })

  it('ends after it began', () => {
    const dated = classes.filter(({ from, through }) => from !== undefined && through !== undefined)
    for (const { from = '', through = '' } of dated) expect(parseDate(through).lo).toBeGreaterThan(parseDate(from).hi)
  })
})

describe('the regions of the United Nations', () => {
  it('are one for each state, but for Austria-Hungary, which lay in three', () => {
    for (const classification of ['m49-region', 'm49-subregion'])
      expect(states.filter((id) => classOf(classification, id).length !== 1)).toEqual(['cow300'])
  })

  // UNSD, Standard Country or Area Codes: the regions, and the smallest areas into which they fall.
  it('fall into 22 sub-regions', () => {
    const parts = groupBy(of('m49-subregion'), ({ actor }) => classOf('m49-region', actor)[0])
    const codes = [...parts].map(([region, list]) => [region, [...new Set(list.map((one) => one.class))].toSorted()])
    expect(Object.fromEntries(codes)).toEqual({
      '002': ['011', '014', '015', '017', '018'],
      '009': ['053', '054', '057', '061'],
      '019': ['005', '013', '021', '029'],
      '142': ['030', '034', '035', '143', '145'],
      '150': ['039', '151', '154', '155'],
    })
  })

  // The 193 members of the United Nations, its two observer states, and the Cook Islands and Niue; by region.
  it('list 197 states', () => {
    const listed = of('m49-region').filter(({ source }) => 'ref' in source && source.ref === 'm49')
    const counts = [...groupBy(listed, ({ label }) => label)].map(([label, list]) => [label, list.length])
    expect(Object.fromEntries(counts)).toEqual({ Africa: 54, Americas: 35, Asia: 48, Europe: 44, Oceania: 16 })
  })

  it.each([
    ['rus', '151'],
    ['ddr', '155'],
    ['yug', '039'],
    ['csk', '151'],
    ['cow511', '014'],
    ['rvn', '035'],
    ['yar', '145'],
    ['pdry', '145'],
    ['aut', '155'],
    ['tur', '145'],
    ['sdn', '015'],
    ['ssd', '014'],
    ['mex', '013'],
  ])('have %s in %s', (actor, code) => expect(classOf('m49-subregion', actor)).toEqual([code]))
})

describe('official languages', () => {
  const languages = of('official-language')
  const spokenIn = (actor: string, day: string) =>
    languages
      .filter((one) => one.actor === actor)
      .filter(({ from }) => from === undefined || parseDate(from).lo <= parseDate(day).lo)
      .filter(({ through }) => through === undefined || parseDate(through).hi >= parseDate(day).lo)
      .map((one) => one.class)
      .toSorted()

  it('are those of more than 120 states, each cited with the law', () => {
    expect(new Set(languages.map(({ actor }) => actor)).size).toBeGreaterThan(120)
    for (const { class: code, source } of languages) {
      expect(code).toMatch(/^[a-z]{3}$/)
      expect(source).toMatchObject({ citation: expect.stringMatching(/\w+ .*\w+/), kind: 'organisation' })
    }
  })

  it.each([
    ['aut', '2020-01-01', ['deu']],
    // Constitution of South Africa, section 6(1): eleven languages, since the interim Constitution of 1993.
    ['zaf', '1990-01-01', ['afr', 'eng']],
    ['zaf', '2000-01-01', ['afr', 'eng', 'nbl', 'nso', 'sot', 'ssw', 'tsn', 'tso', 'ven', 'xho', 'zul']],
    // Before federation with the Southern Cameroons it was French alone.
    ['cmr', '1960-06-01', ['fra']],
    ['cmr', '1970-01-01', ['eng', 'fra']],
    ['mys', '1960-01-01', ['eng', 'msa']],
    ['mys', '1968-01-01', ['msa']],
    ['rwa', '1980-01-01', ['fra', 'kin']],
    ['rwa', '2020-01-01', ['eng', 'fra', 'kin', 'swa']],
    ['che', '1990-01-01', ['deu', 'fra', 'ita']],
    ['isr', '2015-01-01', ['ara', 'heb']],
    ['isr', '2019-01-01', ['heb']],
    // No law states one.
    ['gbr', '2020-01-01', []],
  ])('of %s on %s are %j', (actor, day, expected) => expect(spokenIn(actor, day)).toEqual(expected))

  it('are claimed by nobody to be complete', () => expect(claimed).not.toContain('official-language'))
})

describe('great powers', () => {
  // Correlates of War, majors2016: spells by state number and years.
  it('have the 14 spells of the Correlates of War', () => {
    const cow = (id: string) => {
      const code = actors.find((one) => one.id === id)?.cow
      return typeof code === 'string' ? code : code?.[0]?.code
    }
    expect(
      of('major-power').map(({ actor, from, through }) => [cow(actor), from, through ?? '2016'].join(' ')),
    ).toEqual([
      '2 1898 2016',
      '200 1816 2016',
      '220 1816 1940',
      '220 1945 2016',
      '255 1816 1918',
      '255 1925 1945',
      '255 1991 2016',
      '300 1816 1918',
      '325 1860 1943',
      '365 1816 1917',
      '365 1922 2016',
      '710 1950 2016',
      '740 1895 1945',
      '740 1991 2016',
    ])
  })

  it.each(['1945-10-24', '1950-01-01', '1971-10-24', '1971-10-25', '2020-01-01'])(
    'that sit in the Security Council for good are five on %s',
    (day) => {
      const sitting = of('unsc-permanent').filter(
        ({ from = '', through = '9999-12-31' }) => from <= day && day <= through,
      )
      expect(sitting).toHaveLength(5)
    },
  )

  it('are all told, through the days of their lists', () => expect(claimed).toEqual(['major-power', 'unsc-permanent']))
})
