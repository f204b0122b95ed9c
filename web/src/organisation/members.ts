import type { Membership } from '../state/membership-lanes.ts'
import { dayNumber } from '../words/days.ts'
import { nameOn } from '../words/names-then.ts'

/** All that is told of one member, in order of days. */
export interface Member {
  readonly state: string
  readonly name: string
  readonly rows: readonly Membership[]
}

/** Members by the day on which each came, the first ones first; those of one day by name. */
export const membersOf = (memberships: readonly Membership[]): readonly Member[] => {
  const members = new Map<string, { state: string; name: string; rows: Membership[] }>()
  for (const row of memberships) {
    const member = members.get(row.state) ?? { state: row.state, name: row.name, rows: [] }
    members.set(row.state, member)
    member.rows.push(row)
  }
  const firstOf = ({ rows }: Member): string => rows[0]?.from ?? ''
  return [...members.values()].toSorted(
    (a, b) => firstOf(a).localeCompare(firstOf(b)) || a.name.localeCompare(b.name, 'en'),
  )
}

interface Stretch {
  readonly from: string | null
  readonly to: string | null
}
export const holds = ({ from, to }: Stretch, day: string): boolean =>
  (from === null || from <= day) && (to === null || day < to)

/** Where years were coded and the code ends, nobody says that the membership did: `2015/..`. */
export const isCutOff = ({ until }: Membership): boolean => until?.endsWith('/..') === true

/** How a member stood on a day; undefined of who was none. `untold`: the source that told of it ends before. */
export type Standing =
  { readonly kind: string; readonly isCertain: boolean; readonly suspended: string | undefined } | 'untold'

export const standingOn = ({ rows }: Member, day: string): Standing | undefined => {
  const row =
    rows.findLast((one) => one.certain !== null && holds(one.certain, day)) ?? rows.find((one) => holds(one, day))
  if (row === undefined) {
    const last = rows.at(-1)
    return last !== undefined && isCutOff(last) && (last.to ?? '') <= day ? 'untold' : undefined
  }
  return {
    kind: row.kind,
    isCertain: row.certain !== null && holds(row.certain, day),
    suspended: row.suspended.find((one) => holds(one, day))?.scope,
  }
}

/** How many belonged on a day, by kind, those apart who only may have. */
export interface Counts {
  readonly certain: ReadonlyMap<string, number>
  readonly possible: ReadonlyMap<string, number>
  readonly suspended: readonly string[]
  /** Of how many no source tells any more. */
  readonly untold: number
}

export const countsOn = (members: readonly Member[], day: string): Counts => {
  const [certain, possible] = [new Map<string, number>(), new Map<string, number>()]
  const suspended: string[] = []
  let untold = 0
  for (const member of members) {
    const standing = standingOn(member, day)
    if (standing === undefined) continue
    if (standing === 'untold') untold++
    else {
      const counts = standing.isCertain ? certain : possible
      counts.set(standing.kind, (counts.get(standing.kind) ?? 0) + 1)
      if (standing.suspended !== undefined) suspended.push(nameOn(member.state, day, member.name))
    }
  }
  return { certain, possible, suspended, untold }
}

/** How many members came, went, or became members of another kind on each day. */
export const movesOf = (members: readonly Member[]): ReadonlyMap<number, number> => {
  const moved = new Map<number, number>()
  for (const { rows } of members) {
    const ends = rows.flatMap((row) => (row.to === null || isCutOff(row) ? [] : [row.to]))
    const days = new Set([...rows.flatMap(({ from }) => (from === null ? [] : [from])), ...ends])
    for (const day of days) moved.set(dayNumber(day), (moved.get(dayNumber(day)) ?? 0) + 1)
  }
  return moved
}

/** A membership that ended. */
export interface Leaver {
  readonly member: Member
  readonly row: Membership
  /** Whether it belonged to it again, later. */
  readonly isBack: boolean
}

/** Who left, the latest first; whoever went on at once as a member of another kind did not. */
export const leaversOf = (members: readonly Member[]): readonly Leaver[] =>
  members
    .flatMap((member) =>
      member.rows.flatMap((row, place) => {
        const goesOn = member.rows.some(({ from }) => from !== null && from === row.to)
        if (row.to === null || isCutOff(row) || goesOn) return []
        return [{ member, row, isBack: place < member.rows.length - 1 }]
      }),
    )
    .toSorted((a, b) => (b.row.to ?? '').localeCompare(a.row.to ?? ''))
