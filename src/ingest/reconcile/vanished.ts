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
  const events: NewEvent[] = []
  const kept: string[] = []
  let retracted = 0
  const { release, coverage, fates } = silence
  if (order.overtaken === true) return { events, retracted, kept }
  const published: DateRange | undefined = dateOf(release.published)
  const source = { ref: release.id, kind: release.kind, series: release.series }
  const said = (assertions: Pick<Assertions, 'key' | 'fact' | 'count'>, event: Pick<NewEvent, 'type' | 'data'>): void =>
    void events.push({
      id: assertionId(release.series, stream, assertions.key, assertions.fact, assertions.count),
      schemaVersion: 1,
      sources: [source],
      confidence: 'certain',
      fact: assertions.fact,
      ...event,
    })
  const takeBack = (assertions: Assertions, reason: string): void =>
    said(assertions, { type: 'EventRetracted', data: { target: assertions.root, reason } })
  for (const assertions of known.values()) {
    const { key, fact, live, releases } = assertions
    if (live === undefined || live.type === mark || !follows(order, release.id, releases.at(-1))) continue
    if (told.has(placeOf(key, fact))) continue
    if (live.type === ended) {
      if (told.has(placeOf(key, String(live.data.act)))) takeBack(assertions, `stands again in ${release.id}`)
      continue
    }
    if (
      fates.unread ||
      !coverage.speaksOf(stream, key, fact, fates.unmatchedAny) ||
      !judges(stream, assertions, silence, order) ||
      (published !== undefined && live.occurred.lo > published.hi)
    )
      continue
    if (silence.meaning === 'retract') {
      takeBack(assertions, `no longer in ${release.id}`)
      retracted += 1
      continue
    }
    kept.push(`${stream} ${key} ${fact}`)
    const marked = known.get(placeOf(key, markOf(fact)))
    if (
      familyOf(stream) !== 'treaty' ||
      key === '*' ||
      (marked !== undefined && (marked.live !== undefined || !marked.ownRetraction))
    )
      continue
    said({ key, fact: markOf(fact), count: marked?.count ?? 0 }, { type: mark, data: { actor: key, act: fact } })
  }
  for (const marked of known.values()) {
    if (marked.live?.type !== mark || !follows(order, release.id, marked.releases.at(-1))) continue
    if (told.has(placeOf(marked.key, String(marked.live.data.act)))) takeBack(marked, `listed again in ${release.id}`)
  }
  return { events, retracted, kept }
}
