import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { networks } from '../../src/queries/graphs/index.ts'
import { questions } from '../../src/queries/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { shell } from '../cli/shell.ts'
import { commandsOf, patternOf, type Shown } from './console.ts'

/** An error as a terminal shows it: a code and a sentence. */
const isError = (expected: string): boolean => /^[a-z]+(-[a-z]+)+: /.test(expected)

/**
 * Runs a command of a page with a log. Gives what a terminal shows: notes on the way come before or after the answer.
 */
const outcomeOf = async (
  { args, stdin, expected }: Shown,
  folder: string,
  workspace: Workspace | undefined,
): Promise<{ readonly code: number; readonly wanted: number; readonly shows: boolean; readonly said: string }> => {
  const env = { NORMTRAIL_DATA: folder }
  const { code, out, err } = await shell(args, { env, stdin, questions, networks, ingest, workspace })
  const pattern = patternOf(expected)
  const wanted = isError(expected) ? 2 : 0
  return {
    code,
    wanted,
    shows: [`${err}${out}`, `${out}${err}`].some((text) => pattern.test(text)),
    said: `${err}${out}`,
  }
}

/**
 * Every command of a page of docs/, with what it shows. One log for the whole page: the commands run in the order in
 * which a reader would type them; where a page only asks, in a workspace that is open already.
 */
export const runsAsShown = (
  page: string,
  least: number,
  folder: () => string,
  workspace: () => Workspace | undefined = () => undefined,
): void => {
  const shown = commandsOf(readFileSync(packagePath('docs', page), 'utf8'))

  it('shows commands', () => expect(shown.length).toBeGreaterThanOrEqual(least))

  it.each(shown.map((one) => [`line ${one.line}: normtrail ${one.args.slice(0, 4).join(' ')}`, one] as const))(
    '%s',
    async (_, one) => {
      const { code, wanted, shows, said } = await outcomeOf(one, folder(), workspace())
      if (!shows) expect(said).toBe(one.expected)
      expect(code).toBe(wanted)
    },
  )
}
