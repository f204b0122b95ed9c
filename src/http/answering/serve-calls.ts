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
 * came. `handsOver` names the memory that a reply takes with it instead of a copy.
 */
export const serveCalls = async <R>(
  open: () => Promise<(message: never) => Promise<R>>,
  handsOver: (reply: R) => readonly ArrayBuffer[] = () => [],
): Promise<void> => {
  const opening = open()
  let last: Promise<unknown> = opening
  const send = (message: Reply, memory: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(message, memory)
  const reply = (call: number, work: Promise<R>): Promise<void> =>
    work.then(
      (value) => send({ call, value }, handsOver(value)),
      (thrown: unknown) => send({ call, failed: sentFailure(thrown) }),
    )
  parentPort?.on('message', ({ call, message }: Call) => {
    const work = last.catch(() => undefined).then(async () => (await opening)(message as never))
    last = work
    if (call === undefined) work.catch(() => undefined)
    else void reply(call, work)
  })
  await opening.then(
    () => send({ call: 0, value: undefined }),
    (thrown: unknown) => send({ call: 0, failed: sentFailure(thrown) }),
  )
}
