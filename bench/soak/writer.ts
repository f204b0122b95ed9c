import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '../../src/common/error.ts'
import { seal, type SealedEvent } from '../../src/events/seal.ts'
import type { CommitPart, EventLog } from '../../src/log/port.ts'
import { soakId, soakPrefix, type Appended } from './tally.ts'

/** Streams that are appended to at the same time. */
const lanes = 16
const perStream = 50
/** Every so many seconds a second's worth of events comes as one commit of several streams, as an import would. */
const importEverySeconds = 10
const streamsOfImport = 5
/** What cannot be appended within so many seconds is given up: after an outage the rate is the old one again. */
const longestBacklogSeconds = 5
const pause = 10

const states = [
  'usa',
  'fra',
  'gbr',
  'deu',
  'jpn',
  'bra',
  'ind',
  'zaf',
  'mex',
  'chl',
  'swe',
  'pol',
  'ken',
  'egy',
  'tur',
  'kor',
  'idn',
  'nga',
  'arg',
  'can',
]
const by = { recordedBy: 'soak' }

const nameOf = (number: number): string =>
  `${soakPrefix}i${Math.floor(number / states.length)}-${states[number % states.length]}`

/** A score; the last event of a full stream corrects the first. */
const eventOf = (logName: string, stream: string, revision: number): SealedEvent => {
  const [, , indicator = '', actor = ''] = stream.split('-')
  const scoreOf = (year: number, value: number) => ({ actor, rater: 'soak', indicator, year, value })
  const common = {
    id: soakId(logName, stream, revision),
    schemaVersion: 1,
    confidence: 'certain',
    sources: [{ ref: 'soak-1', kind: 'dataset', series: 'soak', locator: `row ${revision}` }],
  } as const
  if (revision === perStream - 1)
    return seal({
      ...common,
      type: 'EventCorrected',
      data: {
        target: soakId(logName, stream, 0),
        reason: 'a soak corrects, too',
        replacement: { data: scoreOf(1970, 9) },
      },
    })
  const year = 1970 + revision
  return seal({
    ...common,
    type: 'PracticeScoreRecorded',
    occurred: String(year),
    fact: String(year),
    data: scoreOf(year, revision % 9),
  })
}

/** Appends at a steady rate until it is told to stop. */
export const startWriter = (log: EventLog, { logName, rate }: { logName: string; rate: number }) => {
  const appended = new Map<string, Appended>()
  const failures: string[] = []
  const stop = new AbortController()
  let streams = 0
  let given = 0
  let acknowledged = 0
  let head = 0
  let skipped = 0

  const newStream = (): string => nameOf(streams++)
  const partOf = (stream: string, from: number, count: number): CommitPart => ({
    stream,
    expected: from === 0 ? 'no-stream' : from - 1,
    events: Array.from({ length: count }, (_, index) => eventOf(logName, stream, from + index)),
  })
  const append = async (parts: readonly CommitPart[]): Promise<boolean> => {
    for (const { stream } of parts) if (!appended.has(stream)) appended.set(stream, { count: 0, unsure: 0 })
    const all = parts.map(({ stream, events }) => ({ entry: appended.get(stream) as Appended, count: events.length }))
    try {
      const { lastOrdinal } = await log.appendCommit(parts, by)
      for (const { entry, count } of all) entry.count += count
      acknowledged += all.reduce((sum, { count }) => sum + count, 0)
      head = Math.max(head, lastOrdinal)
      return true
    } catch (thrown) {
      for (const { entry, count } of all) entry.unsure += count
      failures.push(messageOf(thrown))
      return false
    }
  }

  const free: { stream: string; next: number }[] = Array.from({ length: lanes }, () => ({
    stream: newStream(),
    next: 0,
  }))
  const under = new Set<Promise<void>>()
  const begin = (work: Promise<void>): void => {
    under.add(work)
    void work.finally(() => under.delete(work))
  }
  const appendOne = async (lane: { stream: string; next: number }): Promise<void> => {
    const done = await append([partOf(lane.stream, lane.next, 1)])
    lane.next += 1
    if (!done || lane.next === perStream) Object.assign(lane, { stream: newStream(), next: 0 })
    free.push(lane)
  }
  const appendMany = async (events: number): Promise<void> => {
    const each = Math.min(perStream - 1, Math.max(1, Math.floor(events / streamsOfImport)))
    given += each * streamsOfImport
    await append(Array.from({ length: streamsOfImport }, () => partOf(newStream(), 0, each)))
  }

  const start = performance.now()
  const running = (async () => {
    let imports = 1
    while (!stop.signal.aborted) {
      const seconds = (performance.now() - start) / 1000
      const due = Math.floor(seconds * rate) - given - skipped
      if (due > longestBacklogSeconds * rate) skipped += due - longestBacklogSeconds * rate
      if (seconds > imports * importEverySeconds) {
        imports += 1
        begin(appendMany(rate))
      }
      for (let left = due; left > 0 && free.length > 0; left -= 1) {
        const lane = free.shift()
        if (lane === undefined) break
        given += 1
        begin(appendOne(lane))
      }
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => undefined)
    }
    await Promise.all(under)
  })()

  return {
    appended,
    failures,
    acknowledged: () => acknowledged,
    /** The last ordinal that an append was answered with. */
    head: () => head,
    /** Ends after what is under way has been answered. */
    stop: async (): Promise<void> => {
      stop.abort()
      await running
    },
  }
}

export type Writer = ReturnType<typeof startWriter>
