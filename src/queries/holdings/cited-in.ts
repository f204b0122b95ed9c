import { hash } from 'node:crypto'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { batches } from '../../common/batches.ts'
import { canonicalJson } from '../../events/json.ts'
import { familyOf } from '../../events/registry.ts'
import type { Source } from '../../events/source.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSources, type RegisteredSource } from './registered-sources.ts'

/** A source that events cite: one that is registered, or one that is cited in full and has an id of its own here. */
export interface UsedSource extends RegisteredSource {
  readonly isRegistered: boolean
}

/** The ids of the sources of each stream, or of all streams whose names begin so where it ends in a dash. */
export interface Cited {
  readonly of: ReadonlyMap<string, readonly string[]>
  /** Every one of them, by id. */
  readonly sources: readonly UsedSource[]
}

/** How many streams are looked through at once. */
const streamsAtOnce = 400

const [begins, ends] = ['"sources":[', '],"data":']
const places = /"locator":"(?:[^"\\]|\\.)*",|,"locator":"(?:[^"\\]|\\.)*"/g

/**
 * The list of sources in the text of an event, without their places in them; nothing else of it is read. Quotes within
 * a text are escaped, so that these are keys and nothing else.
 */
const sourcesIn = (body: string): string => {
  const from = body.indexOf(begins) + begins.length - 1
  return body.slice(from, body.indexOf(ends, from) + 1).replaceAll(places, '')
}

/** The id of a source that is cited in full: the same text has the same one in every log. */
const idInFull = (cited: object): string => `cited-${hash('sha256', canonicalJson(cited), 'hex').slice(0, 10)}`

const isWithin = (stream: string, named: string): boolean =>
  named.endsWith('-') ? stream.startsWith(named) : stream === named

/** By stream, the lists of sources that its events cite. */
const listsIn = async ({ sql, ordinal }: Snapshot, streams: readonly string[]) => {
  const lists = new Map<string, Set<string>>()
  for (const some of batches(streams, streamsAtOnce)) {
    const rows = await sql
      .selectFrom('event')
      .select(['stream', 'body'])
      .where('stream', 'in', some)
      .where('ordinal', '<=', ordinal)
      .execute()
    for (const { stream, body } of rows) {
      const known = lists.get(stream) ?? new Set()
      lists.set(stream, known.add(sourcesIn(body)))
    }
  }
  return lists
}

/** Of what these streams tell a world believes some sources alone; scores and the lives of states are read whole. */
const chosen: ReadonlySet<string> = new Set(['treaty', 'igo', 'relation', 'attribute', 'classification'])

/**
 * Which sources the events of streams cite, of those that the world believes: an act, a membership or a tie that is
 * told by none of them counts for nothing. A stream is named whole, or, with a dash at the end, by how names begin.
 */
export const loadCitedIn = async (world: Snapshot, named: readonly string[]): Promise<Cited> => {
  const all = await world.sql.selectFrom('event').select('stream').distinct().execute()
  const streams = all.map(({ stream }) => stream).filter((stream) => named.some((one) => isWithin(stream, one)))
  const lists = await listsIn(world, streams)
  const registered = new Map((await loadSources(world)).map((one) => [one.id, one]))
  const used = new Map<string, UsedSource>()
  const idOf = (source: Source): string => {
    if ('ref' in source) {
      const known = registered.get(source.ref)
      if (known !== undefined) used.set(known.id, { ...known, isRegistered: true })
      return source.ref
    }
    const id = idInFull(source)
    used.set(id, { ...source, id, redistributable: source.redistributable ?? 'unknown', isRegistered: false })
    return id
  }
  const idsIn = (stream: string, text: string): readonly string[] => {
    const sources = JSON.parse(text) as readonly Source[]
    const counts = !chosen.has(familyOf(stream)) || rankOf(policyOf(world), sources) !== undefined
    return counts ? sources.map(idOf) : []
  }
  const idsOf = new Map(
    [...lists].map(([stream, texts]) => [stream, [...texts].flatMap((text) => idsIn(stream, text))]),
  )
  const of = new Map(
    named.map((one) => {
      const ids = streams.filter((stream) => isWithin(stream, one)).flatMap((stream) => idsOf.get(stream) ?? [])
      return [one, [...new Set(ids)].toSorted()]
    }),
  )
  return { of, sources: [...used.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}
