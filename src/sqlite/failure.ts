import { messageOf, NormtrailError } from '../common/error.ts'

/** What a file of ours holds: it decides what is lost with it, and what to do. */
export type Kept = 'log' | 'read model' | 'stage'

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'sqliteCodeName' in thrown ? String(thrown.sqliteCodeName) : ''

/** Of the system, below SQLite. */
const errnoOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'systemErrno' in thrown ? thrown.systemErrno : undefined
const noSpace = 28

/** SQLite reports a table that is not as it was made with its most general code. */
const notAsMade = /no such (table|column)|already exists|malformed database schema|has no column named/

/** A statement that meets damage on its way tells the message, and no code. */
const corrupt = /^(?:database disk image is malformed|file is not a database)/
const isOfSqlite = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SQLITE_ERROR'

const isDamage = (thrown: unknown, kept: Kept): boolean => {
  const code = codeOf(thrown)
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return true
  if (code === '' && isOfSqlite(thrown)) return corrupt.test(messageOf(thrown))
  if (code === 'SQLITE_ERROR') return notAsMade.test(messageOf(thrown))
  // The projector inserts no row twice: one is there that the checkpoint does not know.
  return code.startsWith('SQLITE_CONSTRAINT') && kept === 'read model'
}

/** That a file is not what normtrail made of it. */
export const damaged = (kept: Kept, file: string, why: string, cause?: unknown): NormtrailError =>
  kept === 'log'
    ? new NormtrailError('check-failed', 'log-damaged', `the log at ${file} is damaged: ${why}.`, {
        hint: 'Restore it from a copy. Nothing was changed.',
        cause,
      })
    : new NormtrailError('check-failed', 'read-model-damaged', `the ${kept} at ${file} is damaged: ${why}.`, {
        hint: 'The log is another file: `rebuild` makes the read model anew from it.',
        cause,
      })

/** That nothing can be recorded where only reading is allowed. */
export const readOnly = (file: string, cause?: unknown): NormtrailError =>
  new NormtrailError('unavailable', 'read-only', `${file} can be read, and not written to.`, {
    hint: 'Questions are answered from it. To record anything, name a folder that can be written to.',
    cause,
  })

/** What SQLite refuses, in plain words and by whose fault; anything else as it was. */
export const asStoreFailure = (thrown: unknown, file: string, kept: Kept): unknown => {
  if (thrown instanceof NormtrailError) return thrown
  const code = codeOf(thrown)
  const unavailable = (word: string, why: string, hint: string) =>
    new NormtrailError('unavailable', word, `${file} ${why}.`, { hint, cause: thrown })
  if (isDamage(thrown, kept)) return damaged(kept, file, messageOf(thrown), thrown)
  if (code === 'SQLITE_FULL' || (code === 'SQLITE_IOERR' && errnoOf(thrown) === noSpace))
    return unavailable(
      'write-failed',
      'cannot be written: the disk is full',
      'What was begun is not recorded. Make room, and give the same command again.',
    )
  if (code === 'SQLITE_READONLY') return readOnly(file, thrown)
  if (code === 'SQLITE_CANTOPEN')
    return unavailable('cannot-open', 'cannot be opened', 'Check that it is a file, and that this user may read it.')
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return unavailable('in-use', 'is in use by another process', 'Give the same command again when that has ended.')
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_PERM' || code === 'SQLITE_NOMEM' || code === 'SQLITE_TOOBIG')
    return unavailable('store-failed', `does not do as it should: ${messageOf(thrown)}`, 'Check the disk and its room.')
  return thrown
}

/** Work on a file, whose failures are told in plain words. */
export const plainly = <T>(file: string, kept: Kept, work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    throw asStoreFailure(thrown, file, kept)
  }
}
