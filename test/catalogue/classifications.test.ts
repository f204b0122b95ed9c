import { describe, expect, it } from 'vitest'
import { actors } from '../../catalogue/actors/index.ts'
import { classes } from '../../catalogue/classifications/index.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { parseDate } from '../../src/time/edtf.ts'

const states = actors.filter(({ kind }) => kind === 'state').map(({ id }) => id)
const of = (classification: string) => classes.filter((one) => one.classification === classification)
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
