/**
 * A sum that does not drift: Neumaier's compensated summation, terms in the given order.
 *
 * The error is that of one rounding of the true sum, plus a second-order term:
 * |error| ≤ 2⁻⁵³·|Σ| + O(n²·2⁻¹⁰⁶)·Σ|term|.
 * The hot loops hold the same few operations inline.
 *
 * Example: 1e16 + 1 − 1e16 is 1 (adding from left to right gives 0).
 */
export const sum = (terms: Iterable<number>): number => {
  let total = 0
  let lost = 0
  for (const term of terms) {
    const next = total + term
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total
    total = next
  }
  return total + lost
}
