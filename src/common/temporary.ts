import { rmSync } from 'node:fs'

/** What a process makes for its own use goes with it, also where a signal ends it. */
export interface Temporary {
  readonly remove: () => void
  /** It has another name now, or is wanted. */
  readonly keep: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const made = new Set<string>()

const removeOne = (path: string): void => {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // The disk that does not let it go is named by whatever comes next.
  }
}

/** Who waits for signals itself decides when the process ends; else it ends here, as it would have. */
const onSignal = (signal: NodeJS.Signals): void => {
  for (const path of made) removeOne(path)
  made.clear()
  watch(false)
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
}

const onExit = (): void => {
  for (const path of made) removeOne(path)
}

const watch = (on: boolean): void => {
  for (const signal of signals) {
    process.off(signal, onSignal)
    if (on) process.on(signal, onSignal)
  }
  process.off('exit', onExit)
  if (on) process.on('exit', onExit)
}

/**
 * Has a file or folder removed when it is no longer wanted: at the latest when the process ends, unless it is killed
 * without a chance.
 */
export const removedAtTheEnd = (path: string): Temporary => {
  if (made.size === 0) watch(true)
  made.add(path)
  const keep = (): void => {
    made.delete(path)
    if (made.size === 0) watch(false)
  }
  return {
    keep,
    remove: () => {
      if (!made.has(path)) return
      removeOne(path)
      keep()
    },
  }
}
