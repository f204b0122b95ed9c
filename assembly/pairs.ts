import {
  divisors,
  focalItems,
  focalStart,
  high,
  inverses,
  isOfStrangers,
  laneBits,
  low,
  lowSums,
  marks,
  offerBits,
  offers,
  packed,
  partners,
  shared,
  states,
  sums,
  unitShifts,
  weights,
} from './places'
import { quotientWhere, storeBoth } from './results'
import { itemsOf } from './rows'

/** Makes partners of those who are listed: of strangers, all who are rated but them. */
export function countPartners(pair: usize): void {
  let all = f64x2.splat(0)
  for (let i: usize = 0; i < states; i++) all = f64x2.add(all, v128.load(marks + pair + (i << laneBits)))
  for (let i: usize = 0; i < states; i++) {
    if (load<u8>(isOfStrangers + i) == 0) continue
    const at = partners + pair + (i << laneBits)
    v128.store(at, f64x2.sub(all, v128.load(at)))
  }
}

/**
 * Where scores are whole, sums of packed ones over all organisations are exact, in `sums`: the own score goes off once
 * for each, and what is left is taken apart.
 */
export function leaveOut(pair: usize): void {
  const shift = v128.load(unitShifts + pair)
  const inverse = v128.load(inverses + pair)
  for (let i: usize = 0; i < states; i++) {
    const at = pair + (i << laneBits)
    const count = (itemsOf(focalStart, 0, i + 1) - itemsOf(focalStart, 0, i)) >> 2
    const own = f64x2.mul(f64x2.splat(<f64>count), v128.load(packed + at))
    const rest = f64x2.sub(v128.load(sums + at), own)
    const units = f64x2.sub(f64x2.add(rest, shift), shift)
    v128.store(weights + at, f64x2.mul(units, inverse))
    v128.store(sums + at, f64x2.sub(rest, units))
  }
}

/** Else the sum of the others is rounded once in each organisation, and what their sum loses is added up beside it. */
export function addRounded(pair: usize): void {
  const start = focalStart
  const items = focalItems
  let k = itemsOf(start, items, 0)
  for (let i: usize = 0; i < states; i++) {
    const at = pair + (i << laneBits)
    const own = v128.load(high + at)
    const ownLow = v128.load(low + at)
    const mark = v128.load(marks + at)
    let sum = f64x2.splat(0)
    let lost = f64x2.splat(0)
    let weight = f64x2.splat(0)
    const end = itemsOf(start, items, i + 1)
    for (; k < end; k += 4) {
      const o = <usize>load<u32>(k)
      const offer = offers + pair + (o << offerBits)
      const rest = f64x2.sub(v128.load(lowSums + pair + (o << laneBits)), ownLow)
      const term = f64x2.add(f64x2.sub(v128.load(offer), own), rest)
      weight = f64x2.add(weight, f64x2.sub(v128.load(offer, 32), mark))
      // Knuth's TwoSum: what rounding loses, exactly.
      const next = f64x2.add(sum, term)
      const part = f64x2.sub(next, sum)
      const gone = f64x2.add(f64x2.sub(sum, f64x2.sub(next, part)), f64x2.sub(term, part))
      lost = f64x2.add(lost, gone)
      sum = next
    }
    v128.store(sums + at, f64x2.add(sum, lost))
    v128.store(weights + at, weight)
  }
}

/**
 * Spatial lags of two lanes, of sums and weights: divided by `fixed` + `each` times the weight. Below `least` rated
 * partners nothing is defined.
 */
export function lags(pair: usize, fixed: f64, each: f64, least: f64): void {
  const zero = f64x2.splat(0)
  const into = divisors + (pair >> 3) * (states << 3)
  for (let i: usize = 0; i < states; i++) {
    const at = pair + (i << laneBits)
    const weight = v128.load(weights + at)
    const met = v128.load(partners + at)
    const by = f64x2.add(f64x2.splat(fixed), f64x2.mul(f64x2.splat(each), weight))
    const is = v128.and(f64x2.ge(met, f64x2.splat(least)), f64x2.gt(by, zero))
    const all = v128.load64_splat(shared + (i << 3))
    const coverage = quotientWhere(f64x2.gt(all, zero), weight, all)
    storeBoth(pair, i, quotientWhere(is, v128.load(sums + at), by), coverage, v128.and(is, met))
    const divisor = v128.and(is, by)
    store<f64>(into + (i << 3), f64x2.extract_lane(divisor, 0))
    store<f64>(into + ((states + i) << 3), f64x2.extract_lane(divisor, 1))
  }
}
