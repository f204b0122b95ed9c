import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import type { Settings } from '../../src/workspace/settings.ts'

/** `normtrail serve` in a process of its own, for one test, or for as long as is said. */
export const anApi = async ({ log, read, logName }: Settings, inTheEnd: (end: () => void) => void = onTestFinished) => {
  const program = packagePath('dist/src/cli/main.js')
  if (!existsSync(program)) throw new Error('This suite starts a built process: run `npm run build` first.')
  const child = spawn(process.execPath, [program, 'serve', '--port', '0'], {
    env: { ...process.env, NORMTRAIL_LOG: log, NORMTRAIL_READ: read, NORMTRAIL_LOG_NAME: logName },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  inTheEnd(() => void child.kill('SIGKILL'))
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /^Listening on (\S+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => reject(new Error(`the process ended before it listened:\n${complaints}`)))
  })
  return {
    address,
    /** The answer to a question; an error for everything else. */
    ask: async <A>(path: string): Promise<A> => {
      const response = await fetch(`${address}${path}`)
      const text = await response.text()
      if (response.status !== 200)
        throw new Error(
          `${path} was answered ${response.status}: ` +
            `${text}${complaints.split('\n').findLast((line) => line.includes('"err"')) ?? ''}`,
        )
      return JSON.parse(text) as A
    },
    /** Ends it as a machine that loses power does. */
    kill: (): Promise<number | null> => {
      child.kill('SIGKILL')
      return ended
    },
    /** Ends it as an operator does; gives its exit code. */
    stop: (): Promise<number | null> => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
