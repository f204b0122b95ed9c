import type { ServerResponse } from 'node:http'
import type { FollowFilter } from '../../queries/following/followed.ts'
import { endingFrame, heartbeatFrame, positionFrame, retryFrame, type Ending } from './frames.ts'
import { keyOf, type Batch, type Entry } from './reading.ts'

/** How much a client may be behind while it does not read, and for how long. */
export interface Limits {
  readonly bytes: number
  readonly milliseconds: number
}

/** Where a client gets its events from. */
export interface Supply {
  /** What follows an ordinal; undefined at the head. */
  readonly after: (ordinal: number, filter: FollowFilter) => Batch | Promise<Batch> | undefined
  readonly limits: Limits
  readonly failed: (thrown: unknown) => void
  /** Called for each that is dropped since it does not read. */
  readonly lagged: () => void
}

/** After so many events of others a client is told how far it is. */
const unsaid = 1_000
/** How many milliseconds the last words have to be read. */
const grace = 5_000

type From = { readonly ordinal: number; readonly place: string }

/** One client of the feed. It is written to no faster than it reads: what it has not taken stays in the log. */
export class Consumer {
  readonly filter: FollowFilter
  readonly #key: string
  readonly #response: ServerResponse
  readonly #supply: Supply
  #at: number
  #place: string
  /** Up to where it knows by what was sent how far the log was looked through. */
  #told: number
  #running = false
  #ended = false
  /** How much came since it does not read. */
  #behind = 0
  #stalled: NodeJS.Timeout | undefined

  constructor(response: ServerResponse, filter: FollowFilter, { ordinal, place }: From, supply: Supply) {
    this.filter = filter
    this.#key = keyOf(filter)
    this.#response = response
    this.#supply = supply
    this.#at = ordinal
    this.#told = ordinal
    this.#place = place
    response.on('drain', () => {
      this.#settle()
      this.pump()
    })
    response.once('close', () => {
      this.#ended = true
      this.#settle()
    })
    response.write(retryFrame + positionFrame(place))
  }

  /** Sends what there is, unless it does so already or the client does not read. */
  pump(): void {
    if (this.#running || !this.#isReady()) return
    this.#running = true
    this.#run().catch((thrown: unknown) => {
      this.#supply.failed(thrown)
      this.end({ event: 'bye', reason: 'not-readable', says: 'the log could not be read; come back later' })
    })
  }

  /** Says that the log went on: while the client does not read, it falls behind. */
  added(entries: readonly Entry[]): void {
    if (this.#ended || !this.#response.writableNeedDrain) return
    for (const { meantBy, frame } of entries) if (meantBy.includes(this.#key)) this.#behind += frame.length
    const { bytes } = this.#supply.limits
    if (this.#behind > bytes) this.#lag('too-far-behind', `more than ${bytes} bytes came that were not read`)
  }

  /** Shows that the connection is open, and how far the log was looked through. */
  beat(): void {
    if (!this.#isReady()) return
    if (this.#at > this.#told) this.#tellPlace()
    else this.#write(heartbeatFrame)
  }

  end(ending: Omit<Ending, 'position'>): void {
    if (this.#ended) return
    this.#ended = true
    this.#settle()
    this.#response.end(endingFrame({ ...ending, position: this.#place }))
    setTimeout(() => this.#response.destroy(), grace).unref()
  }

  #isReady(): boolean {
    return !this.#ended && !this.#response.writableNeedDrain
  }

  async #run(): Promise<void> {
    try {
      while (this.#isReady()) {
        const next = this.#supply.after(this.#at, this.filter)
        if (next === undefined) return
        this.#send(next instanceof Promise ? await next : next)
      }
    } finally {
      // In the same turn: what is appended next must find it at rest.
      this.#running = false
    }
  }

  #send({ entries, to, place }: Batch): void {
    if (this.#ended) return
    const meant = entries.filter(({ meantBy }) => meantBy.includes(this.#key))
    this.#at = to
    this.#place = place
    if (meant.length > 0) {
      this.#told = meant.at(-1)?.ordinal ?? this.#told
      this.#write(meant.map(({ frame }) => frame).join(''))
    }
    if (this.#at - this.#told >= unsaid) this.#tellPlace()
  }

  #tellPlace(): void {
    this.#told = this.#at
    this.#write(positionFrame(this.#place))
  }

  #write(text: string): void {
    if (this.#response.write(text)) return
    const { milliseconds } = this.#supply.limits
    const says = `nothing was read for ${Math.ceil(milliseconds / 1_000)} s`
    this.#stalled ??= setTimeout(() => this.#lag('not-read', says), milliseconds).unref()
  }

  #settle(): void {
    clearTimeout(this.#stalled)
    this.#stalled = undefined
    this.#behind = 0
  }

  #lag(reason: string, says: string): void {
    if (!this.#ended) this.#supply.lagged()
    this.end({ event: 'lagged', reason, says })
  }
}
