import { badInput, messageOf } from '../error.ts'
import { draftLine, type DraftLine, type EventId, type NewEvent } from '../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../events/json.ts'
import { definitionOf } from '../events/registry.ts'
import type { Source } from '../events/source.ts'
import { keyOf } from '../../projections/fold.ts'
import type { Names } from '../names/names.ts'
import { utcToday } from '../time/today.ts'
import type { Candidate } from './candidate.ts'
import { contentId } from './event-id.ts'
import { checkStream, definedBy, resolvePayload } from './references.ts'
import { validate } from './validate.ts'

/** One line of JSON Lines, with the place that an error names. */
export interface Line {
  readonly where: string
  readonly text: string
}

const parse = ({ where, text }: Line): DraftLine => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw badInput('bad-json', `${messageOf(cause)}. Expected one JSON object a line.`, { where, cause })
  }
  const parsed = draftLine.safeParse(value)
  if (parsed.success) return parsed.data
  throw badInput(
    'bad-event',
    parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; '),
    { where },
  )
}

/** What the log knows of registered sources: their kind, by id. */
export type SourceKinds = ReadonlyMap<string, Source['kind']>

/** Reads lines into candidates: names become ids, registered sources their kind, ids are made where none is given. Throws at the first that is out of shape. */
export const candidatesOf = (
  lines: readonly Line[],
  names: Names,
  registered: SourceKinds,
  series: string | undefined,
): readonly Candidate[] => {
  const today = utcToday()
  const drafts = lines.map((line) => ({ where: line.where, draft: parse(line) }))
  const defined = new Set(drafts.flatMap(({ draft }) => definedBy(draft.type, draft.stream) ?? []))
  const kinds = new Map(registered)
  for (const { draft } of drafts)
    if (draft.type === 'SourceRegistered') kinds.set(String(draft.data.source), draft.data.kind as Source['kind'])
  return drafts.map(({ where, draft }, index): Candidate => {
    const { id, stream, schemaVersion, sources, ...rest } = draft
    const data = resolvePayload(names, { ...rest, data: draft.data as JsonObject }, defined, where)
    const event = {
      ...rest,
      schemaVersion: schemaVersion ?? definitionOf(draft.type).version,
      sources: sources.map((source) => known(source, kinds, series, where)),
      confidence: draft.confidence ?? 'certain',
      data: withReplacement(data, names, defined, kinds, series, where),
    } as Omit<NewEvent, 'id'>
    validate(event, stream, today, where)
    checkStream(names, stream, data, defined, where)
    const made =
      id ??
      (series === undefined || event.fact === undefined ? contentId(canonicalJson({ stream, ...event })) : undefined)
    return {
      rows: [index + 1, index + 1],
      stream,
      key: keyOf(event),
      fact: event.fact ?? made ?? '',
      weight: 0,
      event: made === undefined ? event : { ...event, id: made as EventId },
    }
  })
}

/** What a correction puts in place is filled in like any event: names become ids, registered sources get their kind. */
const withReplacement = (
  data: JsonObject,
  names: Names,
  defined: ReadonlySet<string>,
  kinds: SourceKinds,
  series: string | undefined,
  where: string,
): JsonObject => {
  const { replacement } = data as {
    replacement?: { type?: string; occurred?: string; sources?: readonly Source[]; data?: JsonObject }
  }
  if (replacement === undefined) return data
  const filled = {
    ...replacement,
    ...(replacement.sources !== undefined && {
      sources: replacement.sources.map((source) => known(source, kinds, series, where)),
    }),
    ...(replacement.data !== undefined && {
      data: resolvePayload(
        names,
        { type: replacement.type ?? '', occurred: replacement.occurred, data: replacement.data },
        defined,
        where,
      ),
    }),
  }
  return { ...data, replacement: filled as unknown as JsonObject }
}

const known = (source: Source, kinds: SourceKinds, series: string | undefined, where: string): Source => {
  if (!('ref' in source)) return series === undefined ? source : { ...source, series }
  const kind = kinds.get(source.ref)
  if (kind === undefined)
    throw badInput('unknown-source', `sources: "${source.ref}" is no registered source.`, {
      where,
      hint: 'Register it first (SourceRegistered), or cite it in full.',
    })
  return { ...source, kind, ...(series !== undefined && { series }) }
}
