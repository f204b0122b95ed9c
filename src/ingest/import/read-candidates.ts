import { NormtrailError } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import type { JsonObject } from '../../events/json.ts'
import { definitionOf } from '../../events/registry.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import type { Names } from '../../names/names.ts'
import type { BadRow, Draft, HoldersOf, Importer, OpenFile, Skip, Yield } from '../../sources/importer/draft.ts'
import type { Day } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { checkSchemes } from '../candidates/check-schemes.ts'
import { checkSubjects } from '../candidates/check-subjects.ts'
import { Claims } from '../candidates/claims.ts'
import { Defined } from '../candidates/defined.ts'
import { resolve, type Resolved, type Unresolved } from '../candidates/resolve-draft.ts'
import { validate } from '../candidates/validate.ts'
import { Faults } from '../report/faults.ts'
import type { RowOutcomes } from '../report/import-report.ts'
import { reasonOf, unresolvedText } from '../report/unresolved.ts'

export interface ReadingOptions {
  /** Leaves rows out that break the format, and lists them; else the first one stops the import. */
  readonly skipBadRows?: boolean
  /** What the files of this command define. */
  readonly defined?: Defined
  readonly progress?: (words: string, done: number, of?: number) => void
}

/** A file, and who reads it. */
export interface FileOfSource {
  readonly importer: Importer
  readonly file: OpenFile
}

/** A file that is being read, and what its rows have come to so far. */
interface Reading extends FileOfSource {
  readonly names: Names
  readonly today: Day
  readonly skipsBad: boolean
  readonly defined: Defined
  readonly claims: Claims
  /** What stops the import at the end of the file. */
  readonly faults: Faults
  readonly fates: RowOutcomes
  readonly add: (candidate: Candidate) => void
  /** Rows that speak of what no row before them has defined: a later one may. */
  readonly waiting: { readonly item: Draft; readonly resolved: Resolved }[]
}

/**
 * Reads a file once, checks every row, and hands on what it asserts, the registration of its release first. Throws at
 * its end where rows break the format or (where the importer says so) name somebody whom nobody knows: one error that
 * lists them.
 */
export const readCandidates = async (
  names: Names,
  { importer, file }: FileOfSource,
  { skipBadRows: skipsBad = false, defined = new Defined(), progress }: ReadingOptions,
  fates: RowOutcomes,
  add: (candidate: Candidate) => void,
): Promise<void> => {
  checkSchemes(names, importer)
  const today = utcToday()
  const [faults, claims] = [new Faults(file.name), new Claims(names)]
  const reading: Reading = { importer, file, names, today, skipsBad, defined, claims, faults, fates, add, waiting: [] }
  add(registration(importer))
  for await (const item of importer.rows(file, holdersIn(names))) {
    fates.seen(item.rows[1])
    if (item.rows[1] % 1_000 === 0) progress?.(`${file.name}: reading`, item.rows[1])
    step(reading, item)
  }
  for (const { item, resolved } of reading.waiting) take(reading, item, resolved, true)
  const error = faults.error()
  if (error !== undefined) throw error
  const { made, withheld } = claims.candidates((await importer.claims?.(file)) ?? [], importer.release, today)
  for (const claim of made) add(claim)
  if (withheld !== undefined) fates.noted([0, 0], withheld)
}

/** What comes of the next rows, by their kind. */
const step = (reading: Reading, item: Yield): void => {
  if ('skipped' in item) return skip(reading, item)
  if ('expected' in item) return refuse(reading, item)
  const resolved = resolve(reading.names, item, reading.importer.outsideDays === 'take', reading.defined)
  if ('reference' in resolved) return unresolved(reading, item, resolved)
  if (!take(reading, item, resolved)) reading.waiting.push({ item, resolved })
}

const skip = ({ fates, claims }: Reading, { rows, skipped, detail, stream }: Skip): void => {
  if (skipped !== 'unknown-label') return fates.skipped(rows, skipped)
  fates.unmatched(rows, detail ?? 'a label without words', skipped)
  claims.notRead(stream)
}

const refuse = (reading: Reading, row: BadRow): void => {
  const words = `column "${row.column}": got "${row.value}", expected ${row.expected}.`
  const hint = 'Nothing of this file was appended. Mend the row, or give `skipBadRows`.'
  bad(reading, row, { code: 'bad-row', message: words, hint })
}

/** A row that is wrong: it stops the import, or is left out and listed. */
const bad = (
  { file, skipsBad, faults, claims, fates }: Reading,
  { rows, stream }: Pick<Draft, 'rows'> & Partial<Pick<Draft, 'stream'>>,
  { code, message: words, hint }: Pick<NormtrailError, 'code' | 'message' | 'hint'>,
): void => {
  if (!skipsBad) return faults.add({ code, row: rows[0], words, hint })
  claims.notRead(stream)
  fates.skipped(rows, 'bad-row')
  fates.badRows.push(`${file.name}, row ${rows[0]}: ${words}`)
}

/** A row that names somebody whom nobody knows, or whom its code did not mean on those days. */
const unresolved = (
  { names, importer, skipsBad, faults, claims, fates }: Reading,
  { rows, stream }: Draft,
  what: Unresolved,
): void => {
  claims.nobodyKnown(stream)
  const stops = reasonOf(what) === 'outside-days' ? importer.outsideDays === 'stop' : importer.unmatched === 'stop'
  if (stops && !skipsBad) faults.add({ row: rows[0], ...unresolvedText(names, what) })
  else fates.unresolved(rows, what)
}

/** Hands on what a row says; false where it speaks of what nobody has defined so far, and a later row may. */
const take = (reading: Reading, item: Draft, resolved: Resolved, isLast = false): boolean => {
  const { names, importer, defined } = reading
  const namesItsOwn = importer.namesItsOwn === true
  defined.add(item.type, resolved.stream, item.data)
  const unknown = namesItsOwn ? undefined : resolved.made.find(({ kind, id }) => !defined.has(kind, id))
  const data = checkSubjects(names, item, resolved, defined, namesItsOwn)
  if (!isLast && (unknown !== undefined || data instanceof NormtrailError)) return false
  if (unknown !== undefined) unresolved(reading, item, unknown)
  else if (data instanceof NormtrailError)
    bad(reading, item, {
      code: data.code,
      message: data.message,
      hint: `${data.hint ?? ''} Nothing of this file was appended.`.trim(),
    })
  else handOn(reading, item, resolved, data)
  return true
}

const handOn = (reading: Reading, item: Draft, { stream, beyond }: Resolved, data: JsonObject): void => {
  const { fates, claims, add, today } = reading
  const event = eventOf(reading, item, data)
  const broken = wrongWith(() => validate(event, stream, today))
  if (broken !== undefined) return bad(reading, item, broken)
  for (const one of beyond) fates.beyond(item.rows, one)
  if (item.remark !== undefined) fates.noted(item.rows, item.remark)
  const { rows, fact, weight = 0 } = item
  const candidate = { rows, stream, key: keyOf(event), fact, weight, event }
  claims.told(candidate)
  add(candidate)
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

const eventOf = (
  { importer: { release }, file }: FileOfSource,
  draft: Draft,
  data: JsonObject,
): Omit<NewEvent, 'id'> => ({
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
