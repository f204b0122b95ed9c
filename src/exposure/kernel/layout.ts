import type { Company } from '../company.ts'
import type { Rows } from '../sparse-rows.ts'

/** What hangs on who sits where alone, and not on any score: made once for each arrangement of seats. */
export interface Layout {
  /** Whether everybody who is exposed through an organisation counts as a partner there. */
  readonly isOneSided: boolean
  /** n_o − 1 for each organisation, and 1 at least: how many partners it offers each of its members. */
  readonly others: Float64Array
  /** n_o of the largest organisation. */
  readonly largest: number
  /** In how many organisations each state has company. */
  readonly withCompany: Uint32Array
  /** Σ_o (n_o − 1) for each state: its shared memberships with everybody. */
  readonly shared: Float64Array
  /** Whom each state meets. Made when asked for. */
  readonly acquaintance: () => Acquaintance
}

/** For each state the shorter one of two lists: those whom it meets, or those whom it does not, itself among them. */
export interface Acquaintance {
  readonly listed: Rows
  /** 1 where those are listed whom it does not meet. */
  readonly isOfStrangers: Uint8Array
}

/** By the rows of those exposed, which may be fewer than there are seats; told apart by these. */
const known = new WeakMap<Rows, { readonly seat: Int32Array; readonly layout: Layout }>()

export const layoutOf = (company: Company): Layout => {
  const { focal, seat } = company
  const found = known.get(focal)
  if (found?.seat === seat) return found.layout
  const layout = layOut(company)
  known.set(focal, { seat, layout })
  return layout
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
  let acquaintance: Acquaintance | undefined
  return {
    isOneSided: !seat.includes(-1),
    others: others.map((left) => Math.max(left, 1)),
    largest: others.reduce((most, left) => Math.max(most, left + 1), 1),
    withCompany,
    shared,
    acquaintance: () => (acquaintance ??= acquaintanceIn(company)),
  }
}

/** Whom each state meets, as bits: `words` numbers of 32 bits for each state. */
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

const acquaintanceIn = (company: Company): Acquaintance => {
  const n = company.states.length
  const words = Math.ceil(n / 32)
  const met = whomEachMeets(company, words)
  const [start, isOfStrangers] = [new Uint32Array(n + 1), new Uint8Array(n)]
  for (let i = 0; i < n; i++) {
    let acquaintances = 0
    for (let w = i * words; w < (i + 1) * words; w++) acquaintances += onesIn(met[w]!)
    isOfStrangers[i] = 2 * acquaintances > n ? 1 : 0
    start[i + 1] = start[i]! + (isOfStrangers[i] ? n - acquaintances : acquaintances)
  }
  const items = new Uint32Array(start[n]!)
  for (let i = 0, into = 0; i < n; i++) {
    for (let w = 0; w < words; w++) {
      const bits = met[i * words + w]!
      let left = isOfStrangers[i] ? ~bits : bits
      for (; left !== 0; left &= left - 1) {
        const j = 32 * w + (31 - Math.clz32(left & -left))
        if (j < n) items[into++] = j
      }
    }
  }
  return { listed: { start, items }, isOfStrangers }
}

/** How many of 32 bits are set: added up pair by pair, four by four, and so on. */
const onesIn = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
