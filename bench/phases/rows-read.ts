import { writeFileSync } from 'node:fs'
import { asked } from '../questions/asked.ts'
import { rowsReadBy } from '../questions/rows-read.ts'
import { measured, type Measured } from '../phase.ts'

/** Writes down what a question reads in a folder; in a process of its own, so that nothing is known before. */
export const rowsRead = (folder: string, name: string, file: string): Promise<Measured> =>
  measured(async () => {
    const one = asked.find((each) => each.name === name)
    if (one === undefined) throw new Error(`no question "${name}"`)
    const reads = await rowsReadBy(folder, one)
    writeFileSync(file, JSON.stringify(reads))
    return reads.length
  })
