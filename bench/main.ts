import { messageOf } from '../src/common/error.ts'
import { clocks } from './suites/clocks.ts'
import { embedded } from './suites/embedded.ts'
import { engines } from './suites/engines.ts'
import { httpTable } from './suites/http-table.ts'
import { load } from './suites/load.ts'
import { feed } from './suites/feed.ts'
import { netdiffuser } from './suites/netdiffuser.ts'
import { drawnHistories } from './suites/permutation.ts'
import { page } from './suites/page.ts'
import { questions } from './suites/questions.ts'
import { releases } from './suites/releases.ts'
import { tables } from './suites/tables.ts'

/**
 * Measures normtrail side by side with the bare work, in one run, as ratios; each phase in a process of its own.
 * - `npm run bench [-- --events 1000000] [--tables <folder of datasets>]`: the embedded log and read model.
 * - `npm run bench -- engines [--events 50000] [--rounds 1] [--esdb <place>] [--postgres <place>]`: all engines.
 * - `npm run bench -- clocks [--events 100000]`: the cost of asking about the past, of a long log, and of corrections.
 * - `npm run bench -- releases [--values 100800]`: a later release of a table of scores, beside its first import.
 * - `npm run bench -- questions --data <folder> [--cold 5] [--warm 300] [--dear 5]`: what questions cost, cold and
 *   warm; how often each is asked (`--dear`: at least, where it takes long).
 * - `npm run bench -- http-table --data <folder> [--from 1816] [--rounds 3]`: a long panel over HTTP, beside Express.
 * - `npm run bench -- load --data <folder> [--rate 500] [--seconds 20]`: a server under load, with a writer beside it.
 * - `npm run bench -- feed --data <folder> [--clients 200] [--commits 300]`: clients that follow the log across a
 *   restart of the server, beside one that reads nothing; what each of them had, and how late.
 * - `npm run bench -- page --data <folder> [--subject cat] [--rounds 5] [--steps 200]`: the page in a real browser.
 * - `npm run bench -- tables --data <folder> [--rounds 3] [--from 1930]`: tables by recipe, and their memory.
 * - `npm run bench -- netdiffuser --edges <csv> --toa <csv> [--table event-history [--lag 1]]`: no time, but the
 *   measures of netdiffuseR, node by node; or the event history of every node, as `panel event-history` has it of
 *   states; or, with `--table rewiring [--draws 1000] [--seed 1]`, the structure test of the mean threshold.
 * - `npm run bench -- permutation [--draws 5000]`: how many histories `spread --draws` draws a second.
 */
const suites: Readonly<Record<string, () => Promise<void>>> = {
  embedded,
  engines,
  clocks,
  releases,
  questions,
  load,
  'http-table': httpTable,
  feed,
  page,
  tables,
  netdiffuser,
  permutation: drawnHistories,
}

const [, , first = 'embedded'] = process.argv
const suite = suites[first.startsWith('--') ? 'embedded' : first]
if (suite === undefined) throw new Error(`no benchmark "${first}"; known: ${Object.keys(suites).join(', ')}`)
try {
  await suite()
} catch (thrown) {
  process.stderr.write(`The benchmark failed: ${messageOf(thrown)}\n`)
  process.exitCode = 1
}
