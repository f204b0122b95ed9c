import type { NewEvent } from '../../events/envelope.ts'
import { familyOf } from '../../events/registry.ts'
import type { Importer, Release } from '../../sources/importer/draft.ts'
import type { DateRange } from '../../time/date-range.ts'
import { placeOf, type Assertions } from './assertions.ts'
import type { SeriesCoverage } from './coverage.ts'
import { assertionId } from '../candidates/event-id.ts'
import type { FileRead } from './files-read.ts'
import type { Holdings } from './holdings.ts'
import { follows, type Order } from './order.ts'
import { dateOf } from './releases.ts'
import type { RowOutcomes } from '../report/import-report.ts'

/**
 * What a file says by its silence: its release, how far it speaks, what it holds, and what its importer makes of what
 * it leaves out.
 */
export interface Omissions {
  readonly release: Release
  readonly meaning: 'retract' | 'anomaly'
  readonly coverage: SeriesCoverage
  /** Whether it shares some fact with an earlier file. */
  readonly shares: (file: FileRead) => boolean
  readonly fates: RowOutcomes
}

/** What vanished, and the events that say so. */
export interface Vanished {
  readonly events: readonly NewEvent[]
  readonly retracted: number
  /** What is kept although the release does not tell it, in words: `treaty-cat jpn consent/1`. */
  readonly kept: readonly string[]
}

/** The silence of a file; undefined where its importer makes nothing of it. */
export const omissionsOf = (
  { vanished, release }: Importer,
  coverage: SeriesCoverage | undefined,
  holds: Holdings,
  fates: RowOutcomes,
): Omissions | undefined =>
  vanished === 'ignore' || coverage === undefined
    ? undefined
    : { release, meaning: vanished, coverage, shares: sharingWith(holds), fates }

/** Whether files share some fact with this one; looked up once for each. */
const sharingWith = (holds: Holdings): Omissions['shares'] => {
  const known = new Map<FileRead, boolean>()
  return (file) => {
    const shares = known.get(file) ?? file.holds.sharesWith(holds)
    known.set(file, shares)
    return shares
  }
}

const mark = 'TreatyActNoLongerListed'
/** A list that has an act again as one that stands takes back that it does not. */
const ended = 'TreatyActNoLongerStands'
const markOf = (fact: string): string => `no-longer-listed/${fact}`

/**
 * Whether a file that leaves a fact out says anything of it: only as the successor of a file that held it, which shares
 * some fact with it. A release may come in several files, one for each region or date: what another file of it holds,
 * or one that this file has nothing in common with, is not its to judge. Where the release that last spoke of the fact
 * has no file in the log, because an older normtrail imported it, it is taken for one file that shares everything.
 */
const judges = (
  stream: string,
  { key, fact, releases }: Assertions,
  { release, shares }: Omissions,
  order: Order,
): boolean => {
  const { files = [] } = order
  if (!files.some((file) => file.release === releases.at(-1))) return true
  const holding = files.filter((file) => file.holds.has(stream, key, fact))
  if (!holding.every((file) => follows(order, release.id, file.release))) return false
  const latest = holding.filter((file) => !holding.some((other) => follows(order, other.release, file.release)))
  return latest.some(shares)
}

/**
 * What earlier releases told in a stream, and a later one, within its scope, does not. It is taken back, or it is kept
 * and marked: a party that withdrew is gone from the depositary's table, and what it did is not undone. What the
 * release lists again loses its mark. `told` holds the places of facts that the release tells; nothing is judged that
 * was done after it was published, or where a row could not be read.
 */
export const vanishedFrom = (
  stream: string,
  known: ReadonlyMap<string, Assertions>,
  told: ReadonlySet<string>,
  silence: Omissions,
  order: Order,
): Vanished => {
  const judging: Judging = { stream, known, told, silence, order, events: [], kept: [], retracted: 0 }
  const { release } = silence
  if (order.overtaken !== true) {
    const earlier = [...known.values()].filter(
      ({ live, releases }) => live !== undefined && follows(order, release.id, releases.at(-1)),
    )
    for (const assertions of earlier) if (assertions.live?.type !== mark) judge(judging, assertions)
    for (const marked of earlier) if (marked.live?.type === mark) liftMark(judging, marked)
  }
  const { events, retracted, kept } = judging
  return { events, retracted, kept }
}

/** A stream that is held against a release, and what has come of it so far. */
interface Judging {
  readonly stream: string
  readonly known: ReadonlyMap<string, Assertions>
  readonly told: ReadonlySet<string>
  readonly silence: Omissions
  readonly order: Order
  readonly events: NewEvent[]
  readonly kept: string[]
  retracted: number
}

/**
 * What comes of one fact of an earlier release: nothing where this one tells it too, or is silent without a meaning.
 */
const judge = (judging: Judging, assertions: Assertions): void => {
  const { stream, told, silence, kept } = judging
  const { key, fact, live } = assertions
  const { release } = silence
  if (told.has(placeOf(key, fact))) return
  if (live?.type === ended) {
    if (told.has(placeOf(key, String(live.data.act)))) takeBack(judging, assertions, `stands again in ${release.id}`)
    return
  }
  if (!speaksBySilence(judging, assertions)) return
  if (silence.meaning === 'retract') {
    takeBack(judging, assertions, `no longer in ${release.id}`)
    judging.retracted += 1
    return
  }
  kept.push(`${stream} ${key} ${fact}`)
  putMark(judging, assertions)
}

/** Whether it means something that the release leaves a fact out. */
const speaksBySilence = ({ stream, silence, order }: Judging, assertions: Assertions): boolean => {
  const { release, coverage, fates } = silence
  const { key, fact, live } = assertions
  const published: DateRange | undefined = dateOf(release.published)
  return (
    !fates.unread &&
    coverage.speaksOf(stream, key, fact, fates.unmatchedAny) &&
    judges(stream, assertions, silence, order) &&
    (published === undefined || live === undefined || live.occurred.lo <= published.hi)
  )
}

/** Marks an act of a treaty as no longer listed, unless it is marked, or somebody else took the mark back. */
const putMark = (judging: Judging, { key, fact }: Assertions): void => {
  const marked = judging.known.get(placeOf(key, markOf(fact)))
  if (
    familyOf(judging.stream) !== 'treaty' ||
    key === '*' ||
    (marked !== undefined && (marked.live !== undefined || !marked.ownRetraction))
  )
    return
  const event = { type: mark, data: { actor: key, act: fact } }
  say(judging, { key, fact: markOf(fact), count: marked?.count ?? 0 }, event)
}

/** Takes a mark back, where the release lists the act again. */
const liftMark = (judging: Judging, marked: Assertions): void => {
  const act = String(marked.live?.data.act)
  if (judging.told.has(placeOf(marked.key, act)))
    takeBack(judging, marked, `listed again in ${judging.silence.release.id}`)
}

const takeBack = (judging: Judging, assertions: Assertions, reason: string): void =>
  say(judging, assertions, { type: 'EventRetracted', data: { target: assertions.root, reason } })

const say = (
  { stream, silence: { release }, events }: Judging,
  { key, fact, count }: Pick<Assertions, 'key' | 'fact' | 'count'>,
  event: Pick<NewEvent, 'type' | 'data'>,
): void =>
  void events.push({
    id: assertionId(release.series, stream, key, fact, count),
    schemaVersion: 1,
    sources: [{ ref: release.id, kind: release.kind, series: release.series }],
    confidence: 'certain',
    fact,
    ...event,
  })
