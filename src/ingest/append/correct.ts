import { amended, amendmentsAmong } from '../../../projections/fold/facts.ts'
import { badInput, notFound } from '../../common/error.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { canonicalJson, isObject, type Json, type JsonObject } from '../../events/json.ts'
import { definitionOf } from '../../events/registry.ts'
import type { Source, SourceKind } from '../../events/source.ts'
import type { Names } from '../../names/names.ts'
import { registeredSources } from '../../readmodel/lookups/registered-sources.ts'
import { streamOfEvent } from '../../readmodel/lookups/streams-of-events.ts'
import { readJson } from '../../text/strict-json.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { againAfterRace } from '../commit/after-a-race.ts'
import { appendCandidates } from './append-lines.ts'
import { contentId } from '../candidates/event-id.ts'
import { candidatesOf } from '../candidates/json-lines.ts'
import { prepared } from '../commit/open-for-writing.ts'

/** Who amends an event, why, and on whose word. */
export interface Amendment {
  readonly target: string
  readonly reason: string
  /** A citation, or the id of a registered source. */
  readonly source: string
  readonly sourceKind: SourceKind
  /** The revision of the stream that this was decided by; what came after it is a conflict. */
  readonly expectedRevision?: number | undefined
}

/** What a correction changes, as a user writes it: in words of a shell, or in JSON. */
export interface Changes {
  readonly type?: string | undefined
  readonly occurred?: string | undefined
  readonly effective?: string | undefined
  /** Fields of the payload, `key=value`; without a value the field goes. */
  readonly set?: readonly string[] | undefined
  /** Fields of the payload as they are to read; null takes one out. */
  readonly fields?: JsonObject | undefined
  /** The whole payload, or its text. */
  readonly data?: JsonObject | string | undefined
}

export interface Amended {
  /** The correction or retraction. */
  readonly id: string
  readonly done: 'corrected' | 'retracted'
  readonly target: string
  readonly stream: string
  readonly type: string
  readonly occurred: string | null
  /** Field by field: what the event said, and how it reads now. */
  readonly changed: readonly { readonly field: string; readonly was: Json; readonly is: Json }[]
  readonly dryRun: boolean
  readonly ordinal: number
}

interface Options {
  readonly recordedBy: string
  readonly dryRun: boolean
}

/**
 * Corrects an event: appends an `EventCorrected` to its stream. Throws `unknown-event`, and whatever is wrong with what
 * it would read like.
 */
export const correctEvent = (
  workspace: Workspace,
  amendment: Amendment,
  changes: Changes,
  options: Options,
): Promise<Amended> => decided(amendment, () => correctOnce(workspace, amendment, changes, options))

/** Who says what they have seen is told of what came after; for all others it is decided anew. */
const decided = ({ expectedRevision }: Amendment, work: () => Promise<Amended>): Promise<Amended> =>
  expectedRevision === undefined ? againAfterRace(work) : work()

const correctOnce = async (
  workspace: Workspace,
  amendment: Amendment,
  changes: Changes,
  options: Options,
): Promise<Amended> => {
  const names = await prepared(workspace, options.dryRun)
  const found = await find(workspace, amendment.target)
  const { type, occurred, effective } = changes
  const replacement: JsonObject = {
    ...(type !== undefined && { type }),
    ...(occurred !== undefined && { occurred }),
    ...(effective !== undefined && { effective }),
    ...payloadOf(changes, found.reads),
  }
  return append({ workspace, names }, found, { type: 'EventCorrected', more: { replacement } }, amendment, options)
}

/** Takes an event back: appends an `EventRetracted` to its stream. Also takes back a correction or a retraction. */
export const retractEvent = (workspace: Workspace, amendment: Amendment, options: Options): Promise<Amended> =>
  decided(amendment, async () => {
    const names = await prepared(workspace, options.dryRun)
    const found = await find(workspace, amendment.target)
    return append({ workspace, names }, found, { type: 'EventRetracted', more: {} }, amendment, options)
  })

interface Found {
  readonly target: RecordedEvent
  /** The event that corrections of the target amend, as it reads now. */
  readonly reads: NewEvent
  readonly revision: number
}

const find = async (workspace: Workspace, word: string): Promise<Found> => {
  const id = word.toLowerCase()
  const stream = await streamOfEvent(workspace.readModel, id, id.toUpperCase())
  if (stream === undefined)
    throw notFound('unknown-event', `the log holds no event "${word}".`, {
      where: '<event-id>',
      hint: '`events` and `explain status` print the ids of events.',
    })
  const events: RecordedEvent[] = []
  for await (const event of workspace.log.readStream(stream)) events.push(event)
  const { rootOf, correctedBy } = amendmentsAmong(events)
  const target = events.find((event) => event.id.toLowerCase() === id) as RecordedEvent
  const root = events.find((event) => event.id === (rootOf.get(target.id) ?? target.id)) as RecordedEvent
  return {
    target,
    reads: (correctedBy.get(root.id) ?? []).reduce(amended, root),
    revision: events.at(-1)?.revision ?? 0,
  }
}

/** The kind of event that amends another, and what only that kind says. */
interface Amending {
  readonly type: 'EventCorrected' | 'EventRetracted'
  readonly more: JsonObject
}

const append = async (
  { workspace, names }: { readonly workspace: Workspace; readonly names: Names },
  { target, reads, revision }: Found,
  { type, more }: Amending,
  amendment: Amendment,
  options: Options,
): Promise<Amended> => {
  const { stream } = target
  const registered = await registeredSources(workspace.readModel)
  const source: Source = registered.has(amendment.source)
    ? { ref: amendment.source }
    : { citation: amendment.source, kind: amendment.sourceKind }
  const line = { stream, type, sources: [source], data: { target: target.id, reason: amendment.reason, ...more } }
  // The same correction may be right twice, with another one between: the place in the stream tells the two apart.
  const id = contentId(canonicalJson({ ...line, after: revision }))
  const [candidate, ...none] = candidatesOf(
    [{ where: `event ${target.id}`, text: JSON.stringify({ id, ...line }) }],
    names,
    registered,
    undefined,
  )
  if (candidate === undefined || none.length > 0) throw new Error('one line is one candidate')
  const { ordinal } = await appendCandidates(
    workspace.log,
    [candidate],
    options.recordedBy,
    options.dryRun,
    new Map([[stream, amendment.expectedRevision ?? revision]]),
  )
  const is = type === 'EventCorrected' ? amended(reads, candidate.event) : reads
  const done = type === 'EventCorrected' ? 'corrected' : 'retracted'
  return {
    id,
    done,
    target: target.id,
    stream,
    type: target.type,
    occurred: target.occurred ?? null,
    changed: differences(reads, is),
    dryRun: options.dryRun,
    ordinal,
  }
}

const differences = (was: NewEvent, is: NewEvent): Amended['changed'] => {
  const flat = ({ type, occurred, effective, data }: NewEvent): Readonly<Record<string, Json>> => ({
    type,
    occurred: occurred ?? null,
    effective: effective ?? null,
    ...Object.fromEntries(Object.entries(data).map(([field, value]) => [`data.${field}`, value])),
  })
  const [before, after] = [flat(was), flat(is)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, was: before[field] ?? null, is: after[field] ?? null }))
    .filter((one) => canonicalJson(one.was) !== canonicalJson(one.is))
}

/** The payload that the changes ask for; nothing where they leave it alone. */
const payloadOf = (changes: Changes, reads: NewEvent): { readonly data?: JsonObject } => {
  const { type = reads.type, set = [], fields = {}, data: written } = changes
  if (written === undefined && set.length === 0 && Object.keys(fields).length === 0) return {}
  const { data: shape } = definitionOf(type)
  const isField = (data: JsonObject, field: string): boolean =>
    !(shape.safeParse(data).error?.issues.some(({ path }) => path[0] === field) ?? false)
  let data = written === undefined ? reads.data : wholeOf(written)
  for (const pair of set) data = withSetting(data, pair, isField)
  for (const [field, value] of Object.entries(fields)) data = withField(data, field, value)
  return { data }
}

/** A payload with a field that reads so; without it, where it is to be null. */
const withField = (data: JsonObject, field: string, value: Json): JsonObject => {
  const { [field]: _, ...others } = data
  return value === null ? others : { ...others, [field]: value }
}

/** A payload with a field as `key=value` says: as text where it may be one, else as JSON. */
const withSetting = (
  data: JsonObject,
  pair: string,
  isField: (data: JsonObject, field: string) => boolean,
): JsonObject => {
  const at = pair.indexOf('=')
  if (at < 1) throw badInput('bad-input', `"${pair}" is no field with a value. Expected key=value.`, { where: 'set' })
  const [field, text] = [pair.slice(0, at), pair.slice(at + 1)]
  if (text === '') return withField(data, field, null)
  const asText = withField(data, field, text)
  return isField(asText, field) ? asText : { ...asText, [field]: jsonOr(text) }
}

/** What the text means as JSON, where it is; text otherwise: the schema has the last word. */
const jsonOr = (text: string): Json => {
  const read = readJson(text)
  return 'value' in read ? (read.value as Json) : text
}

const wholeOf = (written: JsonObject | string): JsonObject => {
  if (typeof written !== 'string') return written
  const read = readJson(written)
  if ('value' in read && isObject(read.value)) return read.value
  const faults = 'value' in read ? [] : read.faults
  const words = faults.map(({ path, message }) => `${path === '' ? '' : `${path}: `}${message}`)
  throw badInput('bad-json', [...words, 'Expected one JSON object.'].join(' '), { where: 'payload' })
}
