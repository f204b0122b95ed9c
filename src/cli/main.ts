#!/usr/bin/env node
import { version } from '../package/version.ts'
import { firstWords } from '../queries/by-first-word.ts'
import { bundled } from './bundled.ts'
import { firstWord } from './first-word.ts'

const args = process.argv.slice(2)
const word = firstWord(args)

/** Whose commands record, too. */
const recording: ReadonlySet<string> = new Set(['proposals'])
/** Flags alone: whoever gives a flag of some command before its name may mean any command. */
const asksForHelp = args.every((each) => each.startsWith('-'))
/** What asks though it is no question, and what looks after a log, its read model and who may ask. */
const others: readonly string[] = ['cite', 'export', 'log', 'doctor', 'verify', 'rebuild', 'token']
const asking: ReadonlySet<string> = new Set([...firstWords.filter((one) => !recording.has(one)), ...others])
const isAsking = word === undefined ? asksForHelp : asking.has(word)

// What `--version` says needs nothing else. A command takes less time than a thousand files take to load, so it comes
// from one file; a question, help, tables, copies, checks and tokens from one that holds half as much.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else {
  const { start } = bundled(isAsking ? 'start' : 'whole') ?? (await import('./start.ts'))
  await start(args)
}
