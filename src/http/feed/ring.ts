import type { Batch, Entry } from './reading.ts'

/** The last events of the log as they are sent, for all clients that are there: so many bytes of them at most. */
export interface Ring {
  /** Up to where it goes, and the place there. */
  readonly to: () => { readonly ordinal: number; readonly place: string }
  /** Goes on; gives what was added. A batch that is not whole begins it anew behind. */
  readonly add: (batch: Batch) => readonly Entry[]
  /** What follows an ordinal, a portion of it; undefined where it does not go back so far. */
  readonly after: (ordinal: number) => Batch | undefined
}

/** About so many characters of frames are sent at once. */
const portion = 65_536

export const ringOf = (start: { readonly ordinal: number; readonly place: string }, most: number): Ring => {
  let to = start
  let before = start.ordinal
  let entries: Entry[] = []
  let size = 0
  const letGo = (): void => {
    let [gone, left] = [0, size]
    while (left > most && gone < entries.length) {
      left -= entries[gone]?.frame.length ?? 0
      gone += 1
    }
    if (gone === 0) return
    before = entries[gone - 1]?.ordinal ?? before
    entries = entries.slice(gone)
    size = left
  }
  const begin = (): void => {
    entries = []
    size = 0
    before = to.ordinal
  }
  return {
    to: () => to,
    add: (batch) => {
      const isWhole = batch.to - to.ordinal === batch.entries.length
      to = { ordinal: batch.to, place: batch.place }
      if (!isWhole) {
        begin()
        return []
      }
      for (const entry of batch.entries) {
        entries.push(entry)
        size += entry.frame.length
      }
      letGo()
      return batch.entries
    },
    after: (ordinal) => {
      if (ordinal < before) return undefined
      const taken: Entry[] = []
      for (let [at, length] = [ordinal - before, 0]; at < entries.length && length < portion; at += 1) {
        const entry = entries[at] as Entry
        taken.push(entry)
        length += entry.frame.length
      }
      const last = taken.at(-1)
      return { entries: taken, to: last?.ordinal ?? to.ordinal, place: last?.place ?? to.place }
    },
  }
}
