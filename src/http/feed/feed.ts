import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { NormtrailError } from '../../common/error.ts'
import type { FollowFilter } from '../../queries/following/followed.ts'
import { Consumer, type Supply } from './consumer.ts'
import { knownFilters } from './known-filters.ts'
import { pagesOf } from './pages.ts'
import { type Begun, type FeedReading, type Wanted } from './reading.ts'
import { ringOf, type Ring } from './ring.ts'

export interface FeedOptions {
  /** How many clients may follow at once. */
  readonly most: number
  /** How many milliseconds pass between two signs of life. */
  readonly heartbeat: number
  /** How many milliseconds a client may read nothing. */
  readonly patience: number
  /** How many bytes may come that a client does not read; as much of the log is kept for those who are there. */
  readonly bytes: number
}

export const usualFeed: FeedOptions = { most: 1_000, heartbeat: 15_000, patience: 30_000, bytes: 8_388_608 }

/** What came of those who followed, since the server began. */
export interface FeedCounts {
  /** Who follows now. */
  consumers: number
  joined: number
  reset: number
  lagged: number
  refused: number
}

type Place = Exclude<Begun, { reset: string }>

/** The log as it goes on, for many clients. */
export interface Feed {
  readonly counts: Readonly<FeedCounts>
  /** Takes a place for a client, and finds where it begins. Throws `feed-full`, and what a filter is refused for. */
  readonly begin: (wanted: Wanted) => Promise<Begun>
  /** Gives what ends it, with words for the client. */
  readonly join: (response: ServerResponse, filter: FollowFilter, from: Place) => Consumer['end']
  /** Says goodbye to all of them; nobody joins any more. */
  readonly close: () => Promise<void>
}

/** What the feed stands on. */
export interface FeedSource {
  readonly reading: FeedReading
  /** Brings the read model up to the head of the log. */
  readonly upToHead: () => Promise<number>
  readonly log: Logger
}

const stopping = { event: 'bye', reason: 'server-stops', says: 'the server stops; come back with the last id' } as const

/** One reader of the log for all who follow it, however many there are. */
export const openFeed = async (source: FeedSource, options: Partial<FeedOptions> = {}): Promise<Feed> => {
  const start = startOf(await source.reading.begin({ filter: {}, after: undefined }))
  return new OpenFeed(source, { ...usualFeed, ...options }, start)
}

class OpenFeed implements Feed {
  readonly counts: FeedCounts = { consumers: 0, joined: 0, reset: 0, lagged: 0, refused: 0 }
  readonly #source: FeedSource
  readonly #options: FeedOptions
  readonly #consumers = new Set<Consumer>()
  readonly #filters = knownFilters()
  readonly #ring: Ring
  readonly #supply: Supply
  readonly #advance = oneAtATime(() => this.#goOn())
  readonly #beating: NodeJS.Timeout
  #beginning = 0
  #over = false

  constructor(source: FeedSource, options: FeedOptions, start: Place) {
    this.#source = source
    this.#options = options
    this.#ring = ringOf(start, options.bytes)
    this.#supply = this.#supplyFor(pagesOf(source.reading))
    source.reading.follow(
      () => void this.#advance().catch((thrown: unknown) => this.#failed(thrown)),
      (thrown) => {
        this.#failed(thrown)
        this.#endAll({ event: 'bye', reason: 'not-readable', says: 'the log cannot be followed; come back later' })
      },
    )
    this.#beating = setInterval(() => this.#consumers.forEach((one) => one.beat()), options.heartbeat).unref()
  }

  async begin(wanted: Wanted): Promise<Begun> {
    if (this.#over || this.#consumers.size + this.#beginning >= this.#options.most) {
      this.counts.refused += 1
      throw full(this.#options.most)
    }
    this.#beginning += 1
    try {
      const ordinal = Number(/^\d+/.exec(wanted.after ?? '')?.[0] ?? 0)
      // A client may know what this process does not yet: by an answer of another one, or of itself.
      if (ordinal > this.#ring.to().ordinal) await this.#advance()
      const begun = await this.#source.reading.begin(wanted)
      if ('reset' in begun) this.counts.reset += 1
      return begun
    } finally {
      this.#beginning -= 1
    }
  }

  join(response: ServerResponse, filter: FollowFilter, from: Place): Consumer['end'] {
    const one = new Consumer(response, filter, from, this.#supply)
    this.#consumers.add(one)
    this.counts.joined += 1
    this.counts.consumers = this.#consumers.size
    response.once('close', () => {
      this.#consumers.delete(one)
      this.counts.consumers = this.#consumers.size
    })
    if (this.#over) one.end(stopping)
    else one.pump()
    return (ending) => one.end(ending)
  }

  async close(): Promise<void> {
    this.#over = true
    clearInterval(this.#beating)
    this.#endAll(stopping)
    await this.#source.reading.close()
  }

  #supplyFor(page: ReturnType<typeof pagesOf>): Supply {
    const { bytes, patience } = this.#options
    return {
      after: (ordinal, filter) => {
        if (ordinal >= this.#ring.to().ordinal) return undefined
        const near = this.#filters.isMarked(filter, ordinal) ? this.#ring.after(ordinal) : undefined
        return near ?? page(ordinal, filter)
      },
      limits: { bytes, milliseconds: patience },
      failed: (thrown) => this.#failed(thrown),
      lagged: () => (this.counts.lagged += 1),
    }
  }

  /** Takes what the log holds by now, and has it sent. */
  async #goOn(): Promise<void> {
    const { reading, upToHead } = this.#source
    const head = await upToHead()
    while (!this.#over && this.#ring.to().ordinal < head) {
      const at = this.#ring.to().ordinal
      const batch = await reading.live(at, this.#filters.now(this.#consumers, at))
      if (batch.to <= at) return
      const added = this.#ring.add(batch)
      for (const one of this.#consumers) {
        one.added(added)
        one.pump()
      }
    }
  }

  #failed(thrown: unknown): void {
    if (!this.#over) this.#source.log.error({ err: thrown }, 'the feed cannot be read')
  }

  #endAll(ending: Parameters<Consumer['end']>[0]): void {
    for (const one of this.#consumers) one.end(ending)
  }
}

const startOf = (begun: Begun): Place => {
  if ('reset' in begun) throw new Error(begun.says)
  return begun
}

/** However often it is called meanwhile, it is done once more when it is done: whoever waits has what there was. */
const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const begin = (): Promise<void> => {
    running = work().finally(() => (running = undefined))
    return running
  }
  return () => {
    if (running === undefined) return begin()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}

const full = (most: number): NormtrailError =>
  new NormtrailError('unavailable', 'feed-full', `${most} clients follow the log already.`, {
    hint: 'Ask again in 10 s; `/v1/events?after=` reads the same events without following.',
    retryAfter: 10,
  })
