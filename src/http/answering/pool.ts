import { NormtrailError } from '../../common/error.ts'
import { threadEnded, type Thread } from './thread.ts'
import { isForBody, type Made, type Work } from './work.ts'

/** An answer that is being made, from the moment it is asked for. */
export interface Ticket {
  readonly number: number
  /** Whether it may take long: such answers leave one thread free for the others. */
  readonly long: boolean
}

/** What a pool needs to know of its threads. */
export interface PoolOptions {
  /** Starts a thread. It reads the number of the answer that nobody wants any more from what is shared with it. */
  readonly start: (unwanted: Int32Array) => Thread
  readonly threads: number
  /** How many answers of each kind (long or not) may wait to be worked on. */
  readonly most: number
  /** How many milliseconds a thread may go on with what nobody wants, before another takes its place. Default 5,000. */
  readonly patience?: number
}

/** The place of one thread, whichever it is by now. */
interface Slot {
  readonly takesLong: boolean
  readonly unwanted: Int32Array
  thread: Thread | undefined
  working: Ticket | undefined
}

interface Turn {
  readonly ticket: Ticket
  readonly work: Work
  readonly resolve: (made: Made) => void
  readonly reject: (thrown: unknown) => void
}

/** Where an answer is made: in a slot, by the thread that was there when it was begun. */
interface Home {
  readonly slot: Slot
  readonly thread: Thread
  /** Whether all of it is made, or it has failed: the thread has forgotten it by itself. */
  isOver: boolean
}

/** A few threads that make answers, a turn at a time. An answer stays with the thread that began it. */
export class ThreadPool {
  readonly #options: PoolOptions
  readonly #slots: readonly Slot[]
  readonly #waiting: Turn[] = []
  readonly #homes = new Map<Ticket, Home>()
  /** Asked for, and nothing but their headers made. */
  readonly #admitted = new Set<Ticket>()
  /** How long an answer takes lately. */
  readonly #seconds = { long: 1, short: 0.1 }
  #tickets = 0
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
    this.#slots = Array.from({ length: options.threads }, (_, index) => ({
      takesLong: index > 0 || options.threads === 1,
      unwanted: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
      thread: undefined,
      working: undefined,
    }))
  }

  /** Throws `busy` (unavailable) where too many wait already. */
  admit(long: boolean): Ticket {
    const retryAfter = this.fullFor(long)
    if (retryAfter !== undefined) throw busy(this.#options.most, retryAfter)
    this.#tickets += 1
    const ticket = { number: this.#tickets, long }
    this.#admitted.add(ticket)
    return ticket
  }

  /** Does the next turn of an answer, as soon as a thread is free for it. */
  turn(ticket: Ticket, work: Work): Promise<Made> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(threadEnded())
      this.#waiting.push({ ticket, work, resolve, reject })
      this.#pump()
    })
  }

  /** Gives back the memory of what was made of an answer, to the thread that made it. */
  giveBack(ticket: Ticket, memory: readonly ArrayBuffer[]): void {
    if (memory.length === 0) return
    this.#homes.get(ticket)?.thread.post({ takeBack: memory } satisfies Work, memory)
  }

  /** Says that nobody wants the answer any more, or that all of it is there. */
  forget(ticket: Ticket): void {
    this.#admitted.delete(ticket)
    const at = this.#waiting.findIndex((turn) => turn.ticket === ticket)
    if (at >= 0) this.#waiting.splice(at, 1)[0]?.reject(threadEnded())
    const home = this.#homes.get(ticket)
    this.#homes.delete(ticket)
    if (home === undefined || home.isOver) return
    if (home.slot.working !== ticket) return drop(home.thread, ticket)
    Atomics.store(home.slot.unwanted, 0, ticket.number)
    this.#giveUpAfterAWhile(home, ticket)
  }

  /** After how many seconds to ask again, where another answer of the kind cannot even wait now. */
  fullFor(long: boolean): number | undefined {
    const ahead = [...this.#admitted].filter((ticket) => ticket.long === long).length
    if (ahead < this.#options.most) return undefined
    const able = this.#slots.filter(({ takesLong }) => takesLong || !long).length
    const seconds = (ahead * this.#seconds[long ? 'long' : 'short']) / able
    return Math.min(60, Math.max(1, Math.ceil(seconds)))
  }

  /** Resolves when every thread can be asked. Throws what they throw. */
  async open(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => this.#threadIn(slot).open))
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const { reject } of this.#waiting.splice(0)) reject(threadEnded())
    await Promise.all(this.#slots.map(({ thread }) => thread?.end()))
  }

  #threadIn(slot: Slot): Thread {
    if (slot.thread !== undefined && !slot.thread.hasEnded()) return slot.thread
    slot.thread = this.#options.start(slot.unwanted)
    return slot.thread
  }

  /**
   * What has begun goes on before anything begins: it is nearer to its end. Where one thread is kept free of what takes
   * long, the others begin that first: what is begun among it waits for it with every piece.
   */
  #nextFor(slot: Slot): Turn | undefined {
    const begun = this.#waiting.find(({ ticket }) => this.#homes.get(ticket)?.slot === slot)
    const fresh = this.#waiting.filter(({ ticket }) => !this.#homes.has(ticket))
    if (begun !== undefined || this.#slots.length === 1) return begun ?? fresh[0]
    const short = fresh.find(({ ticket }) => !ticket.long)
    return slot.takesLong ? (fresh.find(({ ticket }) => ticket.long) ?? short) : short
  }

  #pump(): void {
    for (const slot of this.#slots) {
      const turn = slot.working === undefined && !this.#closed ? this.#nextFor(slot) : undefined
      if (turn === undefined) continue
      this.#waiting.splice(this.#waiting.indexOf(turn), 1)
      void this.#work(slot, turn)
    }
  }

  async #work(slot: Slot, { ticket, work, resolve, reject }: Turn): Promise<void> {
    let thread: Thread
    try {
      thread = this.#threadIn(slot)
    } catch (thrown) {
      return reject(thrown)
    }
    const before = this.#homes.get(ticket)
    if (before !== undefined && before.thread !== thread) {
      reject(threadEnded())
      return this.#pump()
    }
    const home = before ?? { slot, thread, isOver: false }
    this.#homes.set(ticket, home)
    const isBody = isForBody(work) && this.#admitted.delete(ticket)
    slot.working = ticket
    const began = performance.now()
    const isMade = await thread.request(work).then(
      (made) => {
        const { done, failed } = made as Made
        home.isOver = done || failed !== undefined
        resolve(made as Made)
        return true
      },
      (thrown: unknown) => {
        reject(thrown)
        return false
      },
    )
    slot.working = undefined
    const isWanted = this.#homes.has(ticket)
    if (isBody && isMade && isWanted) this.#learn(ticket, (performance.now() - began) / 1_000)
    if (!isWanted && !home.isOver) drop(thread, ticket)
    this.#pump()
  }

  #learn({ long }: Ticket, took: number): void {
    const kind = long ? 'long' : 'short'
    this.#seconds[kind] = 0.8 * this.#seconds[kind] + 0.2 * took
  }

  #giveUpAfterAWhile({ slot, thread }: Home, ticket: Ticket): void {
    const giveUp = (): void => {
      if (slot.working === ticket) leave(slot, thread)
    }
    // To open what it needs may take as long as it takes.
    thread.open.then(
      () => setTimeout(giveUp, this.#options.patience ?? 5_000).unref(),
      () => undefined,
    )
  }
}

const leave = (slot: Slot, thread: Thread): void => {
  if (slot.thread === thread) slot.thread = undefined
  void thread.end()
}

const drop = (thread: Thread, { number }: Ticket): void => thread.post({ drop: true, answer: number } satisfies Work)

const busy = (most: number, retryAfter: number): NormtrailError =>
  new NormtrailError('unavailable', 'busy', `${most} questions wait to be answered already.`, {
    hint: `Ask again after ${retryAfter} s.`,
    retryAfter,
  })
