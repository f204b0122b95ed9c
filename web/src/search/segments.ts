import type { Entry, NameIndex } from './name-index.ts'

/** Some words that are one name, or begin one, and what they may mean. */
export interface Segment {
  readonly words: readonly string[]
  readonly entries: readonly Entry[]
}

export interface Read {
  readonly segments: readonly Segment[]
  /** The words that mean nothing. */
  readonly unread: readonly string[]
}

/** A year that stands in no name is a day that is asked about. */
const isYear = (word: string): boolean => /^\d{4}$/.test(word)

/** The longest names that the words spell out, in their order; what lies between is read as beginnings of names. */
export const segmentsOf = (index: NameIndex, words: readonly string[], isIdle: (word: string) => boolean): Read => {
  let segments: readonly Segment[] = []
  const unread: string[] = []
  let run: string[] = []
  const endRun = (): void => {
    const read = segmentsOfRun(index, run, segments)
    segments = read.segments
    unread.push(...read.unread)
    run = []
  }
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ''
    const size = index.sizeOfNameAt(words, at)
    if (size > 1 || (size === 1 && !isIdle(word))) {
      endRun()
      const said = words.slice(at, at + size)
      segments = [...segments, { words: said, entries: index.called(said) }]
    } else if (isYear(word)) unread.push(word)
    else if (!isIdle(word)) run.push(word)
    at += Math.max(size, 1)
  }
  endRun()
  return { segments, unread }
}

/** Words that are no whole name: they go on from the name before (`Istanbul conv`), or begin names of their own. */
const segmentsOfRun = (index: NameIndex, run: readonly string[], before: readonly Segment[]): Read => {
  const last = before.at(-1)
  if (run.length === 0) return { segments: before, unread: [] }
  const together = last === undefined ? [] : [...last.words, ...run]
  const longer = together.length === 0 ? [] : index.beginningWith(together)
  if (longer.length > 0) return { segments: [...before.slice(0, -1), { words: together, entries: longer }], unread: [] }
  for (let size = run.length; size > 0; size--) {
    const words = run.slice(0, size)
    const entries = index.beginningWith(words)
    if (entries.length > 0) return segmentsOfRun(index, run.slice(size), [...before, { words, entries }])
  }
  const rest = segmentsOfRun(index, run.slice(1), before)
  return { segments: rest.segments, unread: [...run.slice(0, 1), ...rest.unread] }
}
