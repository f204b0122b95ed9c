import type { Company } from './company.ts'

/** What hangs on who sits where alone, and not on any score: made once for each arrangement of seats. */
export interface Layout {
  /** Whether everybody who is exposed through an organisation counts as a partner there. */
  readonly isOneSided: boolean
  /** n_o − 1 for each organisation: how many partners it offers each of its members. */
  readonly others: Float64Array
  /** In how many organisations each state has company. */
  readonly withCompany: Uint32Array
  /** Σ_o (n_o − 1) for each state: its shared memberships with everybody. */
  readonly shared: Float64Array
  /** Whom each state meets, as bits: `words` numbers of 32 bits for each state. Made when asked for. */
  readonly partners: () => Uint32Array
  readonly words: number
  /** Room for what one computation needs of each organisation: overwritten by the next one, and never given away. */
  readonly scratch: Scratch
}

export interface Scratch {
  readonly total: Float64Array
  readonly rated: Float64Array
  /** For unrated and for rated members. */
  readonly offers: readonly [Offer, Offer]
}

/** What an organisation offers a member, its own score left out; by organisation. */
export interface Offer {
  /** m_{o,-i}, the rated partners; Infinity where there is none, so that the mean is 0 */
  readonly divisor: Float64Array
  /** m_{o,-i} / n_{o,-i} */
  readonly coverage: Float64Array
  /** 1 where there is a rated partner */
  readonly counts: Uint8Array
}

const scratchFor = (organisations: number): Scratch => {
  const numbers = () => new Float64Array(organisations)
  const offer = (): Offer => ({ divisor: numbers(), coverage: numbers(), counts: new Uint8Array(organisations) })
  return { total: numbers(), rated: numbers(), offers: [offer(), offer()] }
}

const known = new WeakMap<Int32Array, Layout>()

export const layoutOf = (company: Company): Layout => {
  const found = known.get(company.seat) ?? layOut(company)
  known.set(company.seat, found)
  return found
}

const layOut = (company: Company): Layout => {
  const { focal, alter, seat } = company
  const others = Float64Array.from(
    { length: alter.start.length - 1 },
    (_, o) => alter.start[o + 1]! - alter.start[o]! - 1,
  )
  const n = focal.start.length - 1
  const [withCompany, shared] = [new Uint32Array(n), new Float64Array(n)]
  for (let i = 0; i < n; i++) {
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const left = others[focal.items[k]!]!
      if (left > 0) withCompany[i]!++
      shared[i]! += left
    }
  }
  let partners: Uint32Array | undefined
  const words = Math.ceil(n / 32)
  return {
    isOneSided: seat.every((at) => at >= 0),
    others,
    withCompany,
    shared,
    partners: () => (partners ??= whomEachMeets(company, words)),
    words,
    scratch: scratchFor(others.length),
  }
}

const whomEachMeets = ({ focal, alter }: Company, words: number): Uint32Array => {
  const members = new Uint32Array((alter.start.length - 1) * words)
  for (let o = 0; o + 1 < alter.start.length; o++) {
    for (let s = alter.start[o]!; s < alter.start[o + 1]!; s++) {
      const j = alter.items[s]!
      members[o * words + (j >>> 5)]! |= 1 << (j & 31)
    }
  }
  const met = new Uint32Array((focal.start.length - 1) * words)
  for (let i = 0; i + 1 < focal.start.length; i++) {
    for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
      const from = focal.items[k]! * words
      for (let w = 0; w < words; w++) met[i * words + w]! |= members[from + w]!
    }
    met[i * words + (i >>> 5)]! &= ~(1 << (i & 31))
  }
  return met
}

/** For each state, how many of those whom it meets are marked by 1. */
export const countMet = ({ partners, words }: Layout, marked: Uint8Array): Uint32Array => {
  const bits = new Int32Array(words)
  for (let j = 0; j < marked.length; j++) bits[j >>> 5]! |= marked[j]! << (j & 31)
  const met = partners()
  const count = new Uint32Array(marked.length)
  for (let i = 0, at = 0; i < count.length; i++) {
    let ones = 0
    for (let w = 0; w < words; w++, at++) ones += onesIn(met[at]! & bits[w]!)
    count[i] = ones
  }
  return count
}

/** How many of 32 bits are set: added up pair by pair, four by four, and so on. */
const onesIn = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
