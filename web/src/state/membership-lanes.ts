import type { Answer } from '../ask/v1.ts'
import type { Bar, Tick } from '../charts/lanes.ts'
import { fromWhenWords, onWhenWords, whenWords } from '../words/when.ts'

export type Membership = Answer<'/v1/spells/memberships'>['memberships'][number]

/** All that is told of the state and one organisation. */
export interface MembershipLane {
  readonly igo: string
  readonly name: string
  readonly isFormal: boolean
  readonly rows: readonly Membership[]
}

/** Those that ended: not with a series of coded years (`2015/..`), and without going on at once in another way. */
const endedOf = ({ rows }: MembershipLane): readonly Membership[] =>
  rows.filter(({ until, to }) => until !== null && !until.endsWith('/..') && !rows.some(({ from }) => from === to))

/** Suspended or left on a day that is known; told by the day; as far as is told a member still; ended in some year. */
const rankOf = (lane: MembershipLane): number => {
  const { rows } = lane
  const ended = endedOf(lane)
  if (rows.some(({ suspended }) => suspended.length > 0)) return 0
  if (ended.some(({ toldBy }) => toldBy === 'days')) return 0
  if (rows.some(({ toldBy }) => toldBy === 'days')) return 1
  return ended.at(-1) === rows.at(-1) ? 3 : 2
}

/**
 * The organisations of a state, those that tell most first: where its rights were suspended and which it left on a day,
 * the latest first; those of which days are told; those of longest standing; then those that ended in some year.
 */
export const membershipLanes = (memberships: readonly Membership[]): readonly MembershipLane[] => {
  const lanes = new Map<string, MembershipLane & { readonly rows: Membership[] }>()
  for (const one of memberships) {
    const lane = lanes.get(one.igo) ?? {
      igo: one.igo,
      name: one.igoName,
      isFormal: one.formality === 'formal',
      rows: [],
    }
    lanes.set(one.igo, lane)
    lane.rows.push(one)
  }
  const startOf = ({ rows }: MembershipLane): string => rows[0]?.from ?? ''
  const endOf = (lane: MembershipLane): string => (rankOf(lane) > 0 ? '' : (endedOf(lane).at(-1)?.to ?? ''))
  return [...lanes.values()].toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      endOf(b).localeCompare(endOf(a)) ||
      startOf(a).localeCompare(startOf(b)) ||
      a.name.localeCompare(b.name, 'en'),
  )
}

const kinds: Readonly<Record<string, string>> = {
  full: 'member',
  associate: 'associate member',
  observer: 'observer',
  unknown: 'in it, how the source cannot tell',
}
export const kindWords = (kind: string): string => kinds[kind] ?? kind

/** A beginning or an end in words: a day, either of two, or the year that was coded. */
export const boundWords = (bound: string): string => {
  const coded = /^(\d{4})\/\.\.$/.exec(bound)?.[1]
  return coded === undefined ? whenWords(bound) : `not told after ${Number(coded) - 1}`
}

const untilWords = (until: string | null): string => {
  if (until === null) return ''
  return until.endsWith('/..') ? `, ${boundWords(until)}` : `, ${fromWhenWords('until', until)}`
}

const saysOf = ({ kind, since, until, certainty }: Membership): string => {
  const doubt = certainty === 'possible' ? 'possibly ' : ''
  return `${doubt}${kindWords(kind)} ${fromWhenWords('since', since)}${untilWords(until)}`
}

/** The bars of a lane: what is possible, over it what is certain, over it suspensions; then what nobody tells. */
export const membershipBars = ({ rows }: MembershipLane): readonly Bar[] => {
  const last = rows.at(-1)
  const isCutOff = last?.until?.endsWith('/..') === true
  return [
    ...rows.map((one) => ({ from: one.from, to: one.to, wears: 'possible', says: `${saysOf(one)} (not certain)` })),
    ...rows.flatMap((one) => {
      if (one.certain === null) return []
      const wears = one.kind === 'full' ? 'member' : 'member lesser'
      return [{ ...one.certain, wears, says: saysOf(one) }]
    }),
    ...rows.flatMap(({ suspended }) =>
      suspended.map(({ from, to, scope }) => ({
        from,
        to,
        wears: 'suspended',
        says: `suspended: ${scope === 'all' ? 'all rights' : scope}`,
      })),
    ),
    ...(isCutOff && last.to !== null
      ? [{ from: last.to, to: null, wears: 'beyond', says: 'these years are not told of' }]
      : []),
  ]
}

/** The days on which it left, as far as they are known. */
export const exitTicks = (lane: MembershipLane): readonly Tick[] =>
  endedOf(lane).flatMap(({ to, until, toldBy }) =>
    to === null || toldBy === 'years'
      ? []
      : [{ day: to, kind: 'exit' as const, says: `left ${onWhenWords(until ?? to)}` }],
  )
