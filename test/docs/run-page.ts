import { ingest } from '../../src/cli/commands/ingest.ts'
import { questions } from '../../src/queries/index.ts'
import { shell } from '../cli/shell.ts'
import { patternOf, type Shown } from './console.ts'

/** An error as a terminal shows it: a code and a sentence. */
const isError = (expected: string): boolean => /^[a-z]+(-[a-z]+)+: /.test(expected)

/**
 * Runs a command of a page with a log. Gives what a terminal shows: notes on the way come before or after the answer.
 */
export const outcomeOf = async (
  { args, stdin, expected }: Shown,
  folder: string,
): Promise<{ readonly code: number; readonly wanted: number; readonly shows: boolean; readonly said: string }> => {
  const { code, out, err } = await shell(args, { env: { NORMTRAIL_DATA: folder }, stdin, questions, ingest })
  const pattern = patternOf(expected)
  const wanted = isError(expected) ? 2 : 0
  return {
    code,
    wanted,
    shows: [`${err}${out}`, `${out}${err}`].some((text) => pattern.test(text)),
    said: `${err}${out}`,
  }
}
