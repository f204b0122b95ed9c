import { hash } from 'node:crypto'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { batches } from '../../common/batches.ts'
import { groupBy } from '../../common/group-by.ts'
import { canonicalJson } from '../../events/json.ts'
import { familyOf } from '../../events/registry.ts'
import type { Source } from '../../events/source.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSources, type RegisteredSource } from './registered-sources.ts'
import { amendmentsIn, hasBegunBy, isWithin, storedTold, type StoredTold, type Telling } from './telling.ts'

export type { Telling } from './telling.ts'

/** A source that events cite: one that is registered, or one that is cited in full and has an id of its own here. */
export interface UsedSource extends RegisteredSource {
  readonly isRegistered: boolean
}

/** The ids of the sources of each telling. */
export interface Cited {
  readonly of: ReadonlyMap<Telling, readonly string[]>
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

/** Of what these streams tell a world believes some sources alone; scores and the lives of states are read whole. */
const chosen: ReadonlySet<string> = new Set(['treaty', 'igo', 'relation', 'attribute', 'classification'])

/** Whether it counts by whom it is told. */
const isChosen = ({ stream, type }: StoredTold): boolean => chosen.has(familyOf(stream)) || type === 'CoverageClaimed'

/** Whether the world believes what an event says, as it was or as a later one has it. */
const believedBy = (world: Snapshot, { sourcesOf }: ReturnType<typeof amendmentsIn>) => {
  const policy = policyOf(world)
  return (event: StoredTold, sources: readonly Source[]): boolean =>
    !isChosen(event) ||
    [sources, sourcesOf(event.id)].some((some) => some.length > 0 && rankOf(policy, some) !== undefined)
}

/** The lists of sources of what a telling is told by, each once. */
type Lists = ReadonlyMap<Telling, Set<string>>

/** Adds the lists of sources of the events of one stream to those of the tellings that they tell. */
const addStream = (world: Snapshot, events: readonly StoredTold[], tellings: readonly Telling[], lists: Lists) => {
  const telling = tellings.filter(
    ({ by, needs }) =>
      (by === undefined || hasBegunBy(events, by)) && (needs === undefined || events.some((event) => needs(event))),
  )
  const amendments = amendmentsIn(events)
  const isBelieved = believedBy(world, amendments)
  const believedOf = new Map(
    events.filter(({ id }) => amendments.isAmended(id)).map((one) => [one.id, isBelieved(one, listIn(one))]),
  )
  for (const event of events) {
    const text = sourcesIn(event.body)
    const open = telling.filter((one) => lists.get(one)?.has(text) === false)
    if (open.length === 0) continue
    // What amends an event counts where that does, and neither is left out by what it said before.
    const root = amendments.about(event)
    const isAmended = amendments.isAmended(root)
    const isTrusted = believedOf.get(root) ?? isBelieved(event, listIn(event))
    for (const one of open) {
      if (!isTrusted && one.isOfAnybody !== true) continue
      if (!isAmended && !(one.counts?.(event) ?? true)) continue
      lists.get(one)?.add(text)
      if (isAmended) lists.get(one)?.add(JSON.stringify(amendments.sourcesOf(root)))
    }
  }
}

const listIn = ({ body }: StoredTold): readonly Source[] => JSON.parse(sourcesIn(body)) as readonly Source[]

/** By telling, the lists of sources of the events that tell it. */
const listsOf = async (world: Snapshot, tellings: readonly Telling[]): Promise<Lists> => {
  const lists: Lists = new Map(tellings.map((one) => [one, new Set<string>()]))
  const all = await world.sql.selectFrom('event').select('stream').distinct().execute()
  const within = new Map(all.map(({ stream }) => [stream, tellings.filter((one) => isWithin(stream, one))]))
  const streams = [...within].flatMap(([stream, some]) => (some.length === 0 ? [] : [stream]))
  for (const some of batches(streams, streamsAtOnce)) {
    world.goOn?.()
    const rows = await world.sql
      .selectFrom('event')
      .select(['id', 'ordinal', 'stream', 'type', 'body'])
      .where('stream', 'in', some)
      .where('ordinal', '<=', world.ordinal)
      .execute()
    for (const [stream, events] of groupBy(rows.map(storedTold), (event) => event.stream))
      addStream(world, events, within.get(stream) ?? [], lists)
  }
  return lists
}

/**
 * Which sources tell of something, of those that the world believes: an act, a membership or a tie that is told by none
 * of them counts for nothing.
 */
export const loadCitedIn = async (world: Snapshot, tellings: readonly Telling[]): Promise<Cited> => {
  const registered = new Map((await loadSources(world)).map((one) => [one.id, one]))
  const used = new Map<string, UsedSource>()
  const idOf = (source: Source): string => {
    if ('ref' in source) {
      const known = registered.get(source.ref)
      if (known !== undefined) used.set(known.id, { ...known, isRegistered: true })
      return source.ref
    }
    const { locator: _locator, ...cited } = source
    const id = idInFull(cited)
    used.set(id, { ...cited, id, redistributable: source.redistributable ?? 'unknown', isRegistered: false })
    return id
  }
  const of = new Map(
    [...(await listsOf(world, tellings))].map(([telling, texts]) => {
      const ids = [...texts].flatMap((text) => (JSON.parse(text) as readonly Source[]).map(idOf))
      return [telling, [...new Set(ids)].toSorted()]
    }),
  )
  return { of, sources: [...used.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}
