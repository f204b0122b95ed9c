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

/** Rows of those entries alone that are marked by something but 0; a mark for each entry of `items`. */
export const markedRows = ({ start, items }: Rows, marks: ArrayLike<number>): Rows => {
  const kept = new Uint32Array(start.length)
  for (let row = 0; row + 1 < start.length; row++) {
    kept[row + 1] = kept[row]!
    for (let k = start[row]!; k < start[row + 1]!; k++) if (marks[k]) kept[row + 1]!++
  }
  return { start: kept, items: items.filter((_, k) => marks[k]) }
}

/** The entries of either of two tables, row by row; they have as many rows. */
export const unionOfRows = (a: Rows, b: Rows): Rows => {
  const rows = Array.from({ length: a.start.length - 1 }, (_, row) => {
    const [own, other] = [a, b].map(({ start, items }) => items.subarray(start[row], start[row + 1]))
    return [...new Set([...own!, ...other!])].toSorted((x, y) => x - y)
  })
  const start = new Uint32Array(a.start.length)
  for (const [row, items] of rows.entries()) start[row + 1] = start[row]! + items.length
  return { start, items: Uint32Array.from(rows.flat()) }
}
