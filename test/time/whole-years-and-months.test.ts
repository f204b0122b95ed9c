import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/time/edtf.ts'

const { default: library } = createRequire(import.meta.url)('edtf') as {
  readonly default: (text: string) => { readonly min: number; readonly max: number }
}

/** Whole years and months are read without the library, which is slow to load; it says the same. */
describe('a whole year, and each of its months', () => {
  const years = [1, 4, 99, 100, 400, 1582, 1583, 1699, 1700, 1900, 1969, 1970, 1984, 2000, 2024, 2100, 9998, 9999]
  const texts = years.flatMap((year) => {
    const written = String(year).padStart(4, '0')
    return [written, ...Array.from({ length: 12 }, (_, month) => `${written}-${String(month + 1).padStart(2, '0')}`)]
  })
  it.each(texts)('%s', (text) => {
    const { min, max } = library(text)
    expect(parseDate(text)).toEqual({ lo: Math.floor(min / 86_400_000), hi: Math.floor(max / 86_400_000) })
  })
  it.each(['0000', '0000-12', '1984-00', '1984-13'])('%s is none', (text) => {
    expect(() => parseDate(text)).toThrow(`"${text}" is no date`)
  })
})
