import type { CommitReceipt } from '../../log/port.ts'
import { eventPlaces } from '../../readmodel/lookups/event-places.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Place, Recorded } from '../service/recording.ts'

type Held = Omit<CommitReceipt, 'written'>

/**
 * What a commit came to, by the log: where events stand that were named, whichever commit appended them; else all that
 * it holds. The read model is brought up to it first.
 */
export const recordedIn = async (
  workspace: Pick<Workspace, 'catchUp' | 'readModel'>,
  commit: Held | undefined,
  ids: readonly string[] | undefined,
): Promise<Recorded> => {
  await workspace.catchUp()
  const events = await placesOf(workspace, commit, ids)
  const appended = events.filter(
    ({ ordinal }) => commit !== undefined && ordinal >= commit.firstOrdinal && ordinal <= commit.lastOrdinal,
  ).length
  return {
    commit: commit?.commit ?? null,
    recordedAt: commit?.recordedAt ?? null,
    appended,
    known: events.length - appended,
    ordinal: commit?.lastOrdinal ?? Math.max(0, ...events.map(({ ordinal }) => ordinal)),
    events,
  }
}

const placesOf = async (
  { readModel }: Pick<Workspace, 'readModel'>,
  commit: Held | undefined,
  ids: readonly string[] | undefined,
): Promise<readonly Place[]> => {
  if (ids === undefined) return commit === undefined ? [] : eventPlaces(readModel, commit)
  const byId = new Map((await eventPlaces(readModel, { ids })).map((place) => [place.id.toLowerCase(), place]))
  return ids.flatMap((id) => byId.get(id.toLowerCase()) ?? [])
}
