import { parentPort, workerData } from 'node:worker_threads'
import { sentFailure } from '../../common/sent-failure.ts'
import { beginImmediate } from '../../sqlite/open.ts'
import { openForWriting } from './open-for-writing.ts'
import { rowStatements } from './row-statements.ts'
import type { ThreadAnswer, ThreadData, ThreadWork } from './thread-messages.ts'

/*
 * A thread that writes to one generation, while the thread that started it reads the log and folds. It does what it is
 * told, one after the other, and answers each piece of work.
 */
const { file, unseen } = workerData as ThreadData
const database = openForWriting(file, unseen)
const statements = rowStatements(database)

const ask = (sql: string, parameters: readonly (string | number | null)[]): readonly unknown[] => {
  const statement = database.prepare(sql)
  if (statement.columns().length > 0) return statement.all(...parameters)
  statement.run(...parameters)
  return []
}

const doneAt = async (work: ThreadWork): Promise<readonly unknown[]> => {
  if (work.does === 'begin') await beginImmediate(database)
  else if (work.does === 'commit') database.exec('COMMIT')
  else if (work.does === 'insert') statements.insert(work.table, work.columns, work.cells)
  else if (work.does === 'end-rows') statements.close(work.table, work.closures)
  else if (work.does === 'ask') return ask(work.sql, work.parameters)
  else if (work.does === 'rollback') {
    if (database.isTransaction) database.exec('ROLLBACK')
  } else {
    statements.forget()
    database.close()
  }
  return []
}

let failed: { readonly thrown: unknown } | undefined

/**
 * After a failure nothing more of the transaction is done: what was handed over meanwhile would be written outside of
 * it, since SQLite ends a transaction by itself where a disk is full.
 */
const done = async (work: ThreadWork): Promise<readonly unknown[]> => {
  if (work.does === 'begin' || work.does === 'rollback') failed = undefined
  else if (failed !== undefined && work.does !== 'close') throw failed.thrown
  try {
    return await doneAt(work)
  } catch (thrown) {
    failed ??= { thrown }
    throw thrown
  }
}

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (work: ThreadWork) => {
  last = last.then(async () => {
    const answer: ThreadAnswer = await done(work).then(
      (rows) => ({ rows }),
      (thrown: unknown) => ({ failed: sentFailure(thrown) }),
    )
    parentPort?.postMessage(answer)
    if (work.does === 'close') parentPort?.close()
  })
})
