import type { MembershipKind } from '../../../projections/compose/membership/membership.ts'
import { byText } from '../../common/by-text.ts'
import { memo } from '../../common/memo.ts'
import { FOREVER, formatDay, yearOf, type Day } from '../../time/day.ts'
import { loadKeptMemberships } from '../memberships/kept-memberships.ts'
import { loadOrganisationNames } from '../memberships/load-memberships.ts'
import { decidersIn, indexed, membershipKinds, type PackedSpans } from '../memberships/packed-spans.ts'
import { memberships } from '../memberships/memberships.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { counted } from '../question/output-fields.ts'
import type { Sentence } from '../question/report.ts'
import { pressure } from '../diffusion/pressure.ts'
import { actsOver, loadConduct, type ConductAct } from '../subjects/conduct.ts'
import { actSentences, nameAtBeginning, nameOf, type Audit } from './audit-context.ts'
import { inSentence } from '../record/act-words.ts'
import { exposureSentence } from './exposure-sentence.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

const daysPerYear = 365.25

/** The days so many years before and after a day. */
const around = (day: Day, years: number) => ({
  from: Math.round(day - years * daysPerYear) as Day,
  to: Math.round(day + years * daysPerYear) as Day,
})

/** What was done to a state over the norm and by it, by the day of the report, in the order of its dates. */
export const conductOver = async ({ world, norm }: Audit, state: string): Promise<readonly ConductAct[]> =>
  actsOver(await loadConduct(world, state), norm).filter(({ earliest }) => earliest <= world.asOf)

const pressing: ReadonlySet<string> = new Set(['action', 'pressure', 'violation'])

/** So many acts are told of one by one; the others are counted. */
const told = 8

/** Who pressed a state over the norm in the years before a day. */
export const pressureSentences = async (
  audit: Audit,
  { years }: Pick<Surroundings, 'years'>,
  state: string,
  day: Day,
): Promise<readonly Sentence[]> => {
  const { ledger, norm } = audit
  const { from } = around(day, years)
  const acts = (await conductOver(audit, state)).filter(
    (one) => pressing.has(one.act) && one.earliest >= from && one.earliest <= day,
  )
  const ids = acts.slice(-told).flatMap(({ decidedBy }) => [...decidedBy])
  await ledger.load(ids)
  const asked = await ledger.asked(pressure, { state, norm }, day)
  const name = nameOf(audit, state)
  if (acts.length === 0)
    return [
      say(
        `No pressure on ${name} over the norm is recorded in the ${counted(years, 'year')} before; no source claims ` +
          'to hold all of it.',
        asked,
      ),
    ]
  const more = acts.length > told ? `, of which the last ${told}` : ''
  return [
    say(
      `In the ${counted(years, 'year')} before, ${counted(acts.length, 'act')} of pressure on ${name} over the norm ` +
        `${acts.length === 1 ? 'is' : 'are'} recorded${more}:`,
      asked,
    ),
    ...actSentences(audit, ids),
  ]
}

interface Turn {
  readonly igo: string
  readonly day: Day
  /** `first-coded`: a source that codes years has it from then on, and does not say since when. */
  readonly kind: 'gained' | 'first-coded' | 'lost'
  readonly observed: boolean
  readonly decidedBy: readonly string[]
}

/** The spans of a pair of one kind that are certain, by index, in the order of their days. */
const spansOf = ({ start, kind, certain, from }: PackedSpans, pair: number, which: MembershipKind): readonly number[] =>
  Array.from({ length: (start[pair + 1] ?? 0) - (start[pair] ?? 0) }, (_, i) => (start[pair] ?? 0) + i)
    .filter((s) => certain[s] === 1 && membershipKinds[kind[s] ?? 0] === which)
    .toSorted((a, b) => (from[a] ?? 0) - (from[b] ?? 0))

/**
 * When a state became a full member of an organisation and ceased to be, whoever tells of the days between. Where the
 * years that a source coded begin or end nothing is gained or lost: only years without it say so.
 */
export const turnsOf = (packed: PackedSpans, pair: number): readonly Turn[] => {
  const { from, to, observed, organisations, organisation } = packed
  const igo = organisations[organisation[pair] ?? 0] ?? ''
  const decidedBy = decidersIn(packed)
  const without = spansOf(packed, pair, 'none')
  const turns: Turn[] = []
  const turn = (s: number, day: number, kind: Turn['kind']): void =>
    void turns.push({ igo, day: day as Day, kind, observed: observed[s] === 1, decidedBy: decidedBy(s) })
  const begin = (s: number): void => {
    const day = from[s] ?? 0
    const isGain = observed[s] !== 1 || without.some((other) => to[other] === day)
    turn(s, day, isGain ? 'gained' : 'first-coded')
  }
  const end = ({ span, day }: { readonly span: number; readonly day: number }): void => {
    const isLoss = observed[span] !== 1 || without.some((other) => from[other] === day)
    if (isLoss && day < FOREVER) turn(span, day, 'lost')
  }
  let last: { readonly span: number; readonly day: number } | undefined
  for (const s of spansOf(packed, pair, 'full')) {
    if (last === undefined || (from[s] ?? 0) > last.day) {
      if (last !== undefined) end(last)
      begin(s)
    }
    last = last === undefined || (to[s] ?? 0) > last.day ? { span: s, day: to[s] ?? 0 } : last
  }
  if (last !== undefined) end(last)
  return turns
}

/** The memberships that states gained and lost, by state, each in the order of its days. */
const loadTurns = async (world: Snapshot): Promise<(state: string) => readonly Turn[]> => {
  const packed = await loadKeptMemberships(world)
  const indexOf = indexed(packed.states)
  return memo((state) => {
    const i = indexOf.get(state)
    if (i === undefined) return []
    const [first, end] = [packed.ofState[i] ?? 0, packed.ofState[i + 1] ?? 0]
    return Array.from({ length: end - first }, (_, offset) => first + offset)
      .flatMap((pair) => turnsOf(packed, pair))
      .toSorted((a, b) => a.day - b.day || byText(a.igo, b.igo))
  })
}

/** What stands around the adoptions of all states, loaded once. */
export interface Surroundings {
  readonly turnsOf: (state: string) => readonly Turn[]
  readonly nameOfIgo: (igo: string) => string
  /** So many years before and after. */
  readonly years: number
}

export const loadSurroundings = async (audit: Audit, years: number): Promise<Surroundings> => ({
  turnsOf: await loadTurns(audit.world),
  nameOfIgo: await loadOrganisationNames(audit.world),
  years,
})

const verbs: Readonly<Record<Turn['kind'], string>> = {
  gained: 'became a full member of',
  'first-coded': 'is first coded as a full member of',
  lost: 'was a full member no longer of',
}

/** The memberships that a state gained and lost within some years of a day. */
export const membershipSentences = async (
  audit: Audit,
  { turnsOf: turnsOfState, nameOfIgo, years }: Surroundings,
  state: string,
  day: Day,
): Promise<readonly Sentence[]> => {
  const { world, ledger } = audit
  const { from, to } = around(day, years)
  const turns = turnsOfState(state).filter((turn) => turn.day >= from && turn.day <= to && turn.day <= world.asOf)
  const name = nameAtBeginning(audit, state)
  if (turns.length === 0)
    return [
      say(
        `No full membership that ${nameOf(audit, state)} gained or lost within ${counted(years, 'year')} of it is ` +
          'recorded.',
        await ledger.asked(memberships, { state }, day),
      ),
    ]
  await ledger.load(turns.flatMap(({ decidedBy }) => [...decidedBy]))
  return turns.map((turn) => {
    const when = turn.observed ? `in ${yearOf(turn.day)}, as a source coded years` : `on ${formatDay(turn.day)}`
    return say(`${name} ${verbs[turn.kind]} ${inSentence(nameOfIgo(turn.igo))} ${when}.`, ledger.events(turn.decidedBy))
  })
}

/** What stood around a day of a state: how exposed it was, who had pressed it, what memberships it gained and lost. */
export const surroundingSentences = async (
  audit: Audit,
  spreading: Spreading,
  surroundings: Surroundings,
  state: string,
  day: Day,
): Promise<readonly Sentence[]> => [
  await exposureSentence(audit, spreading, state, day),
  ...(await pressureSentences(audit, surroundings, state, day)),
  ...(await membershipSentences(audit, surroundings, state, day)),
]
