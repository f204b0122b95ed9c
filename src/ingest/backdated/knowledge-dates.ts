import { isMeta } from '../../../projections/fold/facts.ts'
import { definitionOf } from '../../events/registry.ts'
import type { Source } from '../../events/source.ts'
import { actClass } from '../../events/treaty.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { DateRange } from '../../time/date-range.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { catalogueSeries } from '../commit/catalogue.ts'
import { dateOf } from '../reconcile/releases.ts'

/**
 * Why something could be known from a day on: a definition stands before everything; a publication tells what it holds;
 * a depositary or an organisation knows of an act when it is done; what nothing dates was known when it was loaded.
 */
export type Basis = 'definition' | 'publication' | 'act' | 'undated'

export interface KnownSince {
  /** Absent for definitions: before everything else. */
  readonly day: Day | undefined
  readonly basis: Basis
}

/** What decides it beside the event itself. */
export interface KnowledgeDates {
  /** When registered sources were published, by their id, as far as they say so. */
  readonly published: ReadonlyMap<string, DateRange | undefined>
  /** The candidates that an undated one may hang on: acts of its actor, and what it corrects. */
  readonly beside: readonly Candidate[]
  readonly today: Day
  /** Releases that define who is asked about: the first list of each state system. */
  readonly defining?: ReadonlySet<string>
}

const before: KnownSince = { day: undefined, basis: 'definition' }
/** Dated, and yet a definition: what others refer to. */
const defining = new Set(['TreatyConcluded', 'IgoFounded'])

/**
 * The first day on which one could know what an event says, as far as its sources tell. The earliest source decides;
 * nothing is known before it was done. All that a file says is a definition where its `release` is one.
 */
export const knownSince = (candidate: Candidate, knowing: KnowledgeDates, release?: string): KnownSince => {
  const { event } = candidate
  if (release !== undefined && knowing.defining?.has(release) === true) return before
  const done = event.occurred === undefined ? undefined : parseDate(event.occurred)
  const notBefore = done === undefined || definitionOf(event.type).scheduled ? undefined : done.lo
  const on = (day: Day, basis: Basis): KnownSince => ({
    day: Math.min(Math.max(day, notBefore ?? day), knowing.today) as Day,
    basis,
  })
  if (event.sources[0]?.series === catalogueSeries)
    return done === undefined || defining.has(event.type) ? before : on(done.hi, 'act')
  const stated = statedBy(candidate, knowing)
  if (isMeta(event))
    return later(
      stated,
      knowing.beside.filter(({ event: { id } }) => id !== undefined && id === event.data.target),
      candidate,
      knowing,
    )
  const own = ownDayOf(candidate, done, knowing)
  const days = [stated, own].filter((day) => day !== undefined)
  if (days.length > 0) {
    const day = Math.min(...days) as Day
    return on(day, day === stated ? 'publication' : 'act')
  }
  return isDefinition(candidate, done) ? before : on(knowing.today, 'undated')
}

/** A source that nothing dates, and what a body says of itself without a day and without an act that it hangs on. */
const isDefinition = ({ event }: Candidate, done: DateRange | undefined): boolean =>
  event.type === 'SourceRegistered' || (done === undefined && event.data.at === undefined && event.sources.some(isBody))

/** The day of the act itself, where a source knows of it then. */
const ownDayOf = (candidate: Candidate, done: DateRange | undefined, knowing: KnowledgeDates): Day | undefined =>
  candidate.event.sources.some((source) => ownDaySpeaks(source, knowing))
    ? (done?.hi ?? actDay(candidate, knowing.beside))
    : undefined

/** A correction is known when its own source was published, and not before what it speaks of. */
const later = (
  stated: Day | undefined,
  targets: readonly Candidate[],
  { event }: Candidate,
  knowing: KnowledgeDates,
): KnownSince => {
  const [target] = targets
  const since = target === undefined || target.event.id === event.id ? undefined : knownSince(target, knowing)
  if (stated === undefined && since === undefined) return { day: knowing.today, basis: 'undated' }
  if (stated !== undefined && (since?.day === undefined || stated >= since.day))
    return { day: Math.min(stated, knowing.today) as Day, basis: 'publication' }
  return since ?? before
}

const publicationOf = (source: Source, { published }: KnowledgeDates): DateRange | undefined =>
  'ref' in source ? published.get(source.ref) : dateOf(source.published)
const isBody = ({ kind }: Source): boolean => kind === 'depositary' || kind === 'organisation'

/**
 * Whether a source knows of an act when it is done: the body that it is done before, and that states no later
 * publication.
 */
const ownDaySpeaks = (source: Source, knowing: KnowledgeDates): boolean =>
  isBody(source) && publicationOf(source, knowing) === undefined

/** The earliest publication among the sources: the last day that its date may mean. */
const statedBy = ({ event }: Candidate, knowing: KnowledgeDates): Day | undefined => {
  if (event.type === 'SourceRegistered') return dateOf(event.data.published)?.hi
  const days = event.sources.flatMap((source) => publicationOf(source, knowing)?.hi ?? [])
  return days.length === 0 ? undefined : (Math.min(...days) as Day)
}

/** What is attached to a signature or a consent was made with it: the actor's first act of that class. */
const actDay = ({ stream, key, event }: Candidate, beside: readonly Candidate[]): Day | undefined => {
  const days = beside.flatMap((other) =>
    other.stream === stream &&
    other.key === key &&
    other.event.occurred !== undefined &&
    actClass[other.event.type] === event.data.at
      ? [parseDate(other.event.occurred).hi]
      : [],
  )
  return days.length === 0 ? undefined : (Math.min(...days) as Day)
}
