import { badInput } from '../../common/error.ts'
import { definitionOf } from '../../events/registry.ts'
import type { Names } from '../../names/names.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { DateRange } from '../../time/date-range.ts'
import type { Instant } from '../../time/instant.ts'
import { bundledSeries } from '../candidates/bundled.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { Defined } from '../candidates/defined.ts'
import { catalogueCandidates, catalogueSeries } from '../commit/catalogue.ts'
import { openStage, type Stage } from '../commit/staging-area.ts'
import { readCandidates, type FileOfSource, type ReadingOptions } from '../import/read-candidates.ts'
import { recordsOf } from '../reconcile/files-read.ts'
import { firstLists } from '../reconcile/first-lists.ts'
import { dateOf } from '../reconcile/releases.ts'
import type { RowOutcomes } from '../report/import-report.ts'
import { anImport, slotOf, type Import, type RecordedAt } from './commit-by-date.ts'
import { knownSince, type Basis, type KnowledgeDates } from './knowledge-dates.ts'

/** How many assertions took their time from what. */
export type BasisCounts = Record<Basis | 'given', number>

/** All that a load gathers from its sources before it commits any of it: each candidate waits for its turn. */
export interface Gathering {
  readonly recordedAt: RecordedAt
  readonly knowing: KnowledgeDates
  readonly stage: Stage
  readonly imports: Import[]
  /** The imports that are judged in a turn: that of their registration. */
  readonly judged: Map<number, readonly Import[]>
  readonly known: BasisCounts
  /** What the bundled case defines, and the files that have been read. */
  readonly defined: Defined
}

/**
 * A gathering of which nothing is staged yet. `bundled` is what the bundled case says, empty where it is left out. The
 * stage is the caller's to dispose of.
 */
export const gatheringOf = (
  recordedAt: RecordedAt,
  today: Day,
  bundled: readonly Candidate[],
  importers: readonly Importer[],
): Gathering => ({
  recordedAt,
  knowing: {
    published: publicationsOf([...catalogueCandidates(), ...bundled], importers),
    beside: bundled,
    today,
    defining: firstLists(importers),
  },
  stage: openStage(),
  imports: [],
  judged: new Map(),
  known: { definition: 0, publication: 0, act: 0, undated: 0, given: 0 },
  defined: new Defined(),
})

/** Gathers what comes with normtrail. */
export const gatherOwn = (gathering: Gathering, bundled: readonly Candidate[]): void => {
  catalogueCandidates().forEach(taking(gathering, anImport(catalogueSeries)))
  if (bundled.length > 0) bundled.forEach(taking(gathering, anImport(bundledSeries)))
  for (const { event, stream } of bundled) gathering.defined.add(event.type, stream, event.data)
}

/** Gathers what an opened file says; `rank` is the place of its release in its series. Gives back its rows' fates. */
export const gatherFile = async (
  gathering: Gathering,
  names: Names,
  { importer, file }: FileOfSource,
  rank: number,
  options: ReadingOptions,
): Promise<RowOutcomes> => {
  const one = anImport(importer.release.series, { importer, file })
  const add = taking(gathering, one, rank)
  await readCandidates(names, { importer, file }, { ...options, defined: gathering.defined }, one.fates, add)
  for (const record of recordsOf(importer.release, one.holds)) add(record)
  return one.fates
}

/** Takes the candidates of one more import: stages each for the turn in which it could be known. */
const taking = (gathering: Gathering, one: Import, rank = 0): ((candidate: Candidate) => void) => {
  const { recordedAt, knowing, stage, imports, judged, known } = gathering
  const from = imports.push(one) - 1
  return (candidate) => {
    const { day, basis } =
      recordedAt === 'source'
        ? knownSince(candidate, knowing, one.importer?.release.id)
        : given(candidate, recordedAt, one)
    const turn = slotOf(day, rank)
    known[basis] += 1
    one.coverage?.told(candidate)
    one.holds.told(candidate)
    if (one.coverage !== undefined && candidate.event.type === 'SourceRegistered')
      judged.set(turn, [...(judged.get(turn) ?? []), one])
    stage.add({ ...candidate, from }, turn)
  }
}

/** One instant for all; nothing may have been done after it but what the catalogue defines. */
const given = (
  { event, rows, stream }: Candidate,
  instant: Instant,
  { series, file }: Import,
): { readonly day: Day | undefined; readonly basis: Basis | 'given' } => {
  if (series === catalogueSeries) return { day: undefined, basis: 'definition' }
  if (
    event.occurred !== undefined &&
    !definitionOf(event.type).scheduled &&
    formatDay(parseDate(event.occurred).lo) > instant.slice(0, 10)
  )
    throw badInput('not-yet', `${event.type} occurred on ${event.occurred}, after ${instant}.`, {
      where: file === undefined ? stream : `${file.name}, row ${rows[0]}`,
      hint:
        'Nothing can be recorded before it was done: name a later instant, or the times of the ' +
        `sources${series === bundledSeries ? '; or leave out what comes with normtrail' : ''}.`,
    })
  return { day: 0 as Day, basis: 'given' }
}

/** When every registered source was published: those of the lines, and the releases of the files. */
const publicationsOf = (
  candidates: readonly Candidate[],
  importers: readonly Importer[],
): ReadonlyMap<string, DateRange | undefined> =>
  new Map([
    ...candidates.flatMap(({ event: { type, data } }) =>
      type === 'SourceRegistered' ? [[String(data.source), dateOf(data.published)] as const] : [],
    ),
    ...importers.map(({ release }) => [release.id, dateOf(release.published)] as const),
  ])
