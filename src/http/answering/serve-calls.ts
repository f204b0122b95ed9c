import { parentPort } from 'node:worker_threads'
import { sentFailure } from '../../common/sent-failure.ts'
import type { Reply } from './thread.ts'

interface Call {
  /** The number of the call; none for what no reply is wanted to. */
  readonly call?: number
  readonly message: unknown
}

/**
 * The other end of a `Thread`: says when it is open, then does one call after the other, in the order in which they
 * came.
 */
export const serveCalls = async (open: () => Promise<(message: never) => Promise<unknown>>): Promise<void> => {
  const opening = open()
  let last: Promise<unknown> = opening
  const reply = async (call: number, work: Promise<unknown>): Promise<void> => {
    const message: Reply = await work.then(
      (value) => ({ call, value }),
      (thrown: unknown) => ({ call, failed: sentFailure(thrown) }),
    )
    parentPort?.postMessage(message)
  }
  parentPort?.on('message', ({ call, message }: Call) => {
    const work = last.catch(() => undefined).then(async () => (await opening)(message as never))
    last = work
    if (call === undefined) work.catch(() => undefined)
    else void reply(call, work)
  })
  await reply(
    0,
    opening.then(() => undefined),
  )
}
