import { conflict } from '../common/error.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import type { EventLog, Position } from './port.ts'

/** The stream of the load that a log was built by. There is one at most: only an empty log takes it. */
export const loadStream = 'load-backdated'

/** What the log knows of the load that it was built by. */
export interface Load {
  readonly begun: RecordedEvent
  readonly completed: boolean
}

/** The load that the log was built by, where it was built by one. */
export const loadOf = async (log: Pick<EventLog, 'readStream'>): Promise<Load | undefined> => {
  let load: Load | undefined
  for await (const event of log.readStream(loadStream)) {
    if (event.type === 'LoadBegun') load = { begun: event, completed: false }
    if (event.type === 'LoadCompleted' && load !== undefined) load = { ...load, completed: true }
  }
  return load
}

/** A load whose end is not recorded, or a move of a whole log that has not come to its end, in words. */
export interface UnfinishedLoad {
  readonly says: string
  readonly todo: string
}

/** What of a log says whether it is whole. */
type Told = Pick<EventLog, 'readStream' | 'moveBegunAt' | 'head'>

/** The move first: only what is moved whole says how its own loads ended. */
export const unfinishedLoad = async (log: Told): Promise<UnfinishedLoad | undefined> => {
  const [move, load] = await Promise.all([unfinishedMove(log), unfinishedBackdated(log)])
  return move ?? load
}

const unfinishedMove = async (log: Told): Promise<UnfinishedLoad | undefined> => {
  const begunAt = await log.moveBegunAt()
  return begunAt === undefined
    ? undefined
    : {
        says:
          `the log holds a part of another log, which \`log import\` moves into ` +
          `it, begun ${begunAt}: it is under way, or it was cut off.`,
        todo:
          'Give `log import` again, with the same file: it goes on where it stopped. Or ' +
          'begin anew in another data folder, or under another name of the log.',
      }
}

/** What a log said of its load, and where it ended then: a server asks before each answer. */
const saidLast = new WeakMap<Told, { readonly at: Position | undefined; readonly unfinished?: UnfinishedLoad }>()

const unfinishedBackdated = async (log: Told): Promise<UnfinishedLoad | undefined> => {
  const { position: at } = await log.head()
  const said = saidLast.get(log)
  if (said !== undefined && said.at === at) return said.unfinished
  const load = await loadOf(log)
  const unfinished = load === undefined || load.completed ? undefined : unfinishedText(load)
  // What was recorded meanwhile is behind that end: with the next look all of it is read again.
  saidLast.set(log, { at, ...(unfinished !== undefined && { unfinished }) })
  return unfinished
}

const unfinishedText = ({
  begun: { data, recordedAt, appendedAt = recordedAt, recordedBy },
}: Load): UnfinishedLoad => ({
  says:
    `the log holds a part of a load (${wordsOf(data)}), begun ` +
    `${appendedAt} by ${recordedBy}: it is under way, or it was cut off.`,
  todo:
    'Give that command again, with the same sources: it goes on where it stopped. Or ' +
    'begin anew in another data folder, or under another name of the log.',
})

/** How a load was begun, but for the name of its folder, which the log does not know. */
const wordsOf = ({ recordedAt, bundled, releases }: RecordedEvent['data']): string =>
  [
    ...((releases as readonly string[]).length === 0
      ? ['`import bundled`']
      : ['`import folder`', ...(bundled === true ? ['with the bundled case'] : [])]),
    `\`recordedAt\` ${String(recordedAt)}`,
  ].join(', ')

/** Nothing else may go into a log before its load is whole: every commit of the load is dated earlier than now. */
export const refuseUnfinished = async (log: Told): Promise<void> => refuse(await unfinishedLoad(log))

/** Not even the load goes on that the part of a moved log has begun: its other commits come from where it was made. */
export const refuseUnfinishedMove = async (log: Told): Promise<void> => refuse(await unfinishedMove(log))

const refuse = (unfinished: UnfinishedLoad | undefined): void => {
  if (unfinished !== undefined) throw conflict('unfinished-load', unfinished.says, { hint: unfinished.todo })
}
