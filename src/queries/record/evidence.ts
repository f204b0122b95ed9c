import type { Selectable } from 'kysely'
import type { RecordedEvent } from '../../events/envelope.ts'
import type { Source } from '../../events/source.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { bodyOf, eventOfRow } from '../../readmodel/stored-event.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { amendedEvents, correctionsOf, metaTypes, type AmendedEvent, type CorrectionOut } from './amendments.ts'
import { recordedIn } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { fewEvents } from './kept-events.ts'
import { knownRows } from '../question/known-rows.ts'

/** An event as evidence: what it says, and who says so. */
export interface Evidence {
  readonly event: RecordedEvent
  readonly citations: readonly string[]
  /** The event as it reads, and the corrections that shaped it, with the citations of each. */
  readonly amended: AmendedEvent
  readonly corrections: readonly (CorrectionOut & { readonly citations: readonly string[] })[]
}

/** How many ids one query asks for. */
const batch = 500

const eventsIn = (world: Snapshot, ids: readonly string[]) =>
  world.sql
    .selectFrom('event')
    .selectAll()
    .where('id', 'in', ids)
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')

export const loadCitedEvents = (world: Snapshot, ids: readonly string[]): Promise<readonly RecordedEvent[]> =>
  fewEvents(world, ids, async (those) => {
    const events: RecordedEvent[] = []
    for (let from = 0; from < those.length; from += batch)
      events.push(...(await eventsIn(world, those.slice(from, from + batch)).execute()).map(eventOfRow))
    return events
  })

/**
 * What the events with these ids cite, event by event, in the order in which they are loaded; undefined where some of
 * them amend others, whose sources may then be others than they say.
 */
export const loadCited = async (
  world: Snapshot,
  ids: readonly string[],
): Promise<readonly (readonly Source[])[] | undefined> => {
  const cited: (readonly Source[])[] = []
  for (let from = 0; from < ids.length; from += batch) {
    const rows = await eventsIn(world, ids.slice(from, from + batch))
      .clearSelect()
      .select(['type', 'body'])
      .execute()
    if (rows.some(({ type }) => metaTypes.includes(type))) return undefined
    cited.push(...rows.map(({ body }) => bodyOf(body).sources))
  }
  return cited
}

/**
 * How the body of an event begins to be read as disputed: a correction may say so of what it replaces, so that this
 * only narrows the search.
 */
const maybeDisputed = '%"confidence":"disputed"%'

/**
 * Of the events with these ids those that their source calls disputed: what they say, and the note that says why. The
 * others, which are most, are not read.
 */
export const loadDisputed = async (world: Snapshot, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const events: RecordedEvent[] = []
  for (let from = 0; from < ids.length; from += batch)
    events.push(
      ...(
        await eventsIn(world, ids.slice(from, from + batch))
          .where('body', 'like', maybeDisputed)
          .execute()
      ).map(eventOfRow),
    )
  return new Map(
    events
      .filter(({ confidence }) => confidence === 'disputed')
      .map(({ id, type, occurred, note }) => [
        id,
        `${type}${occurred === undefined ? '' : ` of ${occurred}`} is disputed${note === undefined ? '' : `: ${note}`}`,
      ]),
  )
}

/** A source as a line of a bibliography. */
const citationOf = (source: Source, registered: ReadonlyMap<string, string>): string => {
  const text =
    'ref' in source
      ? (registered.get(source.ref) ?? source.ref)
      : [source.citation, source.version].filter((part) => part !== undefined).join(', version ')
  return source.locator === undefined ? text : `${text}; ${source.locator}`
}

const keptCitations = keeping<ReadonlyMap<string, string>>(
  (citations) => citations.size * 500,
  () => recordedIn('source'),
)

/** How each registered source is cited, with its version. */
const loadCitations = (world: Snapshot): Promise<ReadonlyMap<string, string>> =>
  keptCitations(world, '', async () => {
    const rows = await knownRows(world, 'source').select(['source', 'citation', 'detail']).execute()
    return new Map(
      rows.map(({ source, citation, detail }) => {
        const { version } = JSON.parse(detail) as { version?: string }
        return [source, version === undefined ? citation : `${citation}, version ${version}`]
      }),
    )
  })

/** An event as it reads, as evidence. */
const evidenceOf = (amended: AmendedEvent, registered: ReadonlyMap<string, string>): Evidence => {
  const cited = ({ sources }: RecordedEvent): readonly string[] =>
    sources.map((source) => citationOf(source, registered))
  return {
    event: amended.event,
    citations: cited(amended.reads),
    amended,
    corrections: correctionsOf(amended).map((correction, index) => ({
      ...correction,
      citations: cited(amended.corrections[index]?.correction ?? amended.event),
    })),
  }
}

/**
 * Events with their citations in full, in the order of the log. Those that correct others among them are also told with
 * what they correct.
 */
export const loadEvidence = async (world: Snapshot, ids: readonly string[]): Promise<readonly Evidence[]> => {
  const registered = await loadCitations(world)
  return amendedEvents(await loadCitedEvents(world, ids)).map((amended) => evidenceOf(amended, registered))
}

/**
 * What is told of events, of which there may be thousands: a few hundred are evidence at a time. They come in the order
 * of the log among those that are asked for together.
 */
export const loadTold = async <T>(
  world: Snapshot,
  ids: readonly string[],
  tell: (evidence: Evidence) => T,
): Promise<T[]> => {
  const registered = await loadCitations(world)
  const rows: Selectable<Schema['event']>[] = []
  for (let from = 0; from < ids.length; from += batch)
    rows.push(...(await eventsIn(world, ids.slice(from, from + batch)).execute()))
  const amending = rows.filter(({ type }) => metaTypes.includes(type)).map(eventOfRow)
  const told: T[] = []
  for (let from = 0; from < rows.length; from += batch)
    for (const amended of amendedEvents(rows.slice(from, from + batch).map(eventOfRow), amending))
      told.push(tell(evidenceOf(amended, registered)))
  return told
}
