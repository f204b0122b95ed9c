import { badInput } from '../common/error.ts'

/**
 * Compressed rows: which items belong to which row, without an object per row.
 *
 * Layout: the items of row r are `items[start[r]] … items[start[r + 1] - 1]`, strictly ascending; `start` has one entry
 * more than there are rows. Two such tables describe a company: state → organisations, organisation → states.
 */
export interface Rows {
  readonly start: Uint32Array
  readonly items: Uint32Array
}

/** Pairs (row[k], item[k]), in any order. A pair that is given twice counts once: one is a member, or one is not. */
export interface Pairs {
  readonly row: ArrayLike<number>
  readonly item: ArrayLike<number>
}

export const rowsFromPairs = (pairs: Pairs, rowCount: number, itemCount: number): Rows => {
  const { row, item } = pairs
  if (row.length !== item.length) {
    throw badInput(
      'bad-argument',
      `pairs.row has ${row.length} entries and pairs.item has ${item.length}; expected as many of each.`,
    )
  }
  const end = new Uint32Array(rowCount + 1)
  for (let k = 0; k < row.length; k++) {
    checkIndex('pairs.row', k, row[k]!, rowCount)
    checkIndex('pairs.item', k, item[k]!, itemCount)
    end[row[k]! + 1]!++
  }
  for (let r = 0; r < rowCount; r++) end[r + 1]! += end[r]!
  const next = end.slice()
  const placed = new Uint32Array(row.length)
  for (let k = 0; k < row.length; k++) placed[next[row[k]!]!++] = item[k]!
  return ascending(end, placed)
}

const ascending = (end: Uint32Array, placed: Uint32Array): Rows => {
  const start = new Uint32Array(end.length)
  let kept = 0
  for (let r = 0; r + 1 < end.length; r++) {
    const row = placed.subarray(end[r]!, end[r + 1]!).sort()
    const first = kept
    for (const item of row) if (kept === first || placed[kept - 1] !== item) placed[kept++] = item
    start[r + 1] = kept
  }
  return { start, items: placed.slice(0, kept) }
}

const checkIndex = (name: string, at: number, index: number, count: number): void => {
  if (Number.isInteger(index) && index >= 0 && index < count) return
  throw badInput('bad-argument', `${name}[${at}] is ${index}; expected a whole number from 0 to ${count - 1}.`)
}
