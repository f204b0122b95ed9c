import { amendmentsAmong } from '../../../projections/fold/facts.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCitedEvents } from './evidence.ts'

/**
 * What releases of one series said of one fact, one after the other: the event as first told, and the standing
 * corrections by later releases.
 */
export interface Revision {
  readonly actor: string
  readonly first: RecordedEvent
  readonly corrections: readonly RecordedEvent[]
}

const seriesOf = ({ sources }: RecordedEvent): string | undefined => sources[0]?.series

const releaseOf = ({ sources: [source] }: RecordedEvent): string | undefined =>
  source !== undefined && 'ref' in source ? source.ref : undefined

/** Whether an event is of another release of the series of the first. */
const revises = (one: RecordedEvent, first: RecordedEvent): boolean =>
  seriesOf(one) !== undefined &&
  seriesOf(one) === seriesOf(first) &&
  releaseOf(one) !== undefined &&
  releaseOf(first) !== undefined &&
  releaseOf(one) !== releaseOf(first)

/**
 * The facts of a family of streams that a later release of their own series told otherwise. What users corrected is no
 * disagreement of sources.
 */
export const loadRevisions = async (
  world: Snapshot,
  family: string,
  actor: string | undefined,
): Promise<readonly Revision[]> => {
  let rows = world.sql
    .selectFrom('event')
    .selectAll()
    .where('ordinal', '<=', world.ordinal)
    .where('stream', '>=', `${family}-`)
    .where('stream', '<', `${family}.`)
    .where('type', 'in', ['EventCorrected', 'EventRetracted'])
  if (actor !== undefined) rows = rows.where('key', '=', actor)
  const found = await rows.orderBy('ordinal').execute()
  if (found.length === 0) return []
  const keys = new Map<string, string>(found.map(({ id, key }) => [id, key]))
  const { correctedBy, retractedBy } = amendmentsAmong(found.map(eventOfRow))
  const roots = await loadCitedEvents(
    world,
    [...correctedBy.keys()].filter((id) => !retractedBy.has(id)),
  )
  return roots.flatMap((first) => {
    const corrections = (correctedBy.get(first.id) ?? []).filter((one) => revises(one, first))
    const key = keys.get(corrections[0]?.id ?? '')
    return key === undefined ? [] : [{ actor: key, first, corrections }]
  })
}
