import { Agent, get, type IncomingMessage } from 'node:http'

/** Clients of the feed, each of which comes back by itself with the last id that it had. */
export interface Followers {
  /** When each has an open stream. */
  readonly joined: () => Promise<void>
  /** Notes that an event is in the log. */
  readonly appended: (ordinal: number, at: number) => void
  /** When each has had the event of an ordinal. */
  readonly reached: (ordinal: number) => Promise<void>
  /** Milliseconds from append to receipt, of each event at each client. */
  readonly latencies: () => readonly number[]
  /** Whoever did not have every event once, in order, in words. */
  readonly faults: (after: number, to: number) => readonly string[]
  readonly leave: () => void
}

interface One {
  readonly had: number[]
  id: string
  open: boolean
  response?: IncomingMessage
}

const idLine = /^id: (\d+)-\w+\nevent: (event|position)$/gm

export const followers = (address: string, count: number, after: number): Followers => {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  const appendedAt = new Map<number, number>()
  const [arrivedAt, latencies]: [[number, number][], number[]] = [[], []]
  const looks = new Set<() => void>()
  let left = false
  const ones: One[] = Array.from({ length: count }, () => ({ had: [], id: String(after), open: false }))

  const take = (one: One, block: string): void => {
    for (const [line, ordinal, event] of block.matchAll(idLine)) {
      one.id = (line.split('\n')[0] ?? '').slice('id: '.length)
      one.open = true
      if (event !== 'event') continue
      one.had.push(Number(ordinal))
      arrivedAt.push([Number(ordinal), performance.now()])
    }
  }
  const join = (one: One): void => {
    if (left) return
    let [rest, isOver] = ['', false]
    const again = (): void => {
      if (!isOver) setTimeout(() => join(one), 300)
      isOver = true
    }
    const call = get(`${address}/v1/feed`, { agent, headers: { 'last-event-id': one.id } }, (response) => {
      one.response = response
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        rest += text
        const end = rest.lastIndexOf('\n\n')
        if (end < 0) return
        take(one, rest.slice(0, end))
        rest = rest.slice(end + 2)
        looks.forEach((look) => look())
      })
      response.on('error', () => undefined).on('close', again)
    })
    call.on('error', again)
  }
  ones.forEach(join)
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return
        looks.delete(look)
        resolve()
      }
      looks.add(look)
      look()
    })
  return {
    joined: () => until(() => ones.every(({ open }) => open)),
    appended: (ordinal, at) => void appendedAt.set(ordinal, at),
    reached: (ordinal) => until(() => ones.every(({ had }) => (had.at(-1) ?? 0) >= ordinal)),
    latencies: () => {
      for (const [ordinal, at] of arrivedAt.splice(0)) {
        const from = appendedAt.get(ordinal)
        if (from !== undefined) latencies.push(at - from)
      }
      return latencies
    },
    faults: (from, to) =>
      ones.flatMap(({ had }, index) =>
        had.length === to - from && had.every((ordinal, place) => ordinal === from + 1 + place)
          ? []
          : [`client ${index} had ${had.length} events, ${had[0]} to ${had.at(-1)}, where ${to - from} were expected`],
      ),
    leave: () => {
      left = true
      for (const { response } of ones) response?.destroy()
    },
  }
}
