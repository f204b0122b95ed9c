import { spawn } from 'node:child_process'

/** How long a new process took from its start to its end, in seconds, and what it printed. */
export interface ProcessTime {
  readonly seconds: number
  readonly out: string
}

/** Runs Node in a process of its own; throws what it said where it fails. */
export const timeProcess = (...args: readonly string[]): Promise<ProcessTime> =>
  new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      const seconds = (performance.now() - start) / 1000
      if (code === 0) resolve({ seconds, out: Buffer.concat(out).toString('utf8') })
      else reject(new Error(`${args.join(' ')} ended with ${code ?? signal}: ${Buffer.concat(said).toString('utf8')}`))
    })
  })
