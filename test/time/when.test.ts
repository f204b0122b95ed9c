import { describe, expect, it } from 'vitest'
import { parseDate } from '../../src/time/edtf.ts'
import { onWhen, whenText } from '../../src/time/when.ts'

/** What EDTF itself writes for the same days, and the words of a sentence. */
describe('a date as precisely as it is known', () => {
  it.each([
    ['1949-05-05', '1949-05-05', 'on 1949-05-05'],
    ['1949-05', '1949-05', 'in 1949-05'],
    ['1952-02', '1952-02', 'in 1952-02'],
    ['1949', '1949', 'in 1949'],
    ['0800', '0800', 'in 0800'],
    ['1949-05-05/1950-04-13', '1949-05-05/1950-04-13', 'between 1949-05-05 and 1950-04-13'],
    ['../1925', '../1925-12-31', 'by 1925-12-31'],
    ['1925/..', '1925-01-01/..', 'on 1925-01-01 or later'],
    // Two whole years are no one year.
    ['1965/1966', '1965-01-01/1966-12-31', 'between 1965-01-01 and 1966-12-31'],
  ])('%s', (written, text, words) => {
    expect(whenText(parseDate(written))).toBe(text)
    expect(onWhen(text)).toBe(words)
  })
})
