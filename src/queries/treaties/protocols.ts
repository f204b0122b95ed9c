import { factsOf } from '../../../projections/fold/facts.ts'
import { payload, subjectOf } from '../../../projections/fold/fold.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** Which treaties are protocols to which: treaty → its protocols, as the log knew them. */
export const loadProtocols = async (world: Snapshot): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('type', 'in', ['ProtocolLinked', 'EventCorrected', 'EventRetracted'])
    .where('stream', '>=', 'treaty-')
    .where('stream', '<', 'treaty.')
    .where('key', '=', '*')
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
    .execute()
  const linked = new Map<string, readonly string[]>()
  for (const fact of factsOf(rows.map(eventOfRow))) {
    if (fact.type !== 'ProtocolLinked') continue
    const treaty = subjectOf(fact.stream)
    const { protocol } = payload<{ protocol: string }>(fact)
    linked.set(treaty, [...(linked.get(treaty) ?? []), protocol])
  }
  return linked
}

/** Treaties with their protocols, and the protocols of these. */
export const withProtocols = (
  treaties: readonly string[],
  protocols: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const found = new Set(treaties)
  // A set that grows is walked to its end: what is added is looked at, too.
  for (const treaty of found) for (const protocol of protocols.get(treaty) ?? []) found.add(protocol)
  return found
}
