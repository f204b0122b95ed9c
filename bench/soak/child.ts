import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** How long a process may take to end after SIGTERM: the grace period of a pod. */
const grace = 30_000
/** Lines of its log that are kept to say why it died. */
const kept = 20

/** One `normtrail` process. */
export interface Child {
  readonly name: string
  readonly pid: number
  /** The first line of its output that begins so, without that beginning. */
  readonly said: (beginning: string) => Promise<string>
  /** What it logged as an error, at most the last few lines. */
  readonly errors: readonly string[]
  /** SIGTERM; the exit code, or undefined where it had to be killed. */
  readonly stop: () => Promise<number | undefined>
  readonly kill: () => void
  /** Its exit code, whenever it ends. */
  readonly ended: Promise<number | undefined>
}

/** Whether a line of the log tells of a failure: pino's level 50 and above, or no JSON at all. */
const isError = (line: string): boolean => !line.startsWith('{') || /"level":[56]0/.test(line)

export const startChild = (name: string, args: readonly string[], env: Readonly<Record<string, string>>): Child => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/cli/main.js', import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  const errors: string[] = []
  const listeners = new Set<() => void>()
  const ended = new Promise<number | undefined>((end) => child.once('close', (code) => end(code ?? undefined)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (lines.length > kept) lines.shift()
    for (const listener of listeners) listener()
  })
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isError(line)) return
    errors.push(line)
    if (errors.length > kept) errors.shift()
  })
  const said = (beginning: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const line = lines.find((one) => one.startsWith(beginning))
        if (line === undefined) return
        listeners.delete(look)
        resolve(line.slice(beginning.length))
      }
      listeners.add(look)
      look()
      void ended.then((code) =>
        reject(new Error(`${name} ${code === undefined ? 'was killed' : `ended with ${code}`}: ${errors.join('\n')}`)),
      )
    })
  const stop = async (): Promise<number | undefined> => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), grace)
    const code = await ended
    clearTimeout(timer)
    return code
  }
  return { name, pid: child.pid ?? 0, said, errors, stop, kill: () => void child.kill('SIGKILL'), ended }
}
