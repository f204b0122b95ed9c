import { describe, expect, it } from 'vitest'
import { importerNamed, importers, recognise } from '../../src/sources/index.ts'

describe('the formats that normtrail reads', () => {
  it('each have a name of their own', () => {
    expect(new Set(importers.map(({ name }) => name)).size).toBe(importers.length)
  })
  it('recognise themselves by their header', () => {
    for (const { name, header, edition } of importers)
      expect(recognise(header, edition && { [edition.column]: edition.is })?.name).toBe(name)
  })
  it('tell releases with the same columns apart by what their first row says', () => {
    const columns = importerNamed('cow-states').header
    expect(recognise(columns, { version: '2024' })?.name).toBe('cow-states-2024')
    expect(recognise(columns, { version: '2016' })?.name).toBe('cow-states')
    expect(recognise(columns, { version: '2030' })).toBeUndefined()
  })
  it('are recognised among other columns, in any order', () => {
    expect(recognise(['note', 'year', 'ioname'])?.name).toBe('cow-igo-imputed')
    expect(recognise(['ccode', 'year', 'state', 'aaaid', 'lon', 'un'])?.name).toBe('cow-igo')
  })
  it('are not guessed', () => expect(recognise(['year', 'value'])).toBeUndefined())
  it('have states and organisations before what refers to them', () => {
    const names = importers.map(({ name }) => name)
    for (const later of ['cow-igo', 'cirights', 'pts'])
      expect(names.indexOf('cow-states')).toBeLessThan(names.indexOf(later))
    expect(names.indexOf('cow-igo-list')).toBeLessThan(names.indexOf('cow-igo'))
  })
  it('are found by name; a typo is told the closest', () => {
    expect(importerNamed('cow-igo').name).toBe('cow-igo')
    expect(() => importerNamed('cirigths')).toThrowError(
      expect.objectContaining({ code: 'unknown-importer', hint: expect.stringContaining('cirights') }),
    )
  })
})
