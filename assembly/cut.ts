import {
  gridShifts,
  high,
  laneBits,
  largest,
  low,
  lowShifts,
  marks,
  packed,
  rated,
  scores,
  states,
  units,
} from './places'

/** Two scorings side by side: the scores of state i. */
function scoresOf(pair: usize, i: usize): v128 {
  const first = scores + (pair >> 3) * (states << 3) + (i << 3)
  return v128.load64_lane(first + (states << 3), v128.load64_zero(first), 1)
}

/** Whether they are scores: 1 or 0. */
function marksOf(pair: usize, i: usize): v128 {
  const first = rated + (pair >> 3) * states + i
  const own = f64x2.splat(<f64>load<u8>(first))
  return f64x2.replace_lane(own, 1, <f64>load<u8>(first + states))
}

/** Finds the largest score of either lane, whatever its sign. */
export function findLargest(pair: usize): void {
  let most = f64x2.splat(0)
  for (let i: usize = 0; i < states; i++) most = f64x2.pmax(most, f64x2.abs(scoresOf(pair, i)))
  v128.store(largest + pair, most)
}

/** Cuts scores of two lanes: 0 where none has a low part, 1 where some have, 2 where that is not all that is left. */
export function cut(pair: usize): i32 {
  const gridShift = v128.load(gridShifts + pair)
  const lowShift = v128.load(lowShifts + pair)
  const unit = v128.load(units + pair)
  let left = f64x2.splat(0)
  let beyond = f64x2.splat(0)
  for (let i: usize = 0; i < states; i++) {
    const at = pair + (i << laneBits)
    const score = scoresOf(pair, i)
    const mark = marksOf(pair, i)
    const first = f64x2.sub(f64x2.add(score, gridShift), gridShift)
    const rest = f64x2.sub(score, first)
    const rounded = f64x2.sub(f64x2.add(rest, lowShift), lowShift)
    v128.store(high + at, first)
    v128.store(low + at, rest)
    v128.store(packed + at, f64x2.add(first, f64x2.mul(unit, mark)))
    v128.store(marks + at, mark)
    left = v128.or(left, f64x2.ne(rest, f64x2.splat(0)))
    beyond = v128.or(beyond, f64x2.ne(rest, rounded))
  }
  if (v128.any_true(beyond)) return 2
  return v128.any_true(left) ? 1 : 0
}
