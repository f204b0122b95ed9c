import { resultBytes, results, states } from './places'

/** Puts what was found for state i into its place, in two lanes. */
export function storeBoth(pair: usize, i: usize, value: v128, coverage: v128, degree: v128): void {
  const bytes = resultBytes()
  const first = results + (pair >> 3) * bytes
  storeLane(first, i, f64x2.extract_lane(value, 0), f64x2.extract_lane(coverage, 0), f64x2.extract_lane(degree, 0))
  const second = first + bytes
  storeLane(second, i, f64x2.extract_lane(value, 1), f64x2.extract_lane(coverage, 1), f64x2.extract_lane(degree, 1))
}

function storeLane(from: usize, i: usize, value: f64, coverage: f64, degree: f64): void {
  const degrees = from + (states << 4)
  const defined = degrees + ((states * 4 + 7) & ~7)
  store<f64>(from + (i << 3), value)
  store<f64>(from + ((states + i) << 3), coverage)
  store<u32>(degrees + (i << 2), <u32>degree)
  store<u8>(defined + i, degree > 0 ? 1 : 0)
}

/** a / b, and 0 where `is` is not set. */
export function quotientWhere(is: v128, a: v128, b: v128): v128 {
  return v128.and(is, f64x2.div(a, b))
}
