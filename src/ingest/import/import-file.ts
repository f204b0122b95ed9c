import { NormtrailError } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import type { JsonObject } from '../../events/json.ts'
import { definitionOf } from '../../events/registry.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import type { Names } from '../../names/names.ts'
import type { Draft, HoldersOf, Importer, OpenFile, Release } from '../../sources/importer/draft.ts'
import { utcToday } from '../../time/today.ts'
import type { EventLog } from '../../log/port.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { checkSchemes } from '../candidates/check-schemes.ts'
import { checkSubjects } from '../candidates/check-subjects.ts'
import { Claims } from '../candidates/claims.ts'
import { commitStage, type Committed } from '../commit/commit-staged.ts'
import { SeriesCoverage } from '../reconcile/coverage.ts'
import { Defined } from '../candidates/defined.ts'
import { Faults } from '../report/faults.ts'
import { filesRead, recordsOf } from '../reconcile/files-read.ts'
import { Holdings } from '../reconcile/holdings.ts'
import { isOvertaken, type Registered } from '../reconcile/releases.ts'
import { RowOutcomes, type ImportReport } from '../report/import-report.ts'
import { resolve, type Resolved, type Unresolved } from '../candidates/resolve-draft.ts'
import { reasonOf, unresolvedText } from '../report/unresolved.ts'
import { openStage } from '../commit/staging-area.ts'
import { omissionsOf } from '../reconcile/vanished.ts'
import { validate } from '../candidates/validate.ts'

export interface ImportOptions {
  readonly recordedBy: string
  /** Reports, and appends nothing. */
  readonly dryRun?: boolean
  /** Leaves rows out that break the format, and lists them; else the first one stops the import. */
  readonly skipBadRows?: boolean
  /** What the files of this command define. */
  readonly defined?: Defined
  readonly progress?: (words: string, done: number, of?: number) => void
}

/** The registered source that every event of a release points into. */
const registration = ({ release, scales }: Pick<Importer, 'release' | 'scales'>): Candidate => {
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
      data: { source: id, ...(source as JsonObject), ...(scales !== undefined && { scales: scales as JsonObject }) },
    },
  }
}

/** Of a table in an archive the locator names its place there: an archive holds several. */
const locatorOf = ({ locator }: Draft, { entry }: OpenFile): string =>
  entry === undefined ? locator : `${entry}: ${locator}`

const eventOf = (draft: Draft, data: JsonObject, release: Release, file: OpenFile): Omit<NewEvent, 'id'> => ({
  type: draft.type,
  schemaVersion: definitionOf(draft.type).version,
  ...(draft.occurred !== undefined && { occurred: draft.occurred }),
  ...(draft.effective !== undefined && { effective: draft.effective }),
  sources: [{ ref: release.id, kind: release.kind, series: release.series, locator: locatorOf(draft, file) }],
  confidence: 'certain',
  fact: draft.fact,
  ...(draft.note !== undefined && { note: draft.note }),
  data,
})

/** A file, and who reads it. */
export interface FileOfSource {
  readonly importer: Importer
  readonly file: OpenFile
}

/**
 * Reads a file once, checks every row, and hands on what it asserts, the registration of its release first. Throws at
 * its end where rows break the format or (where the importer says so) name somebody whom nobody knows: one error that
 * lists them.
 */
export const readCandidates = async (
  names: Names,
  { importer, file }: FileOfSource,
  options: Pick<ImportOptions, 'skipBadRows' | 'progress' | 'defined'>,
  fates: RowOutcomes,
  add: (candidate: Candidate) => void,
): Promise<void> => {
  checkSchemes(names, importer)
  const today = utcToday()
  const faults = new Faults(file.name)
  const skipBad = options.skipBadRows === true
  const { defined = new Defined() } = options
  const namesItsOwn = importer.namesItsOwn === true
  const claims = new Claims(names)
  const bad = (
    { rows, stream }: Pick<Draft, 'rows'> & Partial<Pick<Draft, 'stream'>>,
    code: string,
    words: string,
    hint: string | undefined,
  ): void => {
    if (!skipBad) return faults.add({ code, row: rows[0], words, hint })
    claims.notRead(stream)
    fates.skipped(rows, 'bad-row')
    fates.badRows.push(`${file.name}, row ${rows[0]}: ${words}`)
  }
  const unresolved = ({ rows, stream }: Draft, resolved: Unresolved): void => {
    claims.notRead(stream)
    const stops =
      reasonOf(resolved) === 'outside-days' ? importer.outsideDays === 'stop' : importer.unmatched === 'stop'
    if (stops && !skipBad) faults.add({ row: rows[0], ...unresolvedText(names, resolved) })
    else fates.unresolved(rows, resolved)
  }
  /** Hands on what a row says; false where it speaks of what nobody has defined so far, and a later row may. */
  const take = (item: Draft, resolved: Resolved, isLast = false): boolean => {
    const { stream, made, beyond } = resolved
    defined.add(item.type, stream, item.data)
    const unknown = namesItsOwn ? undefined : made.find(({ kind, id }) => !defined.has(kind, id))
    const data = checkSubjects(names, item, resolved, defined, namesItsOwn)
    if (!isLast && (unknown !== undefined || data instanceof NormtrailError)) return false
    if (unknown !== undefined) unresolved(item, unknown)
    else if (data instanceof NormtrailError) bad(item, data.code, data.message, `${data.hint ?? ''} ${nothing}`.trim())
    else {
      const event = eventOf(item, data, importer.release, file)
      const broken = wrongWith(() => validate(event, stream, today))
      if (broken !== undefined) bad(item, broken.code, broken.message, broken.hint)
      else {
        for (const one of beyond) fates.beyond(item.rows, one)
        if (item.remark !== undefined) fates.noted(item.rows, item.remark)
        const { rows, fact, weight = 0 } = item
        const candidate = { rows, stream, key: keyOf(event), fact, weight, event }
        claims.told(candidate)
        add(candidate)
      }
    }
    return true
  }
  const waiting: { readonly item: Draft; readonly resolved: Resolved }[] = []
  add(registration(importer))
  for await (const item of importer.rows(file, holdersIn(names))) {
    fates.seen(item.rows[1])
    if (item.rows[1] % 1_000 === 0) options.progress?.(`${file.name}: reading`, item.rows[1])
    if ('skipped' in item) {
      if (item.skipped === 'unknown-label') {
        fates.unmatched(item.rows, item.detail ?? 'a label without words', item.skipped)
        claims.notRead(item.stream)
      } else fates.skipped(item.rows, item.skipped)
      continue
    }
    if ('expected' in item) {
      const words = `column "${item.column}": got "${item.value}", expected ${item.expected}.`
      bad(item, 'bad-row', words, 'Nothing of this file was appended. Mend the row, or give `skipBadRows`.')
      continue
    }
    const resolved = resolve(names, item, importer.outsideDays === 'take')
    if ('reference' in resolved) unresolved(item, resolved)
    else if (!take(item, resolved)) waiting.push({ item, resolved })
  }
  for (const { item, resolved } of waiting) take(item, resolved, true)
  const error = faults.error()
  if (error !== undefined) throw error
  const { made, withheld } = claims.candidates((await importer.claims?.(file)) ?? [], importer.release, today)
  for (const claim of made) add(claim)
  if (withheld !== undefined) fates.noted([0, 0], withheld)
}

const nothing = 'Nothing of this file was appended.'

const holdersIn =
  (names: Names): HoldersOf =>
  (scheme, code) =>
    names
      .meanings('state', scheme, code)
      .map((meaning) => ({ ...meaning, gone: names.goneFrom('state', meaning.subject) }))

/** What a row breaks, where it is the row that does. */
const wrongWith = (check: () => void): NormtrailError | undefined => {
  try {
    check()
    return undefined
  } catch (thrown) {
    if (thrown instanceof NormtrailError && thrown.class === 'bad-input') return thrown
    throw thrown
  }
}

/** What came of a file, once its rows have their fates. */
export const reportOf = (
  importer: Importer,
  file: OpenFile,
  dryRun: boolean,
  fates: RowOutcomes,
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
 * Imports one file as one commit: reads it, then appends what the log does not know yet. Where a row stops it, nothing
 * is appended. `registered` are the releases that the log knows: one that was published later is not overruled.
 */
export const importFile = async (
  log: EventLog,
  names: Names,
  { importer, file }: FileOfSource,
  options: ImportOptions,
  registered: readonly Registered[] = [],
): Promise<ImportReport> => {
  const stage = openStage()
  const fates = new RowOutcomes()
  const dryRun = options.dryRun ?? false
  try {
    const coverage = importer.scope === undefined ? undefined : new SeriesCoverage(importer.scope)
    const holds = new Holdings()
    await readCandidates(names, { importer, file }, options, fates, (candidate) => {
      coverage?.told(candidate)
      holds.told(candidate)
      stage.add(candidate)
    })
    for (const record of recordsOf(importer.release, holds)) stage.add(record)
    const ofSeries = registered.filter(({ series }) => series === importer.release.series)
    const committed = await commitStage(log, stage, {
      series: importer.release.series,
      release: importer.release,
      files: await filesRead(
        log,
        ofSeries.map(({ id }) => id),
      ),
      overtaken: isOvertaken(importer.release, registered),
      recordedBy: options.recordedBy,
      dryRun,
      fates,
      silence: omissionsOf(importer, coverage, holds, fates),
      actors: names.subjects('state').map(({ id }) => id),
      progress: (done, of) => options.progress?.(`${file.name}: appending`, done, of),
    })
    return reportOf(importer, file, dryRun, fates, committed)
  } finally {
    stage.dispose()
  }
}
