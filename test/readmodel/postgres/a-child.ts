import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { packagePath } from '../../../src/package-path.ts'

export interface Said {
  readonly kind: string
  readonly ordinal?: number
}

/** Starts `child.mjs`. `until` waits for a line, or for the end of the process. */
export const aChild = (...args: readonly string[]) => {
  if (!existsSync(packagePath('dist/src/readmodel/projector-loop.js'))) throw new Error('This suite starts a built process: run `npm run build` first.')
  const child = spawn(process.execPath, [fileURLToPath(new URL('./child.mjs', import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Said[] = []
  let complaints = ''
  let heard = () => undefined as void
  let over = false
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  createInterface(child.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as Said)
    heard()
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => {
    over = true
    heard()
    resolve(code)
  }))
  return {
    said,
    ended,
    complaints: () => complaints,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    until: async (wanted: (line: Said) => boolean): Promise<void> => {
      while (!said.some(wanted)) {
        if (over) throw new Error(`the process ended before it said so:\n${complaints}`)
        await new Promise<void>((resolve) => (heard = resolve))
      }
    },
  }
}
