import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patternOf, wordsOf } from './console.ts'
import { runsAsShown } from './run-page.ts'

describe('docs/time.md', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-page-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  runsAsShown('time.md', 16, () => folder)
})

describe('a page', () => {
  it('reads like a shell', () =>
    expect(wordsOf(`correct x --reason 'two words' --by "A. Scholar" --set a=b`)).toEqual([
      'correct',
      'x',
      '--reason',
      'two words',
      '--by',
      'A. Scholar',
      '--set',
      'a=b',
    ]))
  it('leaves out within a line, or whole lines, and nothing else', () => {
    expect(patternOf('a … c\n…\nz').test('a b c\nx\ny\nz\n')).toBe(true)
    expect(patternOf('a … c\n…\nz').test('a b c\nz\n')).toBe(true)
    expect(patternOf('a … c\nz').test('a b c\ny\nz\n')).toBe(false)
    expect(patternOf('a.c').test('abc\n')).toBe(false)
  })
})
