import { v5 } from 'uuid'
import type { CommitId, EventHeader, EventId } from '../../events/envelope.ts'
import { canonicalJson } from '../../events/json.ts'
import type { SealedEvent } from '../../events/seal.ts'
import type { CommitPart, EventLog } from '../../log/port.ts'

/** The namespace of the ids of commits that somebody has named: a fixed UUID of our own. */
const namespace = '0f2f5b56-3d0a-5a55-8f0e-4e4f5b7d9a10'

/** A commit by a name that its writer gave, and which request it was asked for by. */
export interface Commission {
  readonly commit: CommitId
  /** SHA-256 of the request, in hexadecimal. */
  readonly request?: string
}

/** The id of the commit that a token asks for under a key: the same for the same two. */
export const commitNamed = (token: string, key: string): CommitId => v5(`${token}\n${key}`, namespace) as CommitId

/** The id of an event that brings none, by its place among those of its commit: 0, 1, 2, … */
export const eventOfCommit = (commit: CommitId, index: number): EventId => v5(String(index), commit) as EventId

/** A log whose next commit has that id, and whose events carry the request that they came with. */
export const commissioned = (log: EventLog, { commit, request }: Commission): EventLog => ({
  ...log,
  appendCommit: (parts, options) =>
    log.appendCommit(request === undefined ? parts : carrying(parts, request), { ...options, commit }),
})

async function* carrying(
  parts: Iterable<CommitPart> | AsyncIterable<CommitPart>,
  request: string,
): AsyncIterable<CommitPart> {
  for await (const part of parts) yield { ...part, events: part.events.map((event) => withRequest(event, request)) }
}

const withRequest = (event: SealedEvent, request: string): SealedEvent => ({
  ...event,
  header: canonicalJson({ ...(JSON.parse(event.header) as EventHeader), request }),
})
