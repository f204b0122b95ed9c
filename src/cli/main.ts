#!/usr/bin/env node
import { questions } from '../queries/index.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import { ingest } from './commands/ingest.ts'
import { run } from './run.ts'

const { stdin, stdout, stderr, env } = process

// The exit code is set, not forced: what is still on its way into a pipe gets there.
process.exitCode = await run(process.argv.slice(2), {
  terminal: { stdin, stdout, stderr, env },
  questions,
  openWorkspace,
  ingest,
})
