import { NormtrailError } from '../../common/error.ts'
import { threadEnded, type Thread } from './thread.ts'
import type { Made, Work } from './work.ts'

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

/** A few threads that make answers, a turn at a time. An answer stays with the thread that began it. */
export interface Pool {
  /** Throws `busy` (unavailable) where too many wait already. */
  readonly admit: (long: boolean) => Ticket
  /** Does the next turn of an answer, as soon as a thread is free for it. */
  readonly turn: (ticket: Ticket, work: Work) => Promise<Made>
  /** Says that nobody wants the answer any more, or that all of it is there. */
  readonly forget: (ticket: Ticket) => void
  /** After how many seconds to ask again, where another answer of the kind cannot even wait now. */
  readonly fullFor: (long: boolean) => number | undefined
  /** Resolves when every thread can be asked. Throws what they throw. */
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

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
}

export const poolOf = ({ start, threads, most, patience = 5_000 }: PoolOptions): Pool => {
  const slots = Array.from({ length: threads }, (_, index): Slot => ({
    takesLong: index > 0 || threads === 1,
    unwanted: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
    thread: undefined,
    working: undefined,
  }))
  const waiting: Turn[] = []
  const homes = new Map<Ticket, Home>()
  /** Asked for, and nothing but their headers made. */
  const admitted = new Set<Ticket>()
  const seconds = { long: 1, short: 0.1 }
  let [tickets, closed] = [0, false]

  const threadOfSlot = (slot: Slot): Thread => {
    if (slot.thread !== undefined && !slot.thread.hasEnded()) return slot.thread
    const thread = start(slot.unwanted)
    slot.thread = thread
    // One that cannot open what it needs is of no use, and the next turn may find it mended.
    thread.open.catch(() => leave(slot, thread))
    return thread
  }
  const leave = (slot: Slot, thread: Thread): void => {
    if (slot.thread === thread) slot.thread = undefined
    void thread.end()
  }
  const canDo = (slot: Slot, { ticket }: Turn): boolean => {
    const home = homes.get(ticket)
    return home === undefined ? slot.takesLong || !ticket.long : home.slot === slot
  }
  /** What has begun goes on before anything begins: it is nearer to its end. */
  const nextFor = (slot: Slot): Turn | undefined =>
    waiting.find((turn) => homes.get(turn.ticket)?.slot === slot) ?? waiting.find((turn) => canDo(slot, turn))

  const pump = (): void => {
    for (const slot of slots) {
      const turn = slot.working === undefined && !closed ? nextFor(slot) : undefined
      if (turn === undefined) continue
      waiting.splice(waiting.indexOf(turn), 1)
      void work(slot, turn)
    }
  }
  const work = async (slot: Slot, { ticket, work: message, resolve, reject }: Turn): Promise<void> => {
    const thread = threadOfSlot(slot)
    const home = homes.get(ticket)
    if (home !== undefined && home.thread !== thread) {
      reject(threadEnded())
      return pump()
    }
    if (home === undefined) homes.set(ticket, { slot, thread })
    const isBody = 'goOn' in message && admitted.delete(ticket)
    slot.working = ticket
    const began = performance.now()
    await thread.request(message).then(
      (made) => resolve(made as Made),
      (thrown: unknown) => {
        if (thread.hasEnded()) leave(slot, thread)
        reject(thrown)
      },
    )
    slot.working = undefined
    if (isBody) learn(ticket, (performance.now() - began) / 1_000)
    if (!homes.has(ticket)) thread.post({ drop: true, answer: ticket.number } satisfies Work)
    pump()
  }
  /** How long answers of a kind take lately. */
  const learn = ({ long }: Ticket, took: number): void => {
    const kind = long ? 'long' : 'short'
    seconds[kind] = 0.8 * seconds[kind] + 0.2 * took
  }
  const giveUpAfterAWhile = (slot: Slot, ticket: Ticket, thread: Thread): void => {
    const timer = setTimeout(() => {
      if (slot.working === ticket) leave(slot, thread)
    }, patience)
    timer.unref()
  }

  const waits = (long: boolean): number => [...admitted].filter((ticket) => ticket.long === long).length
  const fullFor = (long: boolean): number | undefined => {
    const ahead = waits(long)
    if (ahead < most) return undefined
    const able = slots.filter(({ takesLong }) => takesLong || !long).length
    return Math.min(60, Math.max(1, Math.ceil((ahead * seconds[long ? 'long' : 'short']) / able)))
  }

  return {
    admit: (long) => {
      const retryAfter = fullFor(long)
      if (retryAfter !== undefined) throw busy(most, retryAfter)
      tickets += 1
      const ticket = { number: tickets, long }
      admitted.add(ticket)
      return ticket
    },
    turn: (ticket, message) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(threadEnded())
        waiting.push({ ticket, work: message, resolve, reject })
        pump()
      }),
    forget: (ticket) => {
      admitted.delete(ticket)
      const at = waiting.findIndex((turn) => turn.ticket === ticket)
      if (at >= 0) waiting.splice(at, 1)[0]?.reject(threadEnded())
      const home = homes.get(ticket)
      homes.delete(ticket)
      if (home === undefined) return
      if (home.slot.working !== ticket) return home.thread.post({ drop: true, answer: ticket.number } satisfies Work)
      Atomics.store(home.slot.unwanted, 0, ticket.number)
      giveUpAfterAWhile(home.slot, ticket, home.thread)
    },
    fullFor,
    open: async () => {
      await Promise.all(slots.map((slot) => threadOfSlot(slot).open))
    },
    close: async () => {
      closed = true
      for (const { reject } of waiting.splice(0)) reject(threadEnded())
      await Promise.all(slots.map(({ thread }) => thread?.end()))
    },
  }
}

const busy = (most: number, retryAfter: number): NormtrailError =>
  new NormtrailError('unavailable', 'busy', `${most} questions wait to be answered already.`, {
    hint: `Ask again after ${retryAfter} s.`,
    retryAfter,
  })
