import { badInput } from '../../../common/error.ts'
import type { CommitId } from '../../../events/envelope.ts'

/** What the streams of one log are called on a server that it may share with other logs. */
export interface LogNames {
  readonly logName: string
  /** Every stream of the log begins with it, and nothing else does. */
  readonly prefix: string
  /** Of the streams that say which commits were begun, sealed and abandoned; one for each commit. */
  readonly commitPrefix: string
  readonly indexStream: string
  readonly moveStream: string
  readonly commitStream: (commit: CommitId) => string
  /** The server's name of a stream of ours. Throws `reserved-stream`. */
  readonly onServer: (stream: string) => string
  /** Our name of a stream of facts; undefined for the log's own book-keeping and for the streams of others. */
  readonly ofFacts: (serverStream: string) => string | undefined
}

const reserved = /^(commit|log)-/

/**
 * `normtrail.<log>.<stream>`. No dot and no hyphen in a log's name: no log's prefix begins another's, and the server's
 * categories stay whole.
 */
export const namesOf = (logName: string): LogNames => {
  if (!/^[A-Za-z0-9_]+$/.test(logName))
    throw badInput(
      'bad-log-name',
      `"${logName}" cannot name a log on a server. Expected letters, digits and underscores.`,
    )
  const prefix = `normtrail.${logName}.`
  return {
    logName,
    prefix,
    commitPrefix: `${prefix}commit-`,
    indexStream: `${prefix}log-index`,
    moveStream: `${prefix}log-move`,
    commitStream: (commit) => `${prefix}commit-${commit}`,
    onServer: (stream) => {
      if (reserved.test(stream))
        throw badInput(
          'reserved-stream',
          `"${stream}" cannot hold events: streams that begin with commit- or log- are the log's own.`,
        )
      return prefix + stream
    },
    ofFacts: (serverStream) => {
      if (!serverStream.startsWith(prefix)) return undefined
      const stream = serverStream.slice(prefix.length)
      return reserved.test(stream) ? undefined : stream
    },
  }
}
