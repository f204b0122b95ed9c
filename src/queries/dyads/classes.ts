import { nearer } from '../../../projections/compose/coverage/coverage.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadClassification, type InClassOnDay } from '../subjects/classifications.ts'
import { findingOf, notRecorded, type Finding } from './finding.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'

/** A class in which two states stand both, such as an official language. */
export type SharedClass = Omit<InClassOnDay, 'actor'>

/** What two states share by one classification on a day. */
export interface PairClasses {
  readonly finding: Finding
  readonly shared: readonly SharedClass[]
}

export type ClassesOfPairs = (day: Day) => (a: string, b: string) => PairClasses

const unknown: PairClasses = { finding: notRecorded, shared: [] }

const sharedBy = (own: readonly InClassOnDay[], others: readonly InClassOnDay[]): readonly SharedClass[] =>
  own.flatMap((one) =>
    others
      .filter((other) => other.class === one.class)
      .map((other) => ({
        class: one.class,
        label: one.label,
        isAssumed: one.isAssumed || other.isAssumed,
        certainty: one.certainty === 'certain' ? other.certainty : one.certainty,
        decidedBy: unionOf(one.decidedBy, other.decidedBy),
      })),
  )

/**
 * Loads the classes that pairs share. That they share none is known where something is told of both: a state of which
 * nobody says in which class it is may be in any.
 */
export const loadClasses = async (world: Snapshot, id: string): Promise<ClassesOfPairs> => {
  const classification = await ifRecorded(() => loadClassification(world, id))
  if (classification === undefined) return () => () => unknown
  return (day) => {
    const byActor = groupBy([...classification.on(day).values()].flat(), ({ actor }) => actor)
    const classesOf = (state: string) => byActor.get(state) ?? []
    const isUnknown = memo((state) => classification.unknownAmong([state], day).length > 0)
    const coverageOf = memo((state) => classification.coverageOf(state, day))
    return (a, b) => {
      const shared = sharedBy(classesOf(a), classesOf(b))
      const coverage = nearer(coverageOf(a), coverageOf(b))
      return { finding: findingOf(shared, coverage, !isUnknown(a) && !isUnknown(b)), shared }
    }
  }
}
