import { inverses, laneBits, offerBits, offers, organisations, others, packedSums, unitShifts } from './places'

/**
 * What each organisation offers its members in two lanes: the sum of the high parts of their scores, and how many there
 * are, which a sum of packed scores holds in one; and the coverage that it gives to members without a score, and to
 * those with one, who are no partners of their own.
 */
export function fillOffers(pair: usize): void {
  const shift = v128.load(unitShifts + pair)
  const inverse = v128.load(inverses + pair)
  for (let o: usize = 0; o < organisations; o++) {
    const sum = v128.load(packedSums + pair + (o << laneBits))
    const units = f64x2.sub(f64x2.add(sum, shift), shift)
    const count = f64x2.mul(units, inverse)
    const all = v128.load64_splat(others + (o << 3))
    const to = offers + pair + (o << offerBits)
    v128.store(to, f64x2.sub(sum, units))
    v128.store(to, count, 32)
    v128.store(to, f64x2.div(count, all), 64)
    v128.store(to, f64x2.div(f64x2.sub(count, f64x2.splat(1)), all), 96)
  }
}
