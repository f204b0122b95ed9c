import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { questions } from '../../src/queries/index.ts'
import { shell } from '../cli/shell.ts'
import { commandsOf, patternOf } from './console.ts'

describe('docs/proposals.md', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-proposals-page-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const shown = commandsOf(readFileSync(packagePath('docs/proposals.md'), 'utf8'))

  it('shows commands', () => expect(shown.length).toBeGreaterThan(8))

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
