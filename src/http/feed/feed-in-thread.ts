import type { Logger } from 'pino'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Answering } from '../answering/answering.ts'
import { openFeed, type Feed, type FeedOptions } from './feed.ts'
import { readInThread } from './read-in-thread.ts'

interface House {
  readonly workspace: Pick<Workspace, 'places'>
  readonly answering: Pick<Answering, 'upToHead'>
  readonly log: Logger
}

/** The feed of a server: a thread of its own reads the log, this one sends. */
export const feedInThread = async (
  { workspace, answering, log }: House,
  options: Partial<FeedOptions>,
): Promise<Feed> => {
  const reading = await readInThread(workspace, log)
  return openFeed({ reading, upToHead: answering.upToHead, log }, options).catch(async (thrown: unknown) => {
    await reading.close()
    throw thrown
  })
}
