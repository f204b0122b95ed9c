import type { Rows } from '../../exposure/sparse-rows.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { SeatsOn, Side, UncertainMembership } from '../network/seats-on-day.ts'

/** That a state belonged to a group on a day, or may have. */
export interface GroupMember {
  readonly group: string
  readonly state: string
  readonly isCertain: boolean
  /** On which side it counts: as who is exposed there, as who is met there, or both. Default both. */
  readonly side?: 'focal' | 'alter'
  readonly decidedBy: () => readonly EventId[]
}

/** Members of groups, laid out as the seats in organisations are. */
export interface GroupSeats {
  readonly groups: readonly string[]
  readonly seats: SeatsOn
  readonly membershipEvents: CompanyOn['membershipEvents']
}

interface Pair {
  readonly row: number
  readonly item: number
  readonly isCertain: boolean
}

/** The items of each row, ascending. No pair is given twice. */
const rowsOf = (pairs: readonly Pair[], rows: number): Rows => {
  const ordered = pairs.toSorted((a, b) => a.row - b.row || a.item - b.item)
  const start = new Uint32Array(rows + 1)
  for (const { row } of ordered) start[row + 1]!++
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!
  return { start, items: Uint32Array.from(ordered, ({ item }) => item) }
}

/** Of a side: all that may belong to it are counted in, save where what is uncertain is to be left out. */
const sideOf = (pairs: readonly Pair[], size: { rows: number; items: number }, leavesOut: boolean): Side => {
  const { rows, items } = size
  const certain = pairs.filter(({ isCertain }) => isCertain)
  if (leavesOut || certain.length === pairs.length) {
    const held = rowsOf(certain, rows)
    return { held, possible: held, sure: new Uint8Array(held.items.length).fill(1) }
  }
  const possible = rowsOf(pairs, rows)
  const surely = new Set(certain.map(({ row, item }) => row * items + item))
  const sure = new Uint8Array(possible.items.length)
  for (let row = 0; row < rows; row++)
    for (let k = possible.start[row]!; k < possible.start[row + 1]!; k++)
      sure[k] = surely.has(row * items + possible.items[k]!) ? 1 : 0
  return { held: possible, possible, sure }
}

const keyOf = (group: string, state: string): string => `${group}\n${state}`

/** One for each group and state: a certain one before one that is not, both sides before one. */
const distinct = (members: readonly GroupMember[]): readonly GroupMember[] => {
  const known = new Map<string, GroupMember>()
  for (const member of members) {
    const key = keyOf(`${member.group} ${member.side ?? ''}`, member.state)
    const held = known.get(key)
    if (held === undefined || (member.isCertain && !held.isCertain)) known.set(key, member)
  }
  return [...known.values()]
}

/**
 * Seats of the members of groups. `places` gives each state's index among `n` states; a member that has none is left
 * out. `leavesOut`: what is uncertain is dropped instead of being counted in and told apart.
 */
export const seatsOfMembers = (
  all: readonly GroupMember[],
  { places, n, leavesOut }: { places: ReadonlyMap<string, number>; n: number; leavesOut: boolean },
): GroupSeats => {
  const members = distinct(all.filter(({ state }) => places.has(state)))
  const groups = [...new Set(members.map(({ group }) => group))].toSorted()
  const placeOf = new Map(groups.map((group, o) => [group, o]))
  const on = (side: 'focal' | 'alter') =>
    members
      .filter((member) => (member.side ?? side) === side)
      .map(({ group, state, isCertain }) => ({
        state: places.get(state) ?? 0,
        group: placeOf.get(group) ?? 0,
        isCertain,
      }))
  const focal = on('focal').map(({ state, group, isCertain }) => ({ row: state, item: group, isCertain }))
  const alter = on('alter').map(({ state, group, isCertain }) => ({ row: group, item: state, isCertain }))
  const byKey = new Map(members.map((member) => [keyOf(member.group, member.state), member]))
  return {
    groups,
    seats: {
      focal: sideOf(focal, { rows: n, items: groups.length }, leavesOut),
      alter: sideOf(alter, { rows: groups.length, items: n }, leavesOut),
      uncertain: leavesOut ? [] : members.filter(({ isCertain }) => !isCertain).map(uncertainOf),
    },
    membershipEvents: (group) => (state) => byKey.get(keyOf(group, state))?.decidedBy() ?? [],
  }
}

const uncertainOf = ({ group, state, decidedBy }: GroupMember): UncertainMembership => ({
  igo: group,
  actor: state,
  may: ['in', 'out'],
  get decidedBy() {
    return decidedBy()
  },
})
