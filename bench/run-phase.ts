import type { Measured } from './phase.ts'
import { append } from './phases/append.ts'
import { bareCopy } from './phases/bare-copy.ts'
import { bareInsert } from './phases/bare-insert.ts'
import { barePipeline } from './phases/bare-pipeline.ts'
import { importFolder } from './phases/import-folder.ts'
import { rebuild } from './phases/rebuild.ts'

const phases: Readonly<Record<string, (...args: string[]) => Promise<Measured>>> = { append, bareCopy, bareInsert, barePipeline, importFolder, rebuild }

const [name = '', ...args] = process.argv.slice(2)
const phase = phases[name]
if (phase === undefined) throw new Error(`no phase "${name}"; known: ${Object.keys(phases).join(', ')}`)
process.stdout.write(`${JSON.stringify(await phase(...args))}\n`)
