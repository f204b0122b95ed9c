import { laneBits } from './places'

/** Where the items of a row begin; those of the last row end where the one after it would begin. */
export function itemsOf(start: usize, items: usize, row: usize): usize {
  return items + ((<usize>load<u32>(start + (row << 2))) << 2)
}

/**
 * For each row the sums of `values` over its items, lane by lane. They must be exact: items are taken two by two, and
 * added in no particular order.
 */
export function addLanes(start: usize, rows: usize, items: usize, values: usize, into: usize): void {
  let k = itemsOf(start, items, 0)
  for (let row: usize = 0; row < rows; row++) {
    let a = f64x2.splat(0)
    let b = f64x2.splat(0)
    let nextA = f64x2.splat(0)
    let nextB = f64x2.splat(0)
    const end = itemsOf(start, items, row + 1)
    for (; k + 4 < end; k += 8) {
      const at = values + ((<usize>load<u32>(k)) << laneBits)
      const after = values + ((<usize>load<u32>(k, 4)) << laneBits)
      a = f64x2.add(a, v128.load(at))
      b = f64x2.add(b, v128.load(at, 16))
      nextA = f64x2.add(nextA, v128.load(after))
      nextB = f64x2.add(nextB, v128.load(after, 16))
    }
    if (k < end) {
      const at = values + ((<usize>load<u32>(k)) << laneBits)
      a = f64x2.add(a, v128.load(at))
      b = f64x2.add(b, v128.load(at, 16))
      k += 4
    }
    const to = into + (row << laneBits)
    v128.store(to, f64x2.add(a, nextA))
    v128.store(to, f64x2.add(b, nextB), 16)
  }
}

/** The same for two lanes: `values` and `into` point to the first of them. */
export function addPair(start: usize, rows: usize, items: usize, values: usize, into: usize): void {
  let k = itemsOf(start, items, 0)
  for (let row: usize = 0; row < rows; row++) {
    let a = f64x2.splat(0)
    let next = f64x2.splat(0)
    const end = itemsOf(start, items, row + 1)
    for (; k + 4 < end; k += 8) {
      a = f64x2.add(a, v128.load(values + ((<usize>load<u32>(k)) << laneBits)))
      next = f64x2.add(next, v128.load(values + ((<usize>load<u32>(k, 4)) << laneBits)))
    }
    if (k < end) {
      a = f64x2.add(a, v128.load(values + ((<usize>load<u32>(k)) << laneBits)))
      k += 4
    }
    v128.store(into + (row << laneBits), f64x2.add(a, next))
  }
}
