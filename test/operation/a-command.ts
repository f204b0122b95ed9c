import { spawn } from 'node:child_process'
import { packagePath } from '../../src/package/package-path.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

const main = packagePath('dist/src/cli/main.js')

/**
 * A command line of a shell, in which `$NT` is normtrail as it was built: for what only a real process meets, such as a
 * full disk.
 */
export const inShell = (
  script: string,
  env: Readonly<Record<string, string>> = {},
  when: (said: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> =>
  new Promise((settle, fail) => {
    const child = spawn('bash', ['--norc', '-c', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, NT: `${process.execPath} ${main}`, ...env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (piece) => (out += String(piece)))
    child.stderr.on('data', (piece) => {
      err += String(piece)
      when(err, (signal) => child.kill(signal))
    })
    child.on('error', fail)
    child.on('close', (code, signal) => settle({ code, signal, out, err }))
  })

/** Fails where a message is a stack, or says that the fault is ours. */
export const isPlain = (text: string): boolean => !/^ {4}at |a fault in normtrail|^internal:|node:internal/m.test(text)
