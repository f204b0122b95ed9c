import { EventStoreDBClient, NO_STREAM, type EventData } from '@eventstore/db-client'
import { randomUUID } from 'node:crypto'
import type { CommitId } from '../../src/events/envelope.ts'
import { namesOf } from '../../src/log/eventstore/records/names.ts'
import { serverEventOf } from '../../src/log/eventstore/records/record.ts'
import { instantOf } from '../../src/time/instant.ts'
import { inLanes, loadNamed, streamsOf, turnsOf, warmUpStream } from '../loads.ts'
import { measured, type Measured } from '../phase.ts'
import type { SyntheticStream } from '../synthetic.ts'

/** The very events that the log would send, metadata and all, ready for the client. */
const rawOf = (
  { stream, events }: SyntheticStream,
  perAppend: number,
  oneCommit: boolean,
): { stream: string; events: readonly EventData[] } => {
  const proposedAt = instantOf(new Date())
  const sent = turnsOf(events, perAppend).flatMap((turn) => {
    const id = randomUUID() as CommitId
    const of = oneCommit ? {} : { of: turn.events.length }
    return turn.events.map((event, index) =>
      serverEventOf(event, {
        commit: { id, index, ...of },
        revision: turn.from + index,
        proposedAt,
        recordedBy: 'bench',
      }),
    )
  })
  return { stream, events: sent }
}

/**
 * The same load through the bare client: the same bytes in the same appends, each with its expected revision, and as
 * many in flight. One commit of many streams is here nothing but its appends.
 */
export const loadRawClient = async (
  connection: string,
  logName: string,
  name: string,
  total: string,
  lanes?: string,
): Promise<Measured> => {
  const load = loadNamed(name)
  const { onServer } = namesOf(logName)
  const streams = streamsOf(load, Number(total)).map((one) => rawOf(one, load.perAppend, load.oneCommit === true))
  const client = EventStoreDBClient.connectionString(connection)
  const [first] = streams[0]?.events ?? []
  if (first === undefined) throw new Error('there is nothing to append')
  await client.appendToStream(onServer(warmUpStream), [{ ...first, id: randomUUID() }], { expectedRevision: NO_STREAM })
  const result = await measured(async () => {
    await inLanes(lanes === undefined ? load.inFlight : Number(lanes), streams, async ({ stream, events }) => {
      const onIt = onServer(stream)
      for (const turn of turnsOf(events, load.perAppend))
        await client.appendToStream(onIt, [...turn.events], {
          expectedRevision: turn.from === 0 ? NO_STREAM : BigInt(turn.from - 1),
        })
    })
    return Number(total)
  })
  await client.dispose()
  return result
}
