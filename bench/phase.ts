import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What one phase measured, in a process of its own, so that its peak memory is its own. */
export interface Measured {
  readonly events: number
  readonly seconds: number
  readonly peakMegabytes: number
  /** What one turn of each kind of work took in the median, in milliseconds; where a phase does many. */
  readonly medians?: Readonly<Record<string, number>>
}

/**
 * Runs a phase in a fresh process and gives what it printed last: JSON of what the phase gives. Ctrl-C ends the phase,
 * so that what was started around it is stopped on the way out.
 */
export const inOwnProcess = <T = Measured>(phase: string, ...args: readonly string[]): Promise<T> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('run-phase.js', import.meta.url)), phase, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const interrupt = (): void => void child.kill('SIGINT')
    process.on('SIGINT', interrupt)
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', interrupt)
      if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '') as T)
      else reject(new Error(`${phase} ended with ${code ?? signal}`))
    })
  })

/** Times a piece of work that says how many events it handled. */
export const measured = async (work: () => Promise<number> | number): Promise<Measured> => {
  const start = process.hrtime.bigint()
  const events = await work()
  return {
    events,
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}
