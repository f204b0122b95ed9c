import type { Rows } from '../../src/exposure/sparse-rows.ts'

/** Rows of pairs (row[k], item[k]) in any order. A pair that is given twice counts once. */
export const rowsFromPairs = (
  { row, item }: { readonly row: readonly number[]; readonly item: readonly number[] },
  rowCount: number,
): Rows => {
  const sets = Array.from({ length: rowCount }, () => new Set<number>())
  row.forEach((r, k) => sets[r]?.add(item[k] as number))
  const rows = sets.map((items) => [...items].toSorted((a, b) => a - b))
  const start = [0]
  for (const items of rows) start.push((start.at(-1) ?? 0) + items.length)
  return { start: Uint32Array.from(start), items: Uint32Array.from(rows.flat()) }
}
