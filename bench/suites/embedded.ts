import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { inFolder } from '../in-folder.ts'
import { numberOption, option } from '../options.ts'
import { inOwnProcess } from '../phase.ts'
import { line, say } from '../report.ts'

const bareWork = 'the bare work'

const rebuilt = async (folder: string): Promise<void> => {
  const built = await inOwnProcess('rebuild', folder)
  const bare = await inOwnProcess('barePipeline', folder)
  line('  scan, parse, insert, bare', bare)
  line('  rebuild', built, { measured: bare, named: bareWork })
}

/** So many commits of one event each, at most: every one of them waits for the disk. */
const mostOfOne = 20_000

/** A log as it grows in daily use: it is folded commit by commit, each a unit of knowledge. */
const commitsOfOne = async (total: number): Promise<void> => {
  say(`commits of one event, ${total.toLocaleString('en')} of them`)
  await inFolder(async (folder) => {
    const [log, read] = [`sqlite:${join(folder, 'log.sqlite')}`, `sqlite:${join(folder, 'read.sqlite')}`]
    await inOwnProcess('loadLog', log, 'main', 'eight', String(total))
    const caughtUp = await inOwnProcess('catchUpOn', log, 'main', read)
    const bare = await inOwnProcess('barePipelineOn', log, 'main', read)
    line('  scan, parse, insert, bare', bare)
    line('  catch up', caughtUp, { measured: bare, named: bareWork })
  })
}

/** The embedded log and read model: synthetic events, and the datasets of a folder. */
export const embedded = async (): Promise<void> => {
  const total = String(numberOption('events', 1_000_000))
  say(`synthetic scores, ${Number(total).toLocaleString('en')} events`)
  await inFolder(async (folder) => {
    const bare = await inOwnProcess('bareInsert', folder, total)
    line('  insert, bare', bare)
    line('  append', await inOwnProcess('append', folder, total), { measured: bare, named: bareWork })
    await rebuilt(folder)
  })
  await commitsOfOne(Math.min(Number(total), mostOfOne))

  const tables = option('tables')
  if (tables === undefined || !existsSync(tables))
    return say('datasets: none named; pass --tables <folder> to measure a real load')
  await inFolder(async (folder) => {
    say('datasets')
    const imported = await inOwnProcess('importFolder', folder, tables)
    const bare = await inOwnProcess('bareCopy', folder)
    line('  insert, bare', bare)
    line('  import, from files to the log', imported, { measured: bare, named: bareWork })
    await rebuilt(folder)
  })
}
