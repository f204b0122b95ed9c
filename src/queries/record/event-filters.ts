import { closest } from '../../common/closest.ts'
import { badInput, notFound } from '../../common/error.ts'
import { catalogue, familyOf, typesLike } from '../../events/registry.ts'
import type { SubjectKind } from '../../names/names.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** What the log is asked for by name. */
interface Named {
  readonly stream?: string | undefined
  readonly type?: string | undefined
  readonly id?: string | undefined
}

/**
 * Holds what filters name against what there is: a word that means nothing is misspelt, and no question that has no
 * answer yet. Throws `unknown-event-type`, `unknown-stream` and `unknown-event`.
 */
export const refuseUnknown = async (world: Snapshot, { stream, type, id }: Named): Promise<void> => {
  if (type !== undefined) refuseUnknownType(type)
  if (stream !== undefined) await refuseUnknownStream(world, stream)
  if (id !== undefined) await refuseUnknownId(world, id)
}

const refuseUnknownType = (type: string): void => {
  if (catalogue.has(type)) return
  const near = typesLike(type)
  throw badInput('unknown-event-type', `"${type}" is no event type that this version of normtrail knows.`, {
    where: 'type',
    ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
  })
}

const families: ReadonlySet<string> = new Set([...catalogue.values()].flatMap(({ family }) => family))

/**
 * Streams that are called by one subject: those of a state or a treaty that is known are there, though nothing may be
 * recorded in them.
 */
const ofSubject: Readonly<Record<string, SubjectKind>> = {
  state: 'state',
  domestic: 'state',
  treaty: 'treaty',
  proposal: 'treaty',
  igo: 'igo',
  norm: 'norm',
}
const subjectKindOf = (family: string): SubjectKind | undefined =>
  Object.hasOwn(ofSubject, family) ? ofSubject[family] : undefined

const refuseUnknownStream = async (world: Snapshot, stream: string): Promise<void> => {
  const isPrefix = stream.endsWith('*')
  const name = isPrefix ? stream.slice(0, -1) : stream
  if (await isRecorded(world, name, isPrefix)) return
  if (isPrefix ? isBeginning(world, name) : await mayBeRecorded(world, name)) return
  const known = await streamsKnown(world, familyOf(name))
  const near = closest(name, known).map((one) => (isPrefix ? `${one}*` : one))
  const words = isPrefix
    ? `no stream begins with "${name}".`
    : `"${stream}" is no stream, nor the name that one would have.`
  throw notFound('unknown-stream', words, {
    where: 'stream',
    hint:
      near.length > 0
        ? `Closest: ${near.join(', ')}.`
        : `Streams are called ${[...families].map((one) => `${one}-…`).join(', ')}.`,
  })
}

/**
 * Whether any event of the log stands in a stream of this name, or in one that begins so: also one that was recorded
 * after the moment that is asked about.
 */
const isRecorded = async ({ sql }: Snapshot, name: string, isPrefix: boolean): Promise<boolean> => {
  const found = sql.selectFrom('event').select('stream').limit(1)
  const asked = isPrefix
    ? found.where('stream', '>=', name).where('stream', '<', `${name}\uffff`)
    : found.where('stream', '=', name)
  return (await asked.executeTakeFirst()) !== undefined
}

/** Whether the streams of a family, or of a subject that is known, begin so. */
const isBeginning = ({ names }: Snapshot, beginning: string): boolean => {
  const dash = beginning.indexOf('-')
  if (dash < 0) return [...families].some((family) => family.startsWith(beginning))
  const family = familyOf(beginning)
  const kind = subjectKindOf(family)
  const rest = beginning.slice(dash + 1)
  return (
    families.has(family) &&
    (rest === '' || (kind !== undefined && names.subjects(kind).some(({ id }) => id.startsWith(rest))))
  )
}

/**
 * Whether it is the stream of a subject that is known; of scores, that of a state beside others that somebody scored.
 */
const mayBeRecorded = async (world: Snapshot, stream: string): Promise<boolean> => {
  const family = familyOf(stream)
  const kind = subjectKindOf(family)
  if (kind !== undefined) return world.names.subject(kind, stream.slice(family.length + 1)) !== undefined
  const end = stream.lastIndexOf('-')
  const isActor = world.names.subject('state', stream.slice(end + 1)) !== undefined
  return families.has(family) && isActor && (await isRecorded(world, stream.slice(0, end + 1), true))
}

/** Names that a stream of a family can have, as far as anybody knows; of all families where it is none. */
const streamsKnown = async ({ sql, names }: Snapshot, family: string): Promise<readonly string[]> => {
  const within = families.has(family) ? [family] : [...families]
  const rows = await sql.selectFrom('event').select('stream').distinct().execute()
  const recorded = rows.map(({ stream }) => stream).filter((stream) => within.includes(familyOf(stream)))
  const possible = within.flatMap((one) => {
    const kind = subjectKindOf(one)
    return kind === undefined ? [] : names.subjects(kind).map(({ id }) => `${one}-${id}`)
  })
  return [...new Set([...recorded, ...possible, ...within.map((one) => `${one}-`)])]
}

const refuseUnknownId = async ({ sql }: Snapshot, id: string): Promise<void> => {
  const row = await sql.selectFrom('event').select('id').where('id', '=', id.toLowerCase()).executeTakeFirst()
  if (row !== undefined) return
  throw notFound('unknown-event', `the log holds no event "${id}".`, { where: 'id' })
}
