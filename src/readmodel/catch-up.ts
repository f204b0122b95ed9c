import type { EventLog } from '../log/port.ts'
import type { Generation, ReadModelEngine } from './engine.ts'
import { fill, type Progress } from './fill.ts'
import { readCheckpoint, requireSameLog } from './same-log.ts'

/** What stands at the head of the log: an ordinal, and the generation that has taken it in. */
export interface CaughtUp {
  readonly generation: Generation
  readonly ordinal: number
}

/**
 * Brings the read model up to the head of the log, commit by commit, and goes over to a newer generation where one
 * serves: that one is brought up first, so that no answer is older than the one before it. Questions are asked of the
 * generation that it gives.
 */
export const caughtUp = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<CaughtUp> => {
  const newer = await engine.newer()
  if (newer !== undefined) {
    await fill(newer, log, progress)
    engine.use(newer)
  }
  const { generation } = engine
  const { ordinal, becameWhole } = await fill(generation, log, progress)
  // What cannot be removed now is left to the next start.
  if (becameWhole || newer !== undefined) await engine.tidy().catch(() => undefined)
  return { generation, ordinal }
}

/** As `caughtUp`; gives the ordinal that the read model then stands at. */
export const catchUp = async (engine: ReadModelEngine, log: EventLog, progress?: Progress): Promise<number> =>
  (await caughtUp(engine, log, progress)).ordinal

/**
 * The generation to ask where another thread brings the read model up: the one in use as it stands, or a newer one as
 * soon as that stands no earlier. One that does not stand where it must, such as an empty one that another process has
 * put in its place, is brought up here. Throws `another-log`.
 */
export const broughtUpElsewhere = async (
  engine: ReadModelEngine,
  log: EventLog,
  atLeast: number,
): Promise<Generation> => {
  await goOver(engine)
  const { generation } = engine
  const checkpoint = await readCheckpoint(generation.sql)
  await requireSameLog(log, generation, checkpoint)
  return checkpoint.ordinal >= atLeast ? generation : (await caughtUp(engine, log)).generation
}

/** Goes over to a newer generation as soon as it stands no earlier than the one in use. */
const goOver = async (engine: ReadModelEngine): Promise<void> => {
  const newer = await engine.newer()
  if (newer === undefined) return
  const { ordinal } = await readCheckpoint(engine.generation.sql)
  if ((await readCheckpoint(newer.sql)).ordinal >= ordinal) engine.use(newer)
}

/**
 * Sees to it, without bringing anything up, that the generation that serves was made from this log. Throws
 * `another-log`.
 */
export const checkLog = async (engine: ReadModelEngine, log: EventLog): Promise<void> => {
  const generation = (await engine.newer()) ?? engine.generation
  await requireSameLog(log, generation, await readCheckpoint(generation.sql))
  // Else whoever only checks would hold on to every generation that there ever was.
  await goOver(engine)
}
