/** Exact fractions, for tests that must not round. Always in lowest terms, with a positive denominator. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export const fraction = (over: number | bigint, under: number | bigint = 1n): Fraction => {
  const [p, q] = [BigInt(over), BigInt(under)]
  const divisor = gcd(p < 0n ? -p : p, q < 0n ? -q : q) * (q < 0n ? -1n : 1n)
  return { over: p / divisor, under: q / divisor }
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)
export const per = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.under, a.under * b.over)
export const total = (terms: readonly Fraction[]): Fraction => terms.reduce(plus, fraction(0))
export const isBelow = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under
export const show = (a: Fraction): string => (a.under === 1n ? `${a.over}` : `${a.over}/${a.under}`)

/** `29/9` */
export const parse = (text: string): Fraction => {
  const [over = '', under = '1'] = text.split('/')
  return fraction(BigInt(over), BigInt(under))
}

/**
 * Whether a double stands for this fraction: within 2^-50 of `scale` (by default the fraction itself). Fractions with
 * small denominators lie much further apart. Decided in whole numbers: the double is itself a fraction, with a power of
 * two below.
 */
export const isExactly = (value: number, expected: Fraction, scale: Fraction = expected): boolean => {
  const off = absolute(plus(exactly(value), fraction(-expected.over, expected.under)))
  const allowed = absolute(scale)
  return off.over * (1n << 50n) * allowed.under <= allowed.over * off.under
}

const absolute = (a: Fraction): Fraction => (a.over < 0n ? fraction(-a.over, a.under) : a)

/** The double as the fraction that it is. */
export const exactly = (value: number): Fraction => {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number`)
  let under = 1n
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    under *= 2n
  }
  return fraction(BigInt(scaled), under)
}

/** Their greatest common divisor; 1 where both are 0. */
const gcd = (a: bigint, b: bigint): bigint => {
  if (a <= wholeNumbers && b <= wholeNumbers) return BigInt(gcdOfNumbers(Number(a), Number(b)))
  return b === 0n ? a : gcd(b, a % b)
}

/** Up to here a double is every whole number, and much quicker. */
const wholeNumbers = BigInt(Number.MAX_SAFE_INTEGER)
const gcdOfNumbers = (a: number, b: number): number => (b === 0 ? a || 1 : gcdOfNumbers(b, a % b))
