import { suspendedOn, type Suspension, type SuspendedOn } from '../../../projections/compose/membership/suspensions.ts'
import { waysOn, type DateReading, type Way } from '../../../projections/compose/membership/possible-memberships.ts'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { company, type Company } from '../../exposure/company.ts'
import { doubts, type Doubts } from '../../exposure/uncertainty.ts'
import { rowsFromPairs, type Rows } from '../../exposure/sparse-rows.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CompanyInput } from './exposure-inputs.ts'
import type { Score } from '../subjects/scores.ts'

/** A score, or the bounds between which it lies where it is not known. */
export type Scored = Score & { readonly between?: readonly [number, number] }

/** A membership that may or may not have held on a day. */
export interface UncertainMembership {
  readonly igo: string
  readonly actor: string
  /** All that it may have been: kinds of membership, `out`, or `suspended` where such members are left out. */
  readonly may: readonly string[]
  readonly decidedBy: readonly EventId[]
}

/** The company that all states kept on one day, with the evidence for every part of it. */
export interface CompanyOn {
  readonly company: Company
  /** What of it is uncertain; undefined where nothing is. */
  readonly doubts: Doubts | undefined
  readonly uncertain: readonly UncertainMembership[]
  readonly day: Day
  readonly indexOf: (state: string) => number | undefined
  readonly scoreOf: (state: string) => Scored | undefined
  readonly membershipEvents: (igo: string, state: string) => readonly EventId[]
}

export interface Parts {
  /** The spans of each actor and organisation, in the order of their beginnings. */
  readonly groups: readonly (readonly MembershipSpan[])[]
  /**
   * The suspensions that count as no membership, by the spans of the actor and organisation; of those that have any.
   */
  readonly suspensions: ReadonlyMap<readonly MembershipSpan[], readonly Suspension[]>
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  readonly places: { readonly states: ReadonlyMap<string, number>; readonly organisations: ReadonlyMap<string, number> }
  readonly imputed: (igo: string, day: Day) => boolean
  readonly scoreOf: (state: string) => Scored | undefined
  readonly reading: DateReading
  readonly input: Pick<CompanyInput, 'kinds' | 'partnerKinds'>
}

/** Pairs of one side: those that count, those that may, and whether these are certain. */
const aSide = () => ({
  held: { row: [] as number[], item: [] as number[] },
  possible: { row: [] as number[], item: [] as number[] },
  unsure: new Set<number>(),
})
type Side = ReturnType<typeof aSide>

const put = (
  side: Side,
  row: number,
  item: number,
  key: number,
  counts: readonly boolean[],
  exclude: boolean,
): void => {
  const [first] = counts
  const certain = counts.every((does) => does === first)
  if (exclude && !certain) return
  if (first === true) {
    side.held.row.push(row)
    side.held.item.push(item)
  }
  if (first !== true && certain) return
  side.possible.row.push(row)
  side.possible.item.push(item)
  if (!certain) side.unsure.add(key)
}

const counted =
  (kinds: readonly string[]) =>
  (way: Way): boolean =>
    way !== undefined && kinds.includes(way.kind)

/**
 * The company of a day. Memberships that are uncertain on it are counted in, as their policy says, and are told apart
 * in `doubts`.
 */
export const companyOn = (
  day: Day,
  { groups, suspensions, states, organisations, places, imputed, scoreOf, reading, input }: Parts,
): CompanyOn => {
  const [focal, alter] = [aSide(), aSide()]
  const [onFocal, onAlter] = [counted(input.kinds), counted(input.partnerKinds)]
  const seats = new Map<string, MembershipSpan>()
  const uncertain: UncertainMembership[] = []
  for (const spans of groups) {
    const told = waysOn(spans, day, reading)
    const suspensionsOf = suspensions.get(spans)
    const suspended = suspensionsOf === undefined ? undefined : suspendedOn(suspensionsOf, day, reading.dates)
    if (suspended?.certainty === 'certain') continue
    const ways = suspended === undefined ? told : [...told, undefined]
    const [way] = ways
    if (way === undefined && told.length === 1) continue
    const known = way ?? ways.find((one) => one !== undefined)
    if (
      known === undefined ||
      ways.every((one) => one === undefined || one.kind === 'none' || one.kind === 'unknown') ||
      imputed(known.igo, day)
    )
      continue
    const i = places.states.get(known.actor) as number
    const o = places.organisations.get(known.igo) as number
    const key = i * organisations.length + o
    put(focal, i, o, key, ways.map(onFocal), reading.dates === 'exclude')
    put(alter, o, i, key, ways.map(onAlter), reading.dates === 'exclude')
    seats.set(`${known.igo}\n${known.actor}`, known)
    if (reading.dates === 'bounds' && (focal.unsure.has(key) || alter.unsure.has(key)))
      uncertain.push(tellOf(known, told, suspended))
  }
  const scores = states.map((state) => scoreOf(state))
  const read = company({
    states,
    organisations,
    focal: rowsFromPairs(focal.held, states.length, organisations.length),
    alter: rowsFromPairs(alter.held, organisations.length, states.length),
    scores: scores.map((score) => score?.value ?? 0),
    rated: scores.map((score) => (score?.value === undefined ? 0 : 1)),
  })
  return {
    company: read,
    doubts:
      reading.dates === 'exclude' || (uncertain.length === 0 && !scores.some((score) => score?.between !== undefined))
        ? undefined
        : doubtsOf(read, focal, alter, scores),
    uncertain,
    day,
    indexOf: (state) => places.states.get(state),
    scoreOf,
    membershipEvents: (igo, state) => seats.get(`${igo}\n${state}`)?.decidedBy ?? [],
  }
}

const tellOf = (
  { igo, actor }: MembershipSpan,
  ways: readonly Way[],
  suspended: SuspendedOn | undefined,
): UncertainMembership => ({
  igo,
  actor,
  may: [
    ...ways.map((way) => (way === undefined || way.kind === 'none' || way.kind === 'unknown' ? 'out' : way.kind)),
    ...(suspended === undefined ? [] : ['suspended']),
  ],
  get decidedBy() {
    return [...new Set([...ways.flatMap((way) => way?.decidedBy ?? []), ...(suspended?.decidedBy ?? [])])]
  },
})

const doubtsOf = (read: Company, focal: Side, alter: Side, scores: readonly (Scored | undefined)[]): Doubts => {
  const [n, m] = [read.states.length, read.organisations.length]
  const [ofStates, ofOrganisations] = [rowsFromPairs(focal.possible, n, m), rowsFromPairs(alter.possible, m, n)]
  return doubts({
    company: read,
    focal: ofStates,
    focalSure: flags(ofStates, (i, o) => !focal.unsure.has(i * m + o)),
    alter: ofOrganisations,
    alterSure: flags(ofOrganisations, (o, i) => !alter.unsure.has(i * m + o)),
    low: Float64Array.from(scores, (score) => score?.value ?? score?.between?.[0] ?? 0),
    high: Float64Array.from(scores, (score) => score?.value ?? score?.between?.[1] ?? 0),
    scored: Uint8Array.from(scores, (score) => (score?.value === undefined && score?.between === undefined ? 0 : 1)),
  })
}

const flags = ({ start, items }: Rows, is: (row: number, item: number) => boolean): Uint8Array => {
  const flag = new Uint8Array(items.length)
  for (let row = 0; row + 1 < start.length; row++)
    for (let k = start[row]!; k < start[row + 1]!; k++) flag[k] = is(row, items[k]!) ? 1 : 0
  return flag
}
