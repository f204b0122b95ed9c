import { describe, expect, it } from 'vitest'
import { fileOf, inOrder, pathsOf, readInstrument } from '../../src/fetch/instrument.ts'
import { numberMeant, readChapter } from '../../src/text/treaty-number.ts'

const numberOf = (text: string): string | undefined => readInstrument(text)?.number

describe('the number of an instrument', () => {
  // As the depositary names the files of its publication: chapter, number, and what follows it.
  it.each([
    ['IV-9', 'IV-9'],
    ['iv-9', 'IV-9'],
    ['IV.9', 'IV-9'],
    ['4-9', 'IV-9'],
    ['untc-4-9', 'IV-9'],
    ['IV-9.en.xml', 'IV-9'],
    ['26-2-a', 'XXVI-2-a'],
    ['26-2.a', 'XXVI-2-a'],
    ['XXVI-2-A', 'XXVI-2-a'],
    ['3-2-12a', 'III-2-12a'],
    ['19-40-a', 'XIX-40-a'],
    ['29-1', 'XXIX-1'],
  ])('%s is %s', (text, number) => expect(numberOf(text)).toBe(number))

  it('is in a part of chapter XI, A where none is named', () => {
    expect(numberOf('XI-A-16')).toBe('XI-A-16')
    expect(['11-16', '11-a-16'].map(numberOf)).toEqual(['XI-A-16', 'XI-A-16'])
    expect(numberOf('11-b-16')).toBe('XI-B-16')
    expect(numberOf('IV-A-16')).toBeUndefined()
  })

  it.each(['cat', '', 'IV', '9', 'IVX-1', '0-1', '40-1', 'IV-', 'IV-9-', 'IV--9', '../IV-9', 'IV-9/../x', 'IV-9-xyz'])(
    'is not "%s"',
    (text) => expect(numberOf(text)).toBeUndefined(),
  )

  it.each([
    'IV-9',
    'iv.9',
    '4-9',
    'untc-4-9',
    'XXVI-2-A',
    'XI-A-16',
    '11-a-16',
    'XI-B-1',
    'IV-A-16',
    'IVX-1',
    '40-1',
    'IV-9-xyz',
  ])('is understood where a treaty is named as it is where one is fetched: %s', (text) =>
    expect(readInstrument(text) === undefined).toBe(numberMeant(text) === undefined),
  )

  it('names a chapter in either way', () => {
    expect([readChapter('IV'), readChapter('4'), readChapter('xxvi'), readChapter('XL')]).toEqual([4, 4, 26, undefined])
  })
})

describe('the file of an instrument', () => {
  it('stands in the volume of its chapter, or else in the other', () => {
    const [treaty, other] = [readInstrument('IV-9'), readInstrument('XII-1-a')].map((one) => one && pathsOf(one))
    expect(treaty).toEqual([
      '/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/IV-9.en.xml',
      '/doc/Publication/MTDSG/Volume%20II/Chapter%20IV/IV-9.en.xml',
    ])
    expect(other?.[0]).toBe('/doc/Publication/MTDSG/Volume%20II/Chapter%20XII/XII-1-a.en.xml')
    expect(readInstrument('XI-A-1')).toMatchObject({ chapter: 11 })
  })

  it('comes in the order of the register', () => {
    const read = ['X-1', 'IV-10', 'IV-9-a', 'IV-9'].flatMap((text) => readInstrument(text) ?? [])
    expect(read.toSorted(inOrder).map(fileOf)).toEqual(['IV-9.en.xml', 'IV-9-a.en.xml', 'IV-10.en.xml', 'X-1.en.xml'])
  })
})
