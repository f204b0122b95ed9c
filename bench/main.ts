import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOwnProcess, type Measured } from './phase.ts'

/**
 * Measures the log and the read model side by side with the bare work, in one run, as ratios; each phase in a process of its own.
 * `npm run bench [-- --events 1000000] [--tables <folder of datasets>]`
 */
const option = (name: string): string | undefined => {
  const index = process.argv.indexOf(`--${name}`)
  return index < 0 ? undefined : process.argv[index + 1]
}

const rate = ({ events, seconds }: Measured): number => events / seconds
const line = (what: string, measured: Measured, bare?: Measured): void => {
  const ratio = bare === undefined ? '' : `  ${(rate(measured) / rate(bare)).toFixed(2)} of the bare work`
  const columns = [what.padEnd(34), `${measured.events.toLocaleString('en')} events`.padStart(20), `${measured.seconds.toFixed(1)} s`.padStart(9)]
  process.stdout.write(`${[...columns, `${Math.round(rate(measured)).toLocaleString('en')}/s`.padStart(12), `${measured.peakMegabytes} MB`.padStart(9)].join('')}${ratio}\n`)
}

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-bench-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const rebuilt = async (folder: string): Promise<void> => {
  const built = await inOwnProcess('rebuild', folder)
  const bare = await inOwnProcess('barePipeline', folder)
  line('  scan, parse, insert, bare', bare)
  line('  rebuild', built, bare)
}

const total = option('events') ?? '1000000'
process.stdout.write(`synthetic scores, ${Number(total).toLocaleString('en')} events\n`)
await inFolder(async (folder) => {
  const bare = await inOwnProcess('bareInsert', folder, total)
  line('  insert, bare', bare)
  line('  append', await inOwnProcess('append', folder, total), bare)
  await rebuilt(folder)
})

const tables = option('tables')
if (tables === undefined || !existsSync(tables)) process.stdout.write('datasets: none named; pass --tables <folder> to measure a real load\n')
else
  await inFolder(async (folder) => {
    process.stdout.write('datasets\n')
    const imported = await inOwnProcess('importFolder', folder, tables)
    const bare = await inOwnProcess('bareCopy', folder)
    line('  insert, bare', bare)
    line('  import, from files to the log', imported, bare)
    await rebuilt(folder)
  })
