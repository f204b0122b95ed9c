import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sharedByTheRun } from '../support/run/shared.ts'

/** What the process says of itself. */
export interface Said {
  readonly at?: 'reading' | 'appending' | 'folding' | 'rebuilding' | 'finished'
  readonly acknowledged?: string
  readonly ordinal?: number
  /** Of a backdated load: what an earlier run had left of it. */
  readonly there?: { readonly commits: number; readonly events: number }
}

const bundled = join(await sharedByTheRun('children'), 'recording.mjs')

/**
 * Runs `child.mjs`; kills it without warning (SIGKILL) once `when` holds of what it has just said. Gives all that it
 * said before it died.
 */
export const runProcess = (
  args: readonly string[],
  when: (said: Said, nth: number) => boolean = () => false,
): Promise<{ said: readonly Said[]; killed: boolean }> =>
  new Promise((settle, fail) => {
    const child = spawn(process.execPath, [bundled, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    const errors: Buffer[] = []
    child.stderr.on('data', (piece: Buffer) => errors.push(piece))
    let shot = false
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (!text.endsWith('}')) return
      const line = JSON.parse(text) as Said
      said.push(line)
      if (shot || !when(line, said.length)) return
      shot = true
      child.kill('SIGKILL')
    })
    child.on('error', fail)
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') settle({ said, killed: signal === 'SIGKILL' })
      else fail(new Error(`the process ended with ${code}: ${Buffer.concat(errors).toString('utf8')}`))
    })
  })

/** Whether it is where it was told to halt, such as `appending:60`: to kill it there. */
export const whereItHalts = (halt: string): ((said: Said) => boolean) => {
  const [at, nth = '1'] = halt.split(':')
  let met = 0
  return (said) => said.at === at && (met += 1) === Number(nth)
}
