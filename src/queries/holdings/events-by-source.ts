import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How many events cite what. */
export interface Citing {
  /** By the id of a registered source. An event that cites one twice counts once. */
  readonly registered: ReadonlyMap<string, number>
  /** Events that cite some source in full, beside the registrations themselves. */
  readonly inFull: number
}

/** How many events are read at once. */
const page = 5_000

/** Quotes within a text are escaped, so that these are keys and nothing else. No payload has a key of these names. */
const reference = /"ref":("(?:[^"\\]|\\.)*")/g
const inFull = '"citation":'

const kept = keeping<Citing>(({ registered }) => 100 + registered.size * 150)

/** Counts who cites whom, over all events that were known: each is looked through once, as text. */
export const loadCiting = (world: Snapshot): Promise<Citing> => kept(world, '', () => countCiting(world))

const countCiting = async ({ sql, ordinal }: Snapshot): Promise<Citing> => {
  const registered = new Map<string, number>()
  let full = 0
  for (let after = 0; after < ordinal; after += page) {
    const rows = await sql
      .selectFrom('event')
      .select(['type', 'body'])
      .where('ordinal', '>', after)
      .where('ordinal', '<=', Math.min(after + page, ordinal))
      // What is proposed counts for nothing; once it is accepted, its event cites.
      .where('stream', 'not like', 'proposal-%')
      .execute()
    for (const { type, body } of rows) {
      for (const ref of new Set(Array.from(body.matchAll(reference), ([, text = '""']) => JSON.parse(text) as string)))
        registered.set(ref, (registered.get(ref) ?? 0) + 1)
      if (type !== 'SourceRegistered' && body.includes(inFull)) full += 1
    }
  }
  return { registered, inFull: full }
}
