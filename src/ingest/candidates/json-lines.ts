import { badInput } from '../../common/error.ts'
import type { EventId, NewEvent } from '../../events/envelope.ts'
import { canonicalJson, isObject, type JsonObject } from '../../events/json.ts'
import { catalogue } from '../../events/registry.ts'
import type { Source } from '../../events/source.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import type { Names } from '../../names/names.ts'
import { utcToday } from '../../time/today.ts'
import type { Candidate } from './candidate.ts'
import { checkDefinition } from './check-definition.ts'
import { Defined } from './defined.ts'
import { contentId } from './event-id.ts'
import { differences } from './differences.ts'
import { LineFaults } from './line-faults.ts'
import { isDate } from './read-date.ts'
import { readLine, refuseSpread, type Line } from './read-line.ts'
import { checkStream, resolvePayload } from './resolve-payload.ts'
import { checkEvent } from './validate.ts'

export type { Line } from './read-line.ts'

/** What the log knows of registered sources: their kind, by id. */
export type SourceKinds = ReadonlyMap<string, Source['kind']>

/**
 * Reads lines into candidates: names become ids, registered sources their kind, ids are made where none is given.
 * Every line is read to its end, and what is out of shape anywhere is told in one error.
 */
export const candidatesOf = (
  lines: readonly Line[],
  names: Names,
  registered: SourceKinds,
  series: string | undefined,
): readonly Candidate[] => {
  refuseSpread(lines)
  const today = utcToday()
  const faults = new LineFaults()
  const drafts = lines.map((line) => ({ where: line.where, draft: readLine(line, faults) }))
  const defined = new Defined()
  for (const { draft } of drafts)
    if (draft.type !== undefined && draft.stream !== undefined) defined.add(draft.type, draft.stream, draft.data ?? {})
  const kinds = new Map(registered)
  for (const { draft } of drafts)
    if (draft.type === 'SourceRegistered') kinds.set(String(draft.data?.source), draft.data?.kind as Source['kind'])
  const candidates = drafts.flatMap(({ where, draft }, index): Candidate | [] => {
    const { id, stream, schemaVersion, sources, isWhole, ...rest } = draft
    if (rest.type === undefined) return []
    const filling: Filling = { names, defined, kinds, series, where, faults }
    const data = rest.data === undefined ? undefined : filled(rest.type, rest.occurred, rest.data, filling)
    const event = {
      ...rest,
      schemaVersion: schemaVersion ?? catalogue.get(rest.type)?.version,
      sources: sources?.map((source) => cited(source, filling)),
      confidence: draft.confidence ?? 'certain',
      ...(data !== undefined && { data: withReplacement(data, filling) }),
    } as Omit<NewEvent, 'id'>
    checkEvent(event, stream, today, where, faults)
    if (stream !== undefined) {
      faults.try(() => checkStream(names, stream, data ?? {}, defined, { where }))
      faults.try(() => checkDefinition(names, rest.type ?? '', stream, data ?? {}, where))
      if (rest.type === 'CoverageClaimed') faults.try(() => requireRegistered(stream, kinds, where))
    }
    if (faults.any || !isWhole || stream === undefined) return []
    const made =
      id ??
      (series === undefined || event.fact === undefined ? contentId(canonicalJson({ stream, ...event })) : undefined)
    return {
      rows: [index + 1, index + 1],
      where,
      stream,
      key: keyOf(event),
      fact: event.fact ?? made ?? '',
      weight: 0,
      event: made === undefined ? event : { ...event, id: made as EventId },
    }
  })
  if (!faults.any) refuseRepeated(candidates, faults)
  faults.throwAny()
  return candidates
}

/** A claim of coverage stands in the stream of the source that holds what it speaks of. */
const requireRegistered = (stream: string, kinds: SourceKinds, where: string): void => {
  const source = stream.slice('source-'.length)
  if (!kinds.has(source))
    throw badInput('unknown-source', `stream: "${source}" is no registered source, and only one can claim coverage.`, {
      where,
      hint: 'Register it first (SourceRegistered), or in the same batch.',
    })
}

/** Lines that are one event, or have its id: which stands for which is the user's to say. */
const refuseRepeated = (candidates: readonly Candidate[], faults: LineFaults): void => {
  const first = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const { id } = candidate.event
    const before = id === undefined ? undefined : first.get(id)
    if (id !== undefined && before === undefined) first.set(id, candidate)
    if (before === undefined) continue
    const { where = '' } = candidate
    const other = before.stream === candidate.stream ? differences(before.event, candidate.event) : 'another stream'
    const says =
      other === ''
        ? `says the same as ${before.where}`
        : `has the id of ${before.where} (${id}), and says otherwise: ${other}`
    faults.add(
      badInput('repeated-event', `the line ${says}.`, {
        where,
        hint:
          other === ''
            ? 'Leave one of the two out. Two acts that are alike are told apart by a note, or by ids of their own.'
            : 'Give each event an id of its own, or none.',
      }),
    )
  }
}

/** What fills lines in, and where it tells of what it cannot. */
interface Filling {
  readonly names: Names
  readonly defined: Defined
  readonly kinds: SourceKinds
  readonly series: string | undefined
  readonly where: string
  readonly faults: LineFaults
}

const filled = (type: string, occurred: string | undefined, data: JsonObject, filling: Filling): JsonObject =>
  resolvePayload(
    filling.names,
    { type, occurred: occurred !== undefined && isDate(occurred) ? occurred : undefined, data },
    filling.defined,
    filling.where,
    filling.faults,
  )

/** What a correction puts in place is filled in like any event: names become ids, registered sources get their kind. */
const withReplacement = (data: JsonObject, filling: Filling): JsonObject => {
  const { replacement } = data as {
    replacement?: { type?: string; occurred?: string; sources?: readonly Source[]; data?: JsonObject }
  }
  if (!isObject(replacement)) return data
  return {
    ...data,
    replacement: {
      ...replacement,
      ...(Array.isArray(replacement.sources) && {
        sources: replacement.sources.map((source) => (isObject(source) ? cited(source, filling) : source)),
      }),
      ...(isObject(replacement.data) && {
        data: filled(String(replacement.type ?? ''), replacement.occurred, replacement.data, filling),
      }),
    } as unknown as JsonObject,
  }
}

const cited = (source: Source, { kinds, series, where, faults }: Filling): Source => {
  if (!('ref' in source)) return series === undefined ? source : { ...source, series }
  const kind = kinds.get(source.ref)
  if (kind === undefined)
    faults.add(
      badInput('unknown-source', `sources: "${source.ref}" is no registered source.`, {
        where,
        hint: 'Register it first (SourceRegistered), or cite it in full.',
      }),
    )
  return { ...source, ...(kind !== undefined && { kind }), ...(series !== undefined && { series }) }
}
