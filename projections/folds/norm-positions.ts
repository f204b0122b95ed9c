import { never, type DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Interval } from '../fold/fold.ts'
import { uncertainEdges } from '../fold/ends.ts'

export type NormPosition = {
  readonly norm: string
  readonly actor: string
  readonly position: 'endorsed' | 'objecting' | 'contesting'
  /** Of an endorsement: vote, declaration or pledge. Of words against the norm: application or validity. */
  readonly type: string
  /** What it voted for, or what it said. */
  readonly text: string | null
}

interface Stance {
  readonly from: DateRange
  readonly decidedBy: readonly EventId[]
  readonly columns: NormPosition
}

/**
 * What one actor says of a norm without being bound by saying it. Reads `norm-<norm>`. An endorsement lasts; of words
 * against the norm the last of each type (against its application, against its validity) stand until they are taken
 * back.
 */
export const normPositions = fold<NormPosition>({
  name: 'norm-positions',
  reads: ['norm'],
  table: 'norm_position',
  columns: ['norm', 'actor', 'position', 'type', 'text'],
  intervals: (facts) => {
    const intervals: Interval<NormPosition>[] = []
    const against = new Map<string, Stance>()
    for (const fact of facts) {
      const norm = subjectOf(fact.stream)
      if (fact.type === 'NormEndorsed') {
        const { actor, by, instrument } = payload<{ actor: string; by: string; instrument?: string }>(fact)
        intervals.push(
          ...uncertainEdges(fact.occurred, never, fact.decidedBy, {
            norm,
            actor,
            position: 'endorsed' as const,
            type: by,
            text: instrument ?? null,
          }),
        )
      }
      if (fact.type !== 'NormContested') continue
      const { actor, type, stance, text } = payload<{
        actor: string
        type: string
        stance: 'objecting' | 'contesting' | 'withdrawn'
        text?: string
      }>(fact)
      const before = against.get(type)
      if (before?.columns.position === stance) {
        against.set(type, { ...before, decidedBy: unionOf(before.decidedBy, fact.decidedBy) })
        continue
      }
      if (before !== undefined)
        intervals.push(
          ...uncertainEdges(before.from, fact.occurred, unionOf(before.decidedBy, fact.decidedBy), before.columns),
        )
      against.delete(type)
      if (stance !== 'withdrawn')
        against.set(type, {
          from: fact.occurred,
          decidedBy: fact.decidedBy,
          columns: { norm, actor, position: stance, type, text: text ?? null },
        })
    }
    for (const { from, decidedBy, columns } of against.values())
      intervals.push(...uncertainEdges(from, never, decidedBy, columns))
    return intervals
  },
})
