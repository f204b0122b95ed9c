import { groupBy } from '../../common/group-by.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Moments } from './changed-rows.ts'

/** How many ids one query asks for. */
const batch = 500

/**
 * Where to look for what changed a cell: its deciding events, others that it follows from, and the streams that it is
 * read from.
 */
export interface Changed {
  readonly decided: readonly EventId[]
  readonly follows?: readonly EventId[]
  readonly streams: readonly string[]
  readonly actor: string
}

/**
 * Which events changed each cell: of those that became known between the moments, the deciding ones and the corrections
 * and retractions of deciding ones, but for those that were themselves retracted; where there are none, those that it
 * follows from in law; else all that its streams then heard of the actor, or at all.
 */
export const loadCauses = async (
  { before, after }: Moments,
  cells: readonly Changed[],
): Promise<readonly (readonly EventId[])[]> => {
  const between = () =>
    after.sql.selectFrom('event').where('ordinal', '>', before.ordinal).where('ordinal', '<=', after.ordinal)
  const fresh = new Set<string>()
  const ids = [...new Set(cells.flatMap(({ decided, follows = [] }) => [...decided, ...follows]))]
  for (let from = 0; from < ids.length; from += batch)
    for (const { id } of await between()
      .select('id')
      .where('id', 'in', ids.slice(from, from + batch))
      .execute())
      fresh.add(id)
  const amendments = (
    await between()
      .select(['id', 'type', 'body'])
      .where('type', 'in', ['EventCorrected', 'EventRetracted'])
      .orderBy('ordinal')
      .execute()
  ).map(({ id, type, body }) => ({
    id: id as EventId,
    type,
    target: (JSON.parse(body) as { data: { target: string } }).data.target,
  }))
  // The last first: whether a retraction stands is known before what it retracts is met.
  const undone = new Set<string>()
  for (const { id, type, target } of amendments.toReversed())
    if (type === 'EventRetracted' && !undone.has(id)) undone.add(target)
  const amending = groupBy(
    amendments.filter(({ id }) => !undone.has(id)),
    ({ target }) => target,
  )
  const heard = new Map<string, readonly { readonly id: string; readonly key: string }[]>()
  const heardIn = async (stream: string) => {
    const known =
      heard.get(stream) ??
      (await between().select(['id', 'key']).where('stream', '=', stream).orderBy('ordinal').execute())
    heard.set(stream, known)
    return known
  }
  const found: (readonly EventId[])[] = []
  for (const { decided, follows = [], streams, actor } of cells) {
    const among = (list: readonly EventId[]): readonly EventId[] => [
      ...new Set(
        list.flatMap((id) => [...(fresh.has(id) ? [id] : []), ...(amending.get(id) ?? []).map((one) => one.id)]),
      ),
    ]
    const direct = among(decided)
    const legal = direct.length > 0 ? direct : among(follows)
    if (legal.length > 0) {
      found.push(legal)
      continue
    }
    const all = (await Promise.all(streams.map(heardIn))).flat()
    const own = all.filter(({ key }) => key === actor)
    found.push((own.length > 0 ? own : all).map(({ id }) => id as EventId))
  }
  return found
}
