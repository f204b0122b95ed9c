import { badInput } from '../error.ts'
import type { NewEvent } from '../events/envelope.ts'
import type { JsonObject } from '../events/json.ts'
import { definitionOf } from '../events/registry.ts'
import type { Names } from '../names/names.ts'
import type { Draft, Importer, OpenFile, Release } from '../sources/draft.ts'
import { utcToday } from '../time/today.ts'
import type { EventLog } from '../log/port.ts'
import type { Candidate } from './candidate.ts'
import { commitStage, type Committed } from './commit.ts'
import { Coverage } from './coverage.ts'
import { isOvertaken, type Registered } from './publication.ts'
import { RowFates, type ImportReport } from './report.ts'
import { resolve } from './resolve.ts'
import { openStage } from './stage.ts'
import { silenceOf } from './vanished.ts'
import { validate } from './validate.ts'

export interface ImportOptions {
  readonly recordedBy: string
  /** Reports, and appends nothing. */
  readonly dryRun?: boolean
  /** Leaves rows out that break the format, and lists them; else the first one stops the import. */
  readonly skipBadRows?: boolean
  readonly progress?: (words: string, done: number, of?: number) => void
}

/** The registered source that every event of a release points into. */
const registration = (release: Release): Candidate => {
  const { id, locator: _, ...source } = release
  return {
    rows: [0, 0],
    stream: `source-${id}`,
    key: '*',
    fact: 'registered',
    weight: 0,
    event: {
      type: 'SourceRegistered',
      schemaVersion: 1,
      sources: [source],
      confidence: 'certain',
      fact: 'registered',
      data: { source: id, ...(source as JsonObject) },
    },
  }
}

const eventOf = (draft: Draft, ids: Readonly<Record<string, string>>, release: Release): Omit<NewEvent, 'id'> => ({
  type: draft.type,
  schemaVersion: definitionOf(draft.type).version,
  ...(draft.occurred !== undefined && { occurred: draft.occurred }),
  ...(draft.effective !== undefined && { effective: draft.effective }),
  sources: [{ ref: release.id, kind: release.kind, series: release.series, locator: draft.locator }],
  confidence: 'certain',
  fact: draft.fact,
  ...(draft.note !== undefined && { note: draft.note }),
  data: { ...draft.data, ...ids },
})

/**
 * Reads a file once, checks every row, and hands on what it asserts, the registration of its release first.
 * Throws on the first row that breaks the format or (where the importer says so) names an unknown actor.
 */
export const readCandidates = async (
  names: Names,
  importer: Importer,
  file: OpenFile,
  options: Pick<ImportOptions, 'skipBadRows' | 'progress'>,
  fates: RowFates,
  add: (candidate: Candidate) => void,
): Promise<void> => {
  const today = utcToday()
  add(registration(importer.release))
  for await (const item of importer.rows(file)) {
    const where = `${file.name}, row ${item.rows[0]}`
    fates.seen(item.rows[1])
    if (item.rows[1] % 1_000 === 0) options.progress?.(`${file.name}: reading`, item.rows[1])
    if ('skipped' in item) {
      if (item.skipped === 'unknown-label')
        fates.unmatched(item.rows, item.detail ?? 'a label without words', item.skipped)
      else fates.skipped(item.rows, item.skipped)
      continue
    }
    if ('expected' in item) {
      const message = `column "${item.column}": got "${item.value}", expected ${item.expected}.`
      if (options.skipBadRows !== true)
        throw badInput('bad-row', message, {
          where,
          hint: 'Nothing of this file was appended. Mend the row, or pass --skip-bad-rows.',
        })
      fates.skipped(item.rows, 'bad-row')
      fates.badRows.push(`${where}: ${message}`)
      continue
    }
    const resolved = resolve(names, item)
    if ('reference' in resolved) {
      const { kind, reference } = resolved
      const written = `${reference.code}${reference.scheme === 'name' ? '' : ` (${reference.scheme})`}`
      if (importer.unmatched === 'stop' && options.skipBadRows !== true)
        throw badInput('unknown-actor', `"${written}" is nobody that normtrail knows.`, {
          where,
          hint: `${names.hint(kind, reference.code)} Add a name with \`normtrail append\`, or pass --skip-bad-rows. Nothing of this file was appended.`,
        })
      fates.unmatched(item.rows, written)
      continue
    }
    const event = eventOf(item, resolved.ids, importer.release)
    validate(event, resolved.stream, today, where)
    add({
      rows: item.rows,
      stream: resolved.stream,
      key: resolved.ids.actor ?? '*',
      fact: item.fact,
      weight: item.weight ?? 0,
      event,
    })
  }
}

/** What came of a file, once its rows have their fates. */
export const reportOf = (
  importer: Importer,
  file: OpenFile,
  dryRun: boolean,
  fates: RowFates,
  committed: Committed,
): ImportReport => ({
  file: file.name,
  importer: importer.name,
  series: importer.release.series,
  release: importer.release.id,
  dryRun,
  ...fates.summary(),
  events: { appended: committed.appended, corrections: committed.corrections },
  vanished: committed.vanished,
  ordinal: committed.ordinal,
})

/**
 * Imports one file as one commit: reads it, then appends what the log does not know yet. Where a row stops it, nothing is appended.
 * `registered` are the releases that the log knows: one that was published later is not overruled.
 */
export const importFile = async (
  log: EventLog,
  names: Names,
  importer: Importer,
  file: OpenFile,
  options: ImportOptions,
  registered: readonly Registered[] = [],
): Promise<ImportReport> => {
  const stage = openStage()
  const fates = new RowFates()
  const dryRun = options.dryRun ?? false
  try {
    const coverage = importer.scope === undefined ? undefined : new Coverage(importer.scope)
    await readCandidates(names, importer, file, options, fates, (candidate) => {
      coverage?.told(candidate)
      stage.add(candidate)
    })
    const committed = await commitStage(log, stage, {
      series: importer.release.series,
      release: importer.release,
      overtaken: isOvertaken(importer.release, registered),
      recordedBy: options.recordedBy,
      dryRun,
      fates,
      silence: silenceOf(importer, coverage, fates),
      actors: names.subjects('state').map(({ id }) => id),
      progress: (done, of) => options.progress?.(`${file.name}: appending`, done, of),
    })
    return reportOf(importer, file, dryRun, fates, committed)
  } finally {
    stage.dispose()
  }
}
