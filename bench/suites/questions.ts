import { join } from 'node:path'
import { inFolder } from '../in-folder.ts'
import { numberOption, option } from '../options.ts'
import { inOwnProcess } from '../phase.ts'
import { asked } from '../questions/asked.ts'
import { askCold, readBareWarm } from '../questions/cold.ts'
import { reportQuestions } from '../questions/report.ts'
import type { Warm } from '../questions/warm.ts'
import { standingReadModel } from '../questions/standing-read-model.ts'

const progress = (words: string): void => void process.stderr.write(`${words}\n`)

/** A bare read of as many rows as some questions have takes longer than their answer. */
const mostBare = 20

/**
 * What questions cost on the data of a folder: cold, in a new process each, and warm, asked of one server. Each stands
 * beside an empty process, and beside a read of the same rows by SQLite alone.
 */
export const questions = async (): Promise<void> => {
  const folder = option('data')
  if (folder === undefined) throw new Error('--data needs a folder with a log in it')
  const rounds = Math.round(numberOption('cold', 5))
  const most = Math.round(numberOption('warm', 300))
  const least = Math.min(most, Math.round(numberOption('dear', 5)))
  await inFolder(async (place) => {
    const readsOf = (name: string): string => join(place, `${name.replaceAll(' ', '-')}.json`)
    for (const { name } of asked) {
      progress(`which rows it reads: ${name}`)
      await inOwnProcess('rowsRead', folder, name, readsOf(name))
    }
    const database = await standingReadModel(folder)
    const cold = await askCold({ folder, database, readsOf }, rounds, progress)
    const warm = await inOwnProcess<Warm>('askWarm', folder, String(most), String(least))
    const bareWarm = new Map<string, readonly number[]>()
    for (const [name, { times }] of Object.entries(warm.questions)) {
      progress(`warm, rows bare: ${name}`)
      bareWarm.set(name, await readBareWarm(database, readsOf(name), Math.min(times.length, mostBare)))
    }
    reportQuestions({ cold, warm, bareWarm })
  })
}
