import { heardFailure } from '../../common/sent-failure.ts'
import type { Asked, Part } from './answering.ts'
import type { ThreadPool, Ticket } from './pool.ts'
import type { Projection } from './projection.ts'
import { memoryToGiveBack } from './portion.ts'
import { threadEnded } from './thread.ts'
import type { Made } from './work.ts'

/** What an answer is made by: the threads that answer, and the one that brings the read model up before. */
export interface Makers extends Pick<Projection, 'upToHead'> {
  readonly pool: ThreadPool
}

/** The parts of an answer, from a read model that holds what was appended before it was asked for. */
export async function* askInPool(
  { pool, upToHead }: Makers,
  takesLong: boolean,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<Part, void> {
  if (signal.aborted) throw threadEnded()
  const ticket = pool.admit(takesLong)
  const gone = new Promise<never>((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        pool.forget(ticket)
        reject(threadEnded())
      },
      { once: true },
    )
  })
  gone.catch(() => undefined)
  try {
    const atLeast = await Promise.race([upToHead(), gone])
    const { number: answer } = ticket
    let making = pool.turn(ticket, { begin: asked, answer, atLeast })
    for (;;) {
      const made = await making
      const isOver = made.done || made.failed !== undefined
      // While a piece of the body is sent, the next one is made. Who has the headers may want nothing more.
      const isAhead = !isOver && made.parts.some((part) => 'chunks' in part)
      if (isAhead) making = goOn(pool, ticket)
      yield* made.parts
      pool.giveBack(ticket, memoryToGiveBack(made))
      if (made.failed !== undefined) throw heardFailure(made.failed)
      if (made.done) return
      if (!isAhead) making = goOn(pool, ticket)
    }
  } finally {
    pool.forget(ticket)
  }
}

/** The next turn of an answer. Where nobody waits for it any more, its failure is nobody's. */
const goOn = (pool: ThreadPool, ticket: Ticket): Promise<Made> => {
  const making = pool.turn(ticket, { goOn: true, answer: ticket.number })
  making.catch(() => undefined)
  return making
}
