import { setTimeout as sleep } from 'node:timers/promises'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { say } from '../report.ts'
import type { Asker } from './asker.ts'
import type { Look } from './flat.ts'
import type { House } from './house.ts'
import { residentMegabytes } from './resident.ts'
import type { Writer } from './writer.ts'

export interface Watched {
  /** What was seen of each process, by name. */
  readonly looks: ReadonlyMap<string, readonly Look[]>
  readonly longestLag: number
  /** How long the load was watched, and how many events were acknowledged in that time. */
  readonly seconds: number
  readonly events: number
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/**
 * How many events the read model is behind the log. The log is asked first, so a lag is rather said too small than made
 * up.
 */
export const lagOf = async ({ log, readModel }: Pick<House, 'log' | 'readModel'>): Promise<number> => {
  const head = await log.head()
  const { ordinal } = await readCheckpoint(readModel.sql)
  return Math.max(0, head.ordinal - ordinal)
}

/** Looks at everything every few seconds for as long as the soak is to last, and says what it sees. */
export const watch = async (
  house: House,
  {
    writer,
    askers,
    minutes,
    signal,
  }: { writer: Writer; askers: readonly Asker[]; minutes: number; signal: AbortSignal },
): Promise<Watched> => {
  const every = Math.min(5, (minutes * 60) / 40)
  const pids = [...house.apis.map(({ child }) => child), house.projector]
    .map(({ name, pid }) => ({ name, pid }))
    .concat({ name: 'writer', pid: process.pid })
  const looks = new Map<string, Look[]>(pids.map(({ name }) => [name, []]))
  const start = performance.now()
  const passed = (): number => (performance.now() - start) / 1000
  let longestLag = 0
  let before = { seconds: 0, events: 0 }
  while (passed() < minutes * 60 && !signal.aborted) {
    await sleep(every * 1000, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) break
    const lag = await lagOf(house)
    longestLag = Math.max(longestLag, lag)
    const seconds = passed()
    const memory = pids.map(({ name, pid }) => {
      const megabytes = residentMegabytes(pid)
      if (megabytes !== undefined) looks.get(name)?.push({ seconds, megabytes })
      return `${name} ${megabytes === undefined ? 'gone' : `${Math.round(megabytes)} MB`}`
    })
    const events = writer.acknowledged()
    const rate = Math.round((events - before.events) / (seconds - before.seconds))
    before = { seconds, events }
    say(
      `${clockOf(seconds).padStart(6)}  ${events} events (${rate}/s)  lag ${lag}  ${memory.join('  ')}  ` +
        `answers ${askers.map((asker) => asker.answers()).join(' + ')}`,
    )
  }
  return { looks, longestLag, seconds: passed(), events: writer.acknowledged() }
}
