import { describe, expect, it } from 'vitest'
import { actWhenWords } from '../../web/src/words/acts.ts'
import { fromWhenWords, onWhenWords, whenWords } from '../../web/src/words/when.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

/** No day is made of a year or of a month, whichever way an answer writes it. */
describe('when something was, in words', () => {
  it.each([
    ['1949-05-05', '5 May 1949', 'on 5 May 1949', 'since 5 May 1949'],
    ['1949', '1949', 'in 1949', 'since 1949'],
    ['1949-05', 'May 1949', 'in May 1949', 'since May 1949'],
    ['1949-01-01/1949-12-31', '1949', 'in 1949', 'since 1949'],
    ['1952-02-01/1952-02-29', 'February 1952', 'in February 1952', 'since February 1952'],
    // Not the whole of February 1952.
    [
      '1952-02-01/1952-02-28',
      'between 1 February 1952 and 28 February 1952',
      'between 1 February 1952 and 28 February 1952',
      'since a day between 1 February 1952 and 28 February 1952',
    ],
    ['../1925-12-31', 'on 31 December 1925 or earlier', 'on 31 December 1925 or earlier', undefined],
    ['1990/..', 'in 1990 or later', 'in 1990 or later', undefined],
  ])('%s', (date, when, on, since) => {
    expect(plain(whenWords(date))).toBe(when)
    expect(plain(onWhenWords(date))).toBe(on)
    if (since !== undefined) expect(plain(fromWhenWords('since', date))).toBe(since)
  })
  it('of coded years is all of them', () => {
    expect(actWhenWords('MembershipObserved', '1949/1970')).toBe('each year from 1949 to 1970')
    expect(actWhenWords('MembershipObserved', '1949')).toBe('1949')
    expect(actWhenWords('MembershipStarted', '1949/1970')).toBe('between 1949 and 1970')
  })
})
