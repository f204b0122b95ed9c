import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { residentMegabytes } from '../soak/resident.ts'

/** How long an export took, how many rows it says that it wrote, and the most memory that it was seen to hold. */
export interface Exported {
  readonly seconds: number
  readonly rows: number
  readonly megabytes: number
}

const program = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))

/** What the program says at its end: `15560 rows, 47 columns; …`. */
const rowsIn = (said: string): number => {
  const [, rows] = /^(\d+) rows, /m.exec(said) ?? []
  if (rows === undefined) throw new Error(`expected how many rows there are; this came: ${said}`)
  return Number(rows)
}

/** Makes the table of a recipe in a process of its own, from its start to its end. What it writes is not kept. */
export const exported = (data: string, recipe: object, format: 'csv' | 'parquet' = 'csv'): Promise<Exported> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const asked = ['--data', data, 'export', 'table', '-', '--format', format]
    const child = spawn(process.execPath, [program, ...asked])
    let [megabytes, said] = [0, '']
    const watch = setInterval(() => (megabytes = Math.max(megabytes, residentMegabytes(child.pid ?? 0) ?? 0)), 50)
    child.stdout.resume()
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, rows: rowsIn(said), megabytes })
      else reject(new Error(said))
    })
    child.stdin.end(JSON.stringify(recipe))
  })
