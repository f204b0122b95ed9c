import { z } from 'zod'
import { readCheckpoint } from '../../readmodel/same-log.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'

const answer = z.object({
  events: z.int().describe('Events in the log, as known'),
  commits: z.int().describe('Commits, as known'),
  recordedAt: z.string().nullable().describe('When the last of them was recorded'),
  readModel: z.object({ ordinal: z.int().describe('The last of the events that the read model has taken in') }),
  streams: z.record(z.string(), z.int()).describe('How many events each family of streams holds, as known'),
})

export const info = question({
  name: 'info',
  asks: 'Where the log and the read model stand.',
  positional: [],
  sources: { withoutRivals: 'it counts what was recorded, whoever told it' },
  input: z.object({}),
  output: answer,
  answer: async (world) => {
    const rows = await world.sql
      .selectFrom('event')
      .select(({ fn }) => ['stream', fn.countAll<number>().as('events')])
      .where('ordinal', '<=', world.ordinal)
      .groupBy('stream')
      .execute()
    const streams: Record<string, number> = {}
    for (const { stream, events } of rows) {
      const family = stream.slice(0, stream.indexOf('-'))
      streams[family] = (streams[family] ?? 0) + Number(events)
    }
    const { commits } = await world.sql
      .selectFrom('commit_known')
      .select(({ fn }) => fn.countAll<number>().as('commits'))
      .where('last_ordinal', '<=', world.ordinal)
      .executeTakeFirstOrThrow()
    const { ordinal } = await readCheckpoint(world.sql)
    return {
      events: world.ordinal,
      commits: Number(commits),
      recordedAt: world.knownAt ?? null,
      readModel: { ordinal: Math.min(ordinal, world.ordinal) },
      streams,
    }
  },
  text: (found) =>
    [
      clocksText(found),
      `log: ${found.events} events in ${found.commits} commits, last recorded at ${found.recordedAt ?? 'never'}`,
      `read model: up to event ${found.readModel.ordinal}`,
      ...Object.entries(found.streams).map(([family, events]) => `  ${family.padEnd(10)} ${events}`),
    ].join('\n'),
})
