import type { Rows } from '../../src/exposure/sparse-rows.ts'

/** Rows of pairs (row[k], item[k]) in any order. A pair that is given twice counts once. */
export const rowsFromPairs = (
  { row, item }: { readonly row: readonly number[]; readonly item: readonly number[] },
  rowCount: number,
): Rows => {
  const rows = Array.from({ length: rowCount }, (_, r) =>
    [...new Set(item.filter((_item, k) => row[k] === r))].toSorted((a, b) => a - b),
  )
  const start = [0]
  for (const items of rows) start.push((start.at(-1) ?? 0) + items.length)
  return { start: Uint32Array.from(start), items: Uint32Array.from(rows.flat()) }
}
