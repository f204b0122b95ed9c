import { networksFor, questionsFor } from '../queries/by-first-word.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { firstWord } from './first-word.ts'
import { ingestWhenUsed, sourcesFor } from './ingest-when-used.ts'
import { run } from './run.ts'

/** Runs the program with these arguments, in this process. */
export const start = async (args: readonly string[]): Promise<void> => {
  const { stdout, stderr, env } = process
  // The exit code is set, not forced: what is still on its way into a pipe gets there.
  process.exitCode = await run(args, {
    terminal: {
      stdout,
      stderr,
      env,
      // Opened by whoever reads it: no question does.
      get stdin() {
        return process.stdin
      },
    },
    questions: await questionsFor(firstWord(args)),
    networks: await networksFor(firstWord(args)),
    openWorkspace,
    ingest: ingestWhenUsed(await sourcesFor(args)),
  })
}
