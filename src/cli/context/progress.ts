import type { Terminal } from './terminal.ts'

/** One line on stderr that says how far long work has come. */
export interface ProgressLine {
  readonly show: (words: string, done: number, of?: number, beside?: string) => void
  /** Says a line that stays, to a file or a pipe too. */
  readonly note: (line: string) => void
  /** Wipes the line, so that what follows starts on a clean one. */
  readonly clear: () => void
}

const wipe = '\r\u001b[2K'
const millisecondsBetween = 100

/** Silent where stderr is a file or a pipe. */
export const progressLine = (
  { stderr }: Terminal,
  clock: () => number = performance.now.bind(performance),
): ProgressLine => {
  if (stderr.isTTY !== true) return { show: () => {}, note: (line) => stderr.write(`${line}\n`), clear: () => {} }
  let last = -Infinity
  let shown = false
  return {
    show: (words, done, of, beside) => {
      if (clock() - last < millisecondsBetween) return
      last = clock()
      shown = true
      const total = of === undefined ? '' : ` of ${of} (${Math.floor((100 * done) / Math.max(of, 1))} %)`
      stderr.write(`${wipe}${words} ${done}${total}${beside === undefined ? '' : `, ${beside}`}`)
    },
    note: (line) => {
      stderr.write(`${shown ? wipe : ''}${line}\n`)
      shown = false
      last = -Infinity
    },
    clear: () => {
      if (shown) stderr.write(wipe)
      shown = false
    },
  }
}

/** Runs a piece of work with a progress line, and wipes it at the end. */
export const withProgress = async <T>(
  terminal: Terminal,
  work: (show: ProgressLine['show'], note: ProgressLine['note']) => Promise<T>,
): Promise<T> => {
  const line = progressLine(terminal)
  try {
    return await work(line.show, line.note)
  } finally {
    line.clear()
  }
}
