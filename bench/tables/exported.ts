import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { residentMegabytes } from '../soak/resident.ts'

/** How long an export took, how many rows it wrote, and the most memory that it was seen to hold. */
export interface Exported {
  readonly seconds: number
  readonly rows: number
  readonly megabytes: number
}

const program = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url))

/** Makes the table of a recipe in a process of its own, from its start to its end; what it writes is counted. */
export const exported = (data: string, recipe: object): Promise<Exported> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [program, '--data', data, 'export', 'table', '-'])
    let [lines, megabytes, said] = [0, 0, '']
    const watch = setInterval(() => (megabytes = Math.max(megabytes, residentMegabytes(child.pid ?? 0) ?? 0)), 50)
    child.stdout.on('data', (chunk: Buffer) => (lines += chunk.toString('latin1').split('\n').length - 1))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, rows: lines - 1, megabytes })
      else reject(new Error(said))
    })
    child.stdin.end(JSON.stringify(recipe))
  })
