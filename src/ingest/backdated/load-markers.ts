import type { NewEvent } from '../../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import { loadStream } from '../../log/unfinished-load.ts'
import { contentId } from '../candidates/event-id.ts'

const said = (type: 'LoadBegun' | 'LoadCompleted', data: JsonObject): NewEvent => {
  const event = {
    type,
    schemaVersion: 1,
    sources: [{ citation: 'normtrail, on the making of this log', kind: 'dataset' as const }],
    confidence: 'certain' as const,
    data,
  }
  return { id: contentId(canonicalJson({ stream: loadStream, ...event })), ...event }
}

/** What a load is made from, as its beginning says it. */
export type Beginning = {
  readonly recordedAt: string
  readonly bundled: boolean
  readonly releases: readonly string[]
  readonly today: string
}

/** What a load says in its first commit. */
export const beginningOf = (beginning: Beginning): NewEvent => said('LoadBegun', beginning)

/** What it says in its last one. */
export const endOf = ({ id }: NewEvent): NewEvent => said('LoadCompleted', { load: id })

/**
 * In which words a load differs from the one that is in the log; undefined where it does not. What differs within a
 * table, only its rows tell.
 */
export const differenceOf = (there: JsonObject, now: Beginning): string | undefined => {
  const one = there as unknown as Beginning
  if (one.recordedAt !== now.recordedAt)
    return `it was begun with \`recordedAt\` ${one.recordedAt}, not ${now.recordedAt}.`
  if (one.bundled !== now.bundled) return `it was begun ${one.bundled ? 'with' : 'without'} the bundled case.`
  if (canonicalJson([...one.releases]) !== canonicalJson([...now.releases]))
    return (
      'it was begun with tables of ' +
      `${one.releases.join(', ') || 'no release'}, not of ` +
      `${now.releases.join(', ') || 'any'}.`
    )
  return undefined
}
