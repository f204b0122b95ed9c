import { isMeta } from '../../../projections/fold/facts.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import type { Source } from '../../events/source.ts'
import type { DateRange } from '../../time/date-range.ts'
import { exactly, type Resolution } from '../../time/date-policy.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { groupBy } from '../../common/group-by.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { amendedEvents, type AmendedEvent } from '../record/amendments.ts'
import { loadCitedEvents } from '../record/evidence.ts'
import { byStanding, type Score } from './scores.ts'

/** Why a score is not read: it was published later, or nobody says when; or only that it was about then. */
export const unpublishedReasons = ['not-yet-published', 'publication-unknown'] as const

/** What a report said of one state and year from some publication on. */
interface Version extends Score {
  readonly series: string | undefined
  /** When each of its sources was published; undefined where one does not say. */
  readonly published: readonly (DateRange | undefined)[]
}

/** What one report said, release after release: the last one that had been published counts. */
type Report = readonly Version[]

/** The reports of a rater's indicator, by year and state. */
export type PublishedScores = ReadonlyMap<number, ReadonlyMap<string, readonly Report[]>>

/** When an event was published: by its own date, else by those of sources, registered ones that it points into too. */
type PublicationOf = (event: RecordedEvent, sources: readonly Source[]) => Version['published']

const rangeOf = (published: string | undefined, resolution: Resolution | undefined): DateRange | undefined => {
  if (published === undefined) return undefined
  try {
    const range = parseDate(published)
    return resolution === undefined ? range : exactly(range, resolution)
  } catch {
    // A source may say in words when it was published: that is no date.
    return undefined
  }
}

const loadPublications = async (world: Snapshot): Promise<PublicationOf> => {
  const rows = await knownRows(world, 'source').select(['source', 'detail']).execute()
  const registered = new Map(
    rows.map(({ source, detail }) => [source, (JSON.parse(detail) as { published?: string }).published]),
  )
  const rangeIn = (published: string | undefined) => rangeOf(published, world.resolution)
  return ({ data }, sources) =>
    typeof data['published'] === 'string'
      ? [rangeIn(data['published'])]
      : sources.map((source) => rangeIn('ref' in source ? registered.get(source.ref) : source.published))
}

interface Words {
  readonly value?: number
  readonly sd?: number
  readonly reason?: string
  readonly actor: string
  readonly year: number
}

const versionOf = (event: RecordedEvent, sources: readonly Source[], publicationOf: PublicationOf) => {
  const { value, sd, reason } = event.data as unknown as Words
  return {
    value,
    missing: reason,
    ...(sd !== undefined && { sd }),
    series: sources[0]?.series,
    published: publicationOf(event, sources),
    decidedBy: [event.id],
  }
}

const saysAlike = (a: Score, b: Score): boolean => a.value === b.value && a.missing === b.missing && a.sd === b.sd

/**
 * What a report said, release after release. A correction that says something else is a version of its own, published
 * when the correction was; one that says the same mends what is told of it, such as when it was published.
 */
const versionsOf = ({ event, reads, corrections }: AmendedEvent, publicationOf: PublicationOf): Report => {
  const said = [...corrections.map(({ before }) => before), reads]
  const versions = [{ event, ...versionOf(event, event.sources, publicationOf) }]
  for (const [k, { correction }] of corrections.entries()) {
    const next = said[k + 1] ?? reads
    const last = versions.at(-1)
    const isMended = last !== undefined && saysAlike(last, versionOf(next, next.sources, publicationOf))
    const { sources } = correction.data['replacement'] as { readonly sources?: readonly Source[] }
    const version = versionOf(next, isMended ? next.sources : (sources ?? correction.sources), publicationOf)
    if (isMended) versions.pop()
    versions.push({ event: next, ...version, decidedBy: [...(last?.decidedBy ?? []), correction.id] })
  }
  return versions.filter((version) => version.event.data['year'] === reads.data['year'])
}

/**
 * Loads what every report of `rater:indicator` said, and when that was published. `years`: no other years are asked
 * for.
 */
export const loadPublishedScores = async (
  world: Snapshot,
  score: string,
  years?: { readonly from: number; readonly to: number },
): Promise<PublishedScores> => {
  const [rater = '', indicator = ''] = score.split(':')
  let rows = knownRows(world, 'practice')
    .select(['actor', 'year', 'decided_by'])
    .where('rater', '=', rater)
    .where('indicator', '=', indicator)
  if (years !== undefined) rows = rows.where('year', '>=', years.from).where('year', '<=', years.to)
  const found = await rows.execute()
  const events = await loadCitedEvents(world, [...new Set(found.flatMap(({ decided_by }) => idsOf(decided_by)))])
  const publicationOf = await loadPublications(world)
  const facts = amendedEvents(events).filter(({ event }) => !isMeta(event))
  const reports = facts.map((fact) => {
    const { actor, year } = fact.reads.data as unknown as Words
    return { actor, year, versions: versionsOf(fact, publicationOf) }
  })
  return new Map(
    [...groupBy(reports, ({ year }) => year)].map(([year, ofYear]) => [
      year,
      new Map(
        [...groupBy(ofYear, ({ actor }) => actor)].map(([actor, ofActor]) => [
          actor,
          ofActor.map(({ versions }) => versions),
        ]),
      ),
    ]),
  )
}

const isPublished = ({ published }: Version, by: Day): boolean =>
  published.some((range) => range !== undefined && range.hi <= by)

const isNotYet = ({ published }: Version, by: Day): boolean =>
  published.every((range) => range !== undefined && range.lo > by)

/** The last version that had been published; undefined where one after it may have been, or none had. */
const readableIn = (report: Report, by: Day): Version | undefined => {
  const last = report.findLast((version) => !isNotYet(version, by))
  return last !== undefined && isPublished(last, by) ? last : undefined
}

/**
 * The score of a state and year as it could be read on a day: of the reports that had been published for certain the
 * one that stands; else why there is none. A publication of which only the year is known is certain from its last day
 * on. Undefined where there is no report at all.
 */
export const readableBy = (reports: readonly Report[] | undefined, by: Day, rater: string): Score | undefined => {
  if (reports === undefined) return undefined
  const readable = reports.flatMap((report) => readableIn(report, by) ?? [])
  const standing = readable.map((version) => ({
    version,
    rater,
    value: version.value ?? null,
    series: version.series ?? null,
    decided_by: version.decidedBy.join(),
  }))
  const [first] = standing.toSorted(byStanding)
  if (first !== undefined) return first.version
  const isLater = reports.every((report) => report.every((version) => isNotYet(version, by)))
  return { value: undefined, missing: isLater ? 'not-yet-published' : 'publication-unknown', decidedBy: [] }
}
