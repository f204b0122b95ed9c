import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { canonicalJson, type JsonObject } from '../../events/json.ts'
import { actClass } from '../../events/treaty.ts'
import { isMeta } from '../../../projections/fold/facts.ts'
import type { Fact } from '../../../projections/fold/fold.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { assertionsOf, placeOf, type Assertions } from './assertions.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { assertionId } from '../candidates/event-id.ts'
import { isLaterRelease, releaseOf } from './releases.ts'
import { follows, type Order } from './order.ts'
import { withReturns } from './returns.ts'
import { vanishedFrom, type Omissions, type Vanished } from './vanished.ts'

/** What becomes of a candidate. */
export type Fate =
  'appended' | 'corrected' | 'known' | 'retracted' | 'superseded' | 'repeated' | 'outweighed' | 'contradicted'

export interface Judged {
  readonly candidate: Candidate
  readonly fate: Fate
  /** The candidate that stands instead, where it was contradicted. */
  readonly stands?: Candidate
}

export interface Reconciled {
  readonly events: readonly NewEvent[]
  readonly fates: readonly Judged[]
  /** What vanished by each silence, in their order. Its events are among `events`. */
  readonly vanished: readonly Vanished[]
}

const sameRange = (fact: Fact['effective'], text: string | undefined): boolean => {
  if (fact === undefined || text === undefined) return fact === undefined && text === undefined
  const range = parseDate(text)
  return fact.lo === range.lo && fact.hi === range.hi
}

/** As much of an event as makes it say something. */
interface Saying {
  readonly type: string
  readonly occurred?: string | undefined
  readonly effective?: string | undefined
  readonly data: JsonObject
}

/**
 * Of an act that no longer stands a list says only that it had ended by its day: of two such days the earlier one says
 * more, in whatever order they come, and a later one says nothing new.
 */
const isListedAsEnded = ({ type }: Pick<Fact, 'type'>): boolean => type === 'TreatyActNoLongerStands'
const endedBy = (occurred: string | undefined): Day => parseDate(occurred ?? '..').hi

/** Whether a candidate says what already stands. A relabelled act (acceptance printed as accession) is one act. */
export const says = (live: Fact, { event }: { readonly event: Saying }): boolean => {
  if (isListedAsEnded(event) && isListedAsEnded(live) && parseDate(event.occurred ?? '..').lo === live.occurred.lo)
    return endedBy(event.occurred) >= live.occurred.hi
  if (event.occurred !== undefined && !sameRange(live.occurred, event.occurred)) return false
  if (!sameRange(live.effective, event.effective)) return false
  const kind = actClass[event.type]
  if (kind !== undefined) return actClass[live.type] === kind
  return live.type === event.type && canonicalJson(live.data) === canonicalJson(event.data)
}

const sameWords = (a: Candidate, b: Candidate): boolean =>
  a.event.type === b.event.type &&
  a.event.occurred === b.event.occurred &&
  canonicalJson(a.event.data) === canonicalJson(b.event.data)

/** Later assertions of the same series on the same fact are corrections of the first. */
const correction = (candidate: Candidate, { root, live, count }: Assertions, series: string): NewEvent => {
  const { event, stream, key, fact } = candidate
  const replacement: JsonObject = {
    ...(event.type !== live?.type && { type: event.type }),
    ...(event.occurred !== undefined && { occurred: event.occurred }),
    ...(event.effective !== undefined && { effective: event.effective }),
    data: event.data,
  }
  return {
    id: assertionId(series, stream, key, fact, count),
    type: 'EventCorrected',
    schemaVersion: 1,
    sources: event.sources,
    confidence: event.confidence,
    fact,
    data: { target: root, reason: reasonFor(candidate, series), replacement },
  }
}

/** A registration is no row of a release: what changed is what is said of it, such as its terms. */
const reasonFor = ({ event }: Candidate, series: string): string =>
  event.type === 'SourceRegistered'
    ? 'imported again: this is how the release is described now'
    : `a later release of ${series} says otherwise`

const judgedBeside = (candidate: Candidate, stands: Candidate): Judged => {
  if (sameWords(candidate, stands)) return { candidate, fate: 'repeated' }
  return candidate.weight < stands.weight
    ? { candidate, fate: 'outweighed' }
    : { candidate, fate: 'contradicted', stands }
}

/** Of several candidates about one fact: the heaviest, else the first; and what becomes of the others. */
export const strongest = (candidates: readonly Candidate[]): { chosen: Candidate; others: Reconciled['fates'] } => {
  const [chosen, ...rest] = candidates.toSorted((a, b) => b.weight - a.weight) as [Candidate, ...Candidate[]]
  return { chosen, others: rest.map((candidate) => judgedBeside(candidate, chosen)) }
}

/** What one series says in a stream, and what stands there. */
export interface SaidInStream {
  readonly stream: string
  readonly candidates: readonly Candidate[]
  readonly existing: readonly RecordedEvent[]
  readonly series: string
}

/**
 * Which events the candidates of one stream add to what the log already says: new facts, corrections of facts that the
 * same series had stated otherwise, retractions of what a later release no longer tells, nothing for what is known.
 * What a user retracted stays retracted. `silences` are of the files whose candidates these are.
 */
export const reconcile = (
  { stream, candidates, existing, series }: SaidInStream,
  order: Order,
  silences: readonly Omissions[] = [],
): Reconciled => {
  const known = existing.length === 0 ? new Map<string, Assertions>() : assertionsOf(existing, series)
  const recorded = new Set<string>(existing.map(({ id }) => id))
  const events: NewEvent[] = []
  const fates: Judged[] = []
  const told = groupBy(withReturns(candidates, known, existing), ({ key, fact }) => placeOf(key, fact))
  for (const group of told.values()) {
    const { chosen, others } = strongest(group)
    fates.push(...others)
    const { key, fact, event } = chosen
    const before = known.get(placeOf(key, fact))
    const fate = event.id !== undefined && recorded.has(event.id) ? 'known' : fateOf(stream, chosen, before, order)
    fates.push({ candidate: chosen, fate })
    if (fate === 'corrected') events.push(correction(chosen, before as Assertions, series))
    if (fate === 'appended')
      events.push({ ...event, id: event.id ?? assertionId(series, stream, key, fact, before?.count ?? 0) })
  }
  const vanished = silences.map((silence) => vanishedFrom(stream, known, new Set(told.keys()), silence, order))
  const gone = new Map(vanished.flatMap((one) => one.events).map((event) => [event.id, event]))
  return { events: metaLast([...events, ...gone.values()]), fates, vanished }
}

/** What corrects or retracts stands after what it speaks of. */
const metaLast = (events: readonly NewEvent[]): readonly NewEvent[] => [
  ...events.filter((event) => !isMeta(event)),
  ...events.filter(isMeta),
]

const fateOf = (stream: string, candidate: Candidate, before: Assertions | undefined, order: Order): Fate => {
  if (before === undefined) return 'appended'
  if (before.live !== undefined && says(before.live, candidate)) return 'known'
  if (before.live === undefined && !before.ownRetraction) return 'retracted'
  if (
    before.live !== undefined &&
    isListedAsEnded(before.live) &&
    endedBy(candidate.event.occurred) < before.live.occurred.hi
  )
    return 'corrected'
  if (isSuperseded(stream, candidate, before, order)) return 'superseded'
  return before.live === undefined ? 'appended' : 'corrected'
}

/**
 * Whether a later release of the series has spoken on the fact, or may have confirmed it: later by its date of
 * publication, or, where the dates do not tell, because it spoke after the release of the candidate had had its say.
 */
const isSuperseded = (
  stream: string,
  { key, fact, event }: Candidate,
  { releases }: Assertions,
  order: Order,
): boolean => {
  const { publications, files = [], overtaken = false } = order
  const release = releaseOf(event)
  const last = releases.at(-1)
  if (release === undefined || last === undefined) return false
  if (overtaken) return true
  if (files.some((file) => follows(order, file.release, release) && file.holds.has(stream, key, fact))) return true
  return last !== release && (isLaterRelease(publications, last, release) ?? releases.includes(release))
}
