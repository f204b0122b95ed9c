import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadRelations, type TieOnDay } from '../relations/load-relations.ts'
import { nearerReach } from '../relations/source-coverage.ts'
import { findingOf, notRecorded, tellsAll, type Finding } from './finding.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'

/** The ties of one relation between two states on a day. */
export interface PairTies {
  readonly finding: Finding
  readonly ties: readonly TieOnDay[]
}

/** The ties of one relation, by pair. */
export interface TiesOfPairs {
  readonly on: (day: Day) => (a: string, b: string) => PairTies
  /** All that had begun by a day: of these it is told since when. */
  readonly begunBy: (day: Day, a: string, b: string) => readonly TieOnDay[]
}

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)
const unknown: PairTies = { finding: notRecorded, ties: [] }

/** Loads the ties of a relation; unknown between all where nobody has recorded any. */
export const loadTies = async (world: Snapshot, relation: string, yearCodes: YearCodes): Promise<TiesOfPairs> => {
  const relations = await ifRecorded(() => loadRelations(world, relation, yearCodes))
  if (relations === undefined) return { on: () => () => unknown, begunBy: () => [] }
  return {
    on: (day) => {
      const byPair = groupBy(relations.on(day), ({ a, b }) => pairOf(a, b))
      const coverageOf = memo((state) => relations.coverage(state, day))
      return (a, b) => {
        const ties = byPair.get(pairOf(a, b)) ?? []
        const coverage = nearerReach(coverageOf(a), coverageOf(b))
        return { finding: findingOf(ties, coverage, tellsAll(coverage)), ties }
      }
    },
    begunBy: (day, a, b) => relations.begunBy(day).filter((tie) => pairOf(tie.a, tie.b) === pairOf(a, b)),
  }
}

/** The types of ties, in order; `unspecified` where the source has none. */
export const typesOf = (ties: readonly TieOnDay[], certainty: TieOnDay['certainty']): readonly string[] =>
  [...new Set(ties.filter((tie) => tie.certainty === certainty).map(({ type }) => type ?? 'unspecified'))].toSorted()
