import { describe, expect, it } from 'vitest'
import { refusalText, termsText, type SourceTerms } from '../../src/exports/terms.ts'

const source = (id: string, redistributable: SourceTerms['redistributable']): SourceTerms => ({ id, redistributable })
const some = [source('a', 'no'), source('b', 'yes'), source('c', 'unknown'), source('d', 'no')]

describe('the terms of the sources of a log', () => {
  it('are told by what may be done', () =>
    expect(termsText(some)).toBe(
      'Sources of the log: may be passed on: b; may not be passed on: a, d; no word on passing on: c',
    ))
  it('are not told where there is no source', () => expect(termsText([])).toBeUndefined())
  it('are a warning only where something may not be passed on', () => {
    expect(refusalText(some)).toContain('a, d;')
    expect(refusalText([source('b', 'yes'), source('c', 'unknown')])).toBeUndefined()
  })
  it('name a dozen, and count the rest', () =>
    expect(termsText(Array.from({ length: 30 }, (_, index) => source(`s${index}`, 'no')))).toMatch(
      /s0, .*s11 and 18 more$/,
    ))
})
