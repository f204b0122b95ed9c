import { nearer } from '../../../projections/compose/coverage/coverage.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import type { StateYear } from '../panels/state-years.ts'
import { joined } from '../question/columns.ts'
import { coverageCells, coverageOf } from '../question/coverage-fields.ts'
import type { TableCell } from '../question/question.ts'
import type { Finding } from './finding.ts'
import type { Pairs } from './pairs.ts'
import { sharedOn, structuredOf } from './shared-counts.ts'
import { typesOf, type PairTies } from './ties.ts'

type Cells = readonly (string | number | null)[]

const stateCells = ({ state, name, cow, gw, iso3 }: StateYear): Cells => [state, name, cow, gw, iso3]

/** What is certain, and what is only possible. */
const tieCells = ({ finding, ties }: PairTies): Cells => {
  const isNone = finding.answer === 'no'
  return [isNone ? 'none' : joined(typesOf(ties, 'certain')), joined(typesOf(ties, 'possible'))]
}

const sameCell = ({ answer }: Finding): number | null => ({ yes: 1, no: 0, possible: null, unknown: null })[answer]

/** What all that is told of two states comes to on a day, in the order of the columns of dyads behind the year. */
export const pairCells = (pairs: Pairs, day: Day): ((a: string, b: string) => Cells) => {
  const { members, structures } = pairs
  const shared = sharedOn(members, structures, day)
  const coverage = memo((state) => members.coverage(state, day))
  const [contiguity, alliances] = [pairs.contiguity.on(day), pairs.alliances.on(day)]
  const [languages, regions] = [pairs.languages(day), pairs.regions(day)]
  const [metropoles, capabilities] = [pairs.metropoles(day), pairs.capabilities(day)]
  return (a, b) => {
    const counts = shared(a, b)
    const covered = coverageOf(nearer(coverage(a), coverage(b)))
    const isKnown = covered.state === 'covered'
    const [border, allied] = [contiguity(a, b), alliances(a, b)]
    const same = [languages(a, b), regions(a, b), metropoles(a, b)].map(({ finding }) => finding)
    const power = capabilities(a, b)
    return [
      isKnown ? counts.count : null,
      counts.min,
      isKnown ? counts.max : null,
      counts.untold,
      isKnown && structures.isRecorded ? structuredOf(counts) : null,
      counts.structureUnknown,
      ...tieCells(border),
      ...tieCells(allied),
      ...same.map(sameCell),
      power.a.value ?? null,
      power.b.value ?? null,
      power.ratio ?? null,
      ...coverageCells(covered),
      ...[border.finding, allied.finding, ...same, power].map(({ reach }) => reach),
    ]
  }
}

/** The rows of one year: each pair of its states once, the lesser id first, in the order of both. */
export function* rowsOfYear(pairs: Pairs, states: readonly StateYear[], day: Day): Generator<readonly TableCell[]> {
  const cellsOf = pairCells(pairs, day)
  for (const [i, a] of states.entries())
    for (const b of states.slice(i + 1))
      yield [...stateCells(a), ...stateCells(b), a.year, ...cellsOf(a.state, b.state)]
}
