/**
 * Where everything lies in memory: rows as they are handed over, and room for one block of scorings. What belongs to
 * state i and lane l is at `(4 i + l) * 8` from its place on; so are numbers of organisations. Two lanes are a vector
 * of 16 bytes: `pair` is 0 or 16, and picks one of them.
 */

/** Turns a row into the distance of its lanes, in bytes. */
export const laneBits: usize = 5
/** Turns an organisation into the distance of what it offers: four numbers for each lane. */
export const offerBits: usize = 7

export let states: usize = 0
export let organisations: usize = 0

/** State → organisations, and organisation → states: where rows start, and their items. */
export let focalStart: usize = 0
export let focalItems: usize = 0
export let alterStart: usize = 0
export let alterItems: usize = 0

/** By organisation: n_o − 1, and 1 at least. */
export let others: usize = 0
/** By state: in how many organisations it has company, and how many memberships it shares with everybody. */
export let withCompany: usize = 0
export let shared: usize = 0

/** As they came, scoring after scoring: scores, and one byte for each that says whether it is one. */
export let scores: usize = 0
export let rated: usize = 0

/** By lane: the largest score; the unit and 1 / unit; what rounds to a unit, a grid step, a low one; anchors. */
export let largest: usize = 0
export let units: usize = 0
export let inverses: usize = 0
export let unitShifts: usize = 0
export let gridShifts: usize = 0
export let lowShifts: usize = 0
export let anchors: usize = 0

/** By state and lane: parts of scores; 1 where there is one; rated partners; what is added up. */
export let high: usize = 0
export let low: usize = 0
export let packed: usize = 0
export let marks: usize = 0
export let partners: usize = 0
export let sums: usize = 0
export let weights: usize = 0

/** By organisation and lane: sums of packed scores, and of low parts. */
export let packedSums: usize = 0
export let lowSums: usize = 0
/** By organisation: sums of high parts, how many are rated, coverages for members without and with a score. */
export let offers: usize = 0

/** Scoring after scoring: values, coverages, degrees (4 bytes each), and whether defined (1 byte). */
export let results: usize = 0
/** Scoring after scoring: what the sum of each state was divided by, in a spatial lag. */
export let divisors: usize = 0

/** Whom each state meets, or does not: rows, and 1 where it is those whom it does not. */
export let listedStart: usize = 0
export let listedItems: usize = 0
export let isOfStrangers: usize = 0

let free: usize = 0

function take(bytes: usize): usize {
  const place = free
  free += (bytes + 15) & ~15
  return place
}

/** Bytes of what is found for one scoring. */
export function resultBytes(): usize {
  return states * 16 + ((states * 4 + 7) & ~7) + ((states + 7) & ~7)
}

/** Gives everything its place, from `from` on, a multiple of 16; says where free memory begins. */
export function layOut(from: usize, stateCount: usize, organisationCount: usize, exposed: usize, seats: usize): usize {
  free = from
  states = stateCount
  organisations = organisationCount
  takeRows(exposed, seats)
  scores = take(states << laneBits)
  rated = take(states << 2)
  takeByLane()
  takeByState()
  packedSums = take(organisations << laneBits)
  lowSums = take(organisations << laneBits)
  offers = take(organisations << offerBits)
  results = take(4 * resultBytes())
  divisors = take(states << laneBits)
  isOfStrangers = take(states)
  listedStart = take((states + 1) << 2)
  // The shorter one of two lists for each state.
  listedItems = take((states * states) << 1)
  return free
}

function takeRows(exposed: usize, seats: usize): void {
  focalStart = take((states + 1) << 2)
  focalItems = take(exposed << 2)
  alterStart = take((organisations + 1) << 2)
  alterItems = take(seats << 2)
  others = take(organisations << 3)
  withCompany = take(states << 3)
  shared = take(states << 3)
}

function takeByLane(): void {
  largest = take(32)
  units = take(32)
  inverses = take(32)
  unitShifts = take(32)
  gridShifts = take(32)
  lowShifts = take(32)
  anchors = take(32)
}

function takeByState(): void {
  high = take(states << laneBits)
  low = take(states << laneBits)
  packed = take(states << laneBits)
  marks = take(states << laneBits)
  partners = take(states << laneBits)
  sums = take(states << laneBits)
  weights = take(states << laneBits)
}
