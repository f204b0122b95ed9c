import { statSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import { NormtrailError } from '../../common/error.ts'
import type { LogHead } from '../port.ts'
import { reader } from './read.ts'

const seenAt = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false })

/**
 * Sees to it that the file of an open log is still the log: an open file that was removed, or replaced by another, goes
 * on being read and written where nobody else looks. A copy that was written over it shows by the time of its last
 * change, which SQLite itself moves seldom, and is then read afresh. Gives the head of the log; throws `log-replaced`.
 */
export const fileWatch = (file: string, readHead: () => LogHead): (() => LogHead) => {
  const opened = seenAt(file)
  let changed = opened?.mtimeNs
  const replaced = (what: string): NormtrailError =>
    new NormtrailError('check-failed', 'log-replaced', `the log at ${file} was ${what} while it was open.`, {
      hint:
        'End this process and start it again; it then says whether ' +
        'the read model belongs to the log that is there now.',
    })
  const holdsStill = (position: LogHead['position']): boolean => {
    if (position === undefined) return true
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      return reader(database, file).holds(position)
    } catch {
      return false
    } finally {
      database.close()
    }
  }
  let last = readHead()
  const check = (): void => {
    if (opened === undefined) return
    const now = seenAt(file)
    if (now === undefined) throw replaced('removed')
    if (now.ino !== opened.ino || now.dev !== opened.dev) throw replaced('replaced')
    if (now.mtimeNs === changed) return
    if (!holdsStill(last.position)) throw replaced('overwritten')
    changed = now.mtimeNs
  }
  return () => {
    check()
    last = readHead()
    return last
  }
}
