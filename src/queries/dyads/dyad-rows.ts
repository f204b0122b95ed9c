import { nearer } from '../../../projections/compose/coverage/coverage.ts'
import { lazily } from '../../common/lazily.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import type { StateYear } from '../panels/state-years.ts'
import { joined } from '../question/columns.ts'
import { coverageOf, type CoverageOut } from '../question/coverage-fields.ts'
import type { TableCell } from '../question/question.ts'
import type { PairCapabilities } from './capabilities.ts'
import type { PairClasses } from './classes.ts'
import type { Finding } from './finding.ts'
import type { PairMetropoles } from './metropoles.ts'
import type { Pairs } from './pairs.ts'
import { sharedOn, structuredOf, type SharedCount } from './shared-counts.ts'
import { typesOf, type PairTies } from './ties.ts'

type Cells = readonly (string | number | null)[]

const stateCells = ({ state, name, cow, gw, iso3 }: StateYear): Cells => [state, name, cow, gw, iso3]

const certainTypes = ({ finding, ties }: PairTies): string | null =>
  finding.answer === 'no' ? 'none' : joined(typesOf(ties, 'certain'))
const possibleTypes = ({ ties }: PairTies): string | null => joined(typesOf(ties, 'possible'))

const sameCell = ({ answer }: Finding): number | null => ({ yes: 1, no: 0, possible: null, unknown: null })[answer]

const same = ['language', 'region', 'metropole'] as const

/** What of two states is told on a day. */
interface ToldOfPair {
  readonly counts: SharedCount
  readonly structured: number | null
  readonly covered: CoverageOut
  readonly border: PairTies
  readonly allied: PairTies
  readonly language: PairClasses
  readonly region: PairClasses
  readonly metropole: PairMetropoles
  readonly power: PairCapabilities
}
type Parts = { readonly [Part in keyof ToldOfPair]: (a: string, b: string) => ToldOfPair[Part] }

/** Of a day what is read of all pairs together is made when the first of them is asked about. */
const ofDay = <V>(make: () => (a: string, b: string) => V): ((a: string, b: string) => V) => {
  const read = lazily(make)
  return (a, b) => read()(a, b)
}

const partsOn = (pairs: Pairs, day: Day): Parts => {
  const { members, structures } = pairs
  const coverage = memo((state) => members.coverage(state, day))
  const counts = ofDay(() => sharedOn(members, structures, day))
  return {
    counts,
    structured: (a, b) => (structures.isRecorded ? structuredOf(counts(a, b)) : null),
    covered: (a, b) => coverageOf(nearer(coverage(a), coverage(b))),
    border: ofDay(() => pairs.contiguity.on(day)),
    allied: ofDay(() => pairs.alliances.on(day)),
    language: ofDay(() => pairs.languages(day)),
    region: ofDay(() => pairs.regions(day)),
    metropole: ofDay(() => pairs.metropoles(day)),
    power: ofDay(() => pairs.capabilities(day)),
  }
}

/** A part of what is told of two states on a day. */
type Told = <Part extends keyof ToldOfPair>(part: Part) => ToldOfPair[Part]

/** What is told of two states on a day: each part is reckoned when it is asked for, and once. */
export const pairsOn = (pairs: Pairs, day: Day): ((a: string, b: string) => Told) => {
  const parts = partsOn(pairs, day)
  return (a, b) => {
    const known: { -readonly [Part in keyof ToldOfPair]?: ToldOfPair[Part] } = {}
    return (part) => (known[part] ??= parts[part](a, b))
  }
}

const whereCovered = (told: Told, value: number | null): number | null =>
  told('covered').state === 'covered' ? value : null

/** A cell of a dyad for each column behind the year, in their order. */
export const pairReaders: readonly ((told: Told) => string | number | null)[] = [
  (told) => whereCovered(told, told('counts').count),
  (told) => told('counts').min,
  (told) => whereCovered(told, told('counts').max),
  (told) => told('counts').untold,
  (told) => whereCovered(told, told('structured')),
  (told) => told('counts').structureUnknown,
  ...(['border', 'allied'] as const).flatMap((ties) => [
    (told: Told) => certainTypes(told(ties)),
    (told: Told) => possibleTypes(told(ties)),
  ]),
  ...same.map((one) => (told: Told) => sameCell(told(one).finding)),
  (told) => told('power').a.value ?? null,
  (told) => told('power').b.value ?? null,
  (told) => told('power').ratio ?? null,
  (told) => told('covered').state,
  (told) => told('covered').through,
  (told) => joined(told('covered').by),
  ...(['border', 'allied', ...same] as const).map((one) => (told: Told) => told(one).finding.reach),
  (told) => told('power').reach,
]

/** The rows of one year: each pair of its states once, the lesser id first, in the order of both. */
export function* rowsOfYear(pairs: Pairs, states: readonly StateYear[], day: Day): Generator<readonly TableCell[]> {
  const told = pairsOn(pairs, day)
  for (const [i, a] of states.entries())
    for (const b of states.slice(i + 1)) {
      const pair = told(a.state, b.state)
      yield [...stateCells(a), ...stateCells(b), a.year, ...pairReaders.map((read) => read(pair))]
    }
}
