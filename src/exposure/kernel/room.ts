import type { Company } from '../company.ts'
import type { Rows } from '../sparse-rows.ts'
import { lanes } from './lanes.ts'
import { layoutOf, type Layout } from './layout.ts'
import { loops, type Loops } from './loops.ts'

/**
 * The memory of the loops, laid out for one arrangement of seats: who sits where has been handed over, and there is
 * room for a block of scorings. The next arrangement overwrites it, and nothing of it is ever given away.
 */
export interface Room {
  readonly layout: Layout
  readonly states: number
  readonly organisations: number
  /** Scoring after scoring. */
  readonly scores: Float64Array
  readonly rated: Uint8Array
  /** By lane. */
  readonly largest: Float64Array
  readonly units: Float64Array
  readonly inverses: Float64Array
  readonly unitShifts: Float64Array
  readonly gridShifts: Float64Array
  readonly lowShifts: Float64Array
  readonly anchors: Float64Array
}

let kept: Room | undefined
/** Whose acquaintances have been handed over. */
let acquainted: Room | undefined

export const roomFor = (company: Company): Room => {
  const layout = layoutOf(company)
  if (kept?.layout !== layout) kept = roomOf(company, layout)
  return kept
}

/** The first bytes are left alone: no place is 0. */
const first = 16
const pageBytes = 2 ** 16

const roomOf = ({ focal, alter }: Company, layout: Layout): Room => {
  const of = loops()
  const [states, organisations] = [focal.start.length - 1, alter.start.length - 1]
  const end = of.layOut(first, states, organisations, focal.items.length, alter.items.length)
  const lacking = end - of.memory.buffer.byteLength
  if (lacking > 0) of.memory.grow(Math.ceil(lacking / pageBytes))
  hand(of, 'focalStart', 'focalItems', focal)
  hand(of, 'alterStart', 'alterItems', alter)
  numbersAt(of, 'others', organisations).set(layout.others)
  numbersAt(of, 'withCompany', states).set(layout.withCompany)
  numbersAt(of, 'shared', states).set(layout.shared)
  return {
    layout,
    states,
    organisations,
    scores: numbersAt(of, 'scores', states * lanes),
    rated: new Uint8Array(of.memory.buffer, of.rated.value, states * lanes),
    largest: numbersAt(of, 'largest', lanes),
    units: numbersAt(of, 'units', lanes),
    inverses: numbersAt(of, 'inverses', lanes),
    unitShifts: numbersAt(of, 'unitShifts', lanes),
    gridShifts: numbersAt(of, 'gridShifts', lanes),
    lowShifts: numbersAt(of, 'lowShifts', lanes),
    anchors: numbersAt(of, 'anchors', lanes),
  }
}

type Places = { readonly [Name in keyof Loops]: Loops[Name] extends { readonly value: number } ? Name : never }
type PlaceName = Places[keyof Loops]

const numbersAt = (of: Loops, place: PlaceName, length: number): Float64Array =>
  new Float64Array(of.memory.buffer, of[place].value, length)

/** Hands rows over: as many of their items as belong to one. */
const hand = (of: Loops, starts: PlaceName, places: PlaceName, { start, items }: Rows): void => {
  const [from, to] = [start[0]!, start.at(-1)!]
  new Uint32Array(of.memory.buffer, of[starts].value, start.length).set(start)
  new Uint32Array(of.memory.buffer, of[places].value, to).set(items.subarray(from, to), from)
}

/** Sees to it that whom each state meets has been handed over. */
export const handAcquaintance = (room: Room): void => {
  if (acquainted === room) return
  const of = loops()
  const { listed, isOfStrangers } = room.layout.acquaintance()
  hand(of, 'listedStart', 'listedItems', listed)
  new Uint8Array(of.memory.buffer, of.isOfStrangers.value, isOfStrangers.length).set(isOfStrangers)
  acquainted = room
}
