import { startWriter } from '../soak/writer.ts'
import { openLog } from '../../src/workspace/engines.ts'
import { inFolder } from '../../src/workspace/settings.ts'

/** A process that appends to the log in a folder, so many events a second, until it is told to stop. */
const [, , folder = '', rate = '1'] = process.argv
const log = await openLog(inFolder(folder))
const writer = startWriter(log, { logName: 'main', rate: Number(rate) })
await new Promise((stop) => process.once('SIGTERM', stop))
await writer.stop()
await log.close()
process.stdout.write(`appended ${writer.acknowledged()}, failed ${writer.failures.length}\n`)
