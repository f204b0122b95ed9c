#!/usr/bin/env node
import { version } from '../package/version.ts'
import { firstWords } from '../queries/by-first-word.ts'
import { bundled } from './bundled.ts'
import { firstWord } from './first-word.ts'

const args = process.argv.slice(2)
const word = firstWord(args)

// What `--version` says needs nothing else. A question, which takes less time than a thousand files take to load, is
// answered by the bundle, and help comes from it; what records or goes on running starts as it was compiled.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`${version}\n`)
else await import((word === undefined || firstWords.includes(word) ? bundled() : undefined) ?? './start.js')
