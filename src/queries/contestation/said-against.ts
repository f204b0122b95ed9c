import { rankOf } from '../../../projections/fold/source-policy.ts'
import type { Contestation } from '../../../projections/compose/norm/facets.ts'
import { normPositions, type NormPosition } from '../../../projections/folds/norm-positions.ts'
import type { Said } from '../../diffusion/persistent-objector.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Span } from '../../time/timeline.ts'
import { loadFacts } from '../question/facts.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** One thing that a state said against a norm, or took back. */
export interface Statement extends Said {
  readonly stance: 'objecting' | 'contesting' | 'withdrawn'
  readonly type: 'validity' | 'application'
  readonly text: string | undefined
  readonly decidedBy: readonly EventId[]
}

/** All that one state said against a norm, in order, and what of it stood when. */
export interface SaidAgainst {
  readonly statements: readonly Statement[]
  readonly standing: readonly Span<Contestation>[]
}

/**
 * What a stance comes to. Objecting rejects being bound, and contesting the validity rejects the norm: both are
 * objections. Contesting the application disputes a case, and rejects nothing.
 */
const saysOf = (stance: Statement['stance'], type: Statement['type']): Said['says'] => {
  if (stance === 'withdrawn') return 'withdrawal'
  return stance === 'objecting' || type === 'validity' ? 'objection' : 'contestation'
}

interface Payload {
  readonly type: Statement['type']
  readonly stance: Statement['stance']
  readonly text?: string
}

/** What states said against a norm by the world's day, or may have, by whom it believes; by state. */
export const loadSaidAgainst = async (world: Snapshot, norm: string): Promise<ReadonlyMap<string, SaidAgainst>> => {
  const policy = policyOf(world)
  const told = await loadFacts(world, { family: 'norm', subject: norm, types: ['NormContested'] })
  return new Map(
    told.flatMap(({ actor, facts }): readonly [string, SaidAgainst][] => {
      const believed = facts.filter(({ sources }) => rankOf(policy, sources) !== undefined)
      const statements = believed
        .filter(({ occurred }) => occurred.lo <= world.asOf)
        .map(({ occurred, data, decidedBy }): Statement => {
          const { type, stance, text } = data as unknown as Payload
          return { when: occurred, says: saysOf(stance, type), stance, type, text, decidedBy }
        })
      const standing = normPositions.intervals(believed).map(({ columns, ...span }): Span<Contestation> => {
        const { type, position } = columns as unknown as NormPosition
        return { ...span, value: { type, stance: position === 'objecting' ? 'objecting' : 'contesting' } }
      })
      return statements.length === 0 ? [] : [[actor, { statements, standing }]]
    }),
  )
}
