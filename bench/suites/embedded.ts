import { existsSync } from 'node:fs'
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

  const tables = option('tables')
  if (tables === undefined || !existsSync(tables)) return say('datasets: none named; pass --tables <folder> to measure a real load')
  await inFolder(async (folder) => {
    say('datasets')
    const imported = await inOwnProcess('importFolder', folder, tables)
    const bare = await inOwnProcess('bareCopy', folder)
    line('  insert, bare', bare)
    line('  import, from files to the log', imported, { measured: bare, named: bareWork })
    await rebuilt(folder)
  })
}
