import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { unionOf, type Certainty } from '../../time/timeline.ts'
import type { EventId } from '../../time/event-id.ts'
import { metropoleRelations } from '../channels/colony.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadRelations, type Relations, type TieOnDay } from '../relations/load-relations.ts'
import { nearerReach, type SourceCoverage } from '../relations/source-coverage.ts'
import { findingOf, tellsAll, type Finding } from './finding.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'

/** A state that ruled both of two others up to a day. */
export interface SharedMetropole {
  readonly state: string
  readonly certainty: Certainty
  readonly decidedBy: readonly EventId[]
}

export interface PairMetropoles {
  readonly finding: Finding
  readonly shared: readonly SharedMetropole[]
}

export type MetropolesOfPairs = (day: Day) => (a: string, b: string) => PairMetropoles

const nothing: SourceCoverage = { state: 'none', through: undefined, by: [] }

const certaintyOf = (ties: readonly TieOnDay[]): Certainty =>
  ties.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible'

const sharedBy = (own: readonly TieOnDay[], others: readonly TieOnDay[]): readonly SharedMetropole[] => {
  const ofOther = groupBy(others, ({ a }) => a)
  return [...groupBy(own, ({ a }) => a)].flatMap(([state, ties]) => {
    const met = ofOther.get(state)
    if (met === undefined) return []
    const isSure = [ties, met].every((each) => certaintyOf(each) === 'certain')
    const decidedBy = unionOf(...[...ties, ...met].map((tie) => tie.decidedBy))
    return [{ state, certainty: isSure ? 'certain' : 'possible', decidedBy }]
  })
}

/**
 * Loads who had the same metropole: those that it ruled overseas, or that depended on it, by a day, whether still or no
 * longer. That two had none in common is known only where every relation that tells of metropoles covers both.
 */
export const loadMetropoles = async (world: Snapshot, yearCodes: YearCodes): Promise<MetropolesOfPairs> => {
  const held: Relations[] = []
  for (const relation of metropoleRelations) {
    const relations = await ifRecorded(() => loadRelations(world, relation, yearCodes))
    if (relations !== undefined) held.push(relations)
  }
  return (day) => {
    const byRuled = groupBy(
      held.flatMap((relations) => relations.begunBy(day)),
      ({ b }) => b,
    )
    const coverageOf = memo((state): SourceCoverage => {
      const [first = nothing, ...rest] = held.map(({ coverage }) => coverage(state, day))
      return rest.reduce(nearerReach, first)
    })
    const isWhole = held.length === metropoleRelations.length
    return (a, b) => {
      const shared = sharedBy(byRuled.get(a) ?? [], byRuled.get(b) ?? [])
      const known = nearerReach(coverageOf(a), coverageOf(b))
      const finding = findingOf(shared, known, isWhole && tellsAll(known))
      const isMissing = finding.answer === 'unknown' && !isWhole
      return {
        finding: {
          ...finding,
          ...(isMissing && { reason: 'not-recorded' }),
          ...(!isWhole && { reach: 'not-recorded' }),
        },
        shared,
      }
    }
  }
}
