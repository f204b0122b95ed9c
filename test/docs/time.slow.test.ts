import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { questions } from '../../src/queries/index.ts'
import { shell } from '../cli/shell.ts'
import { commandsOf, patternOf, wordsOf } from './console.ts'

describe('docs/time.md', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-page-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const shown = commandsOf(readFileSync(packagePath('docs/time.md'), 'utf8'))

  it('shows commands', () => expect(shown.length).toBeGreaterThan(15))

  // One log for the whole page: the commands run in the order in which a reader would type them.
  it.each(shown.map((one) => [`line ${one.line}: normtrail ${one.args.slice(0, 4).join(' ')}`, one] as const))(
    '%s',
    async (_, { args, stdin, expected }) => {
      const { code, out, err } = await shell(args, { env: { NORMTRAIL_DATA: folder }, stdin, questions, ingest })
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const pattern = patternOf(expected)
      if (!pattern.test(out)) expect(out).toBe(expected)
    },
  )
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
