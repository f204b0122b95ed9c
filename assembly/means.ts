import {
  anchors,
  focalItems,
  focalStart,
  high,
  laneBits,
  low,
  lowSums,
  marks,
  offerBits,
  offers,
  partners,
  states,
  withCompany,
} from './places'
import { quotientWhere, storeBoth } from './results'
import { itemsOf } from './rows'

/**
 * MM of two lanes: adds up the means ȳ_{o,-i} and their coverages in the order of the organisations, and divides by how
 * many have one. Each mean is rounded once, and their sum is as good as one rounding: what is lost in adding a mean to
 * an anchor far above all of them is added up beside it (Dekker's FastTwoSum: exact). Where nobody else has a score, 0
 * is divided by 1/2.
 *
 * `inTwo`: scores have low parts. `least`: below so many rated partners nothing is defined; they are counted above 1.
 */
export function meansOfMeans(pair: usize, inTwo: bool, least: f64): void {
  const half = f64x2.splat(0.5)
  const zero = f64x2.splat(0)
  const anchor = v128.load(anchors + pair)
  const from = offers + pair
  const lowFrom = lowSums + pair
  const start = focalStart
  const items = focalItems
  let k = itemsOf(start, items, 0)
  for (let i: usize = 0; i < states; i++) {
    const at = pair + (i << laneBits)
    const own = v128.load(high + at)
    const ownLow = v128.load(low + at)
    const mark = v128.load(marks + at)
    const isRated = f64x2.gt(mark, zero)
    let sum = anchor
    let lost = zero
    let covered = zero
    let silent = i64x2.splat(0)
    const first = k
    const end = itemsOf(start, items, i + 1)
    for (; k < end; k += 4) {
      const o = <usize>load<u32>(k)
      const offer = from + (o << offerBits)
      const count = f64x2.sub(v128.load(offer, 32), mark)
      let others = f64x2.sub(v128.load(offer), own)
      if (inTwo) others = f64x2.add(others, f64x2.sub(v128.load(lowFrom + (o << laneBits)), ownLow))
      const mean = f64x2.div(others, f64x2.pmax(half, count))
      covered = f64x2.add(covered, v128.bitselect(v128.load(offer, 96), v128.load(offer, 64), isRated))
      silent = i64x2.add(silent, f64x2.eq(count, zero))
      const next = f64x2.add(sum, mean)
      lost = f64x2.add(lost, f64x2.sub(mean, f64x2.sub(next, sum)))
      sum = next
    }
    const total = f64x2.add(f64x2.sub(sum, anchor), lost)
    const silentCount = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(silent, silent, 0, 2, 0, 2))
    let heard = f64x2.add(f64x2.splat(<f64>((end - first) >> 2)), silentCount)
    if (least > 1) heard = v128.and(heard, f64x2.ge(v128.load(partners + at), f64x2.splat(least)))
    const company = v128.load64_splat(withCompany + (i << 3))
    const value = quotientWhere(f64x2.gt(heard, zero), total, heard)
    storeBoth(pair, i, value, quotientWhere(f64x2.gt(company, zero), covered, company), heard)
  }
}
