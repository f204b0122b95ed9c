import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { sharedByTheRun } from '../../support/run/shared.ts'

interface Said {
  readonly kind: string
  readonly ordinal?: number
  /** Of an answer: how many had signed, and which generation said so. */
  readonly count?: number
  readonly generation?: string
}

/** What a child works on, and how. */
export interface Task {
  /**
   * The whole log once; as a projector, until it follows; as a projector, for ever; the whole log anew; the same
   * question, for ever.
   */
  readonly work: 'catch up' | 'project once' | 'project' | 'rebuild' | 'ask'
  /** Place of the log: `sqlite:<file>` or `esdb://…`. */
  readonly log: string
  /** Place of the read model: `sqlite:<file>` or `postgres://…`. */
  readonly read: string
  readonly logName: string
  /** In milliseconds. */
  readonly lease?: number
  /** Where it stops dead: from an ordinal on, at the event, or before or after a commit. */
  readonly halt?: Halt
  /** After how many events its transactions end, at the end of a commit; as many as always where it is not said. */
  readonly batch?: number
  /** Does as another version of the program would: another shape. */
  readonly shape?: string
}
export type Halt = { readonly at: number } | { readonly before: number } | { readonly after: number }

const bundled = join(await sharedByTheRun('children'), 'projecting.mjs')

/** Starts `child.mjs`, for one test. `until` waits for a line, or for the end of the process. */
export const aChild = (task: Task) => {
  const child = spawn(process.execPath, [bundled, JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: Said[] = []
  let complaints = ''
  let heard = () => undefined as void
  let over = false
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()))
  createInterface(child.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as Said)
    heard()
  })
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      over = true
      heard()
      resolve(code)
    }),
  )
  return {
    said,
    ended,
    complaints: () => complaints,
    /** Stops it as a machine that hangs does, its connections open; and lets it go on. */
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
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
