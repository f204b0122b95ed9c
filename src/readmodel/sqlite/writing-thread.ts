import { parentPort, workerData } from 'node:worker_threads'
import { beginImmediate } from '../../sqlite/open.ts'
import { openForWriting } from './open-for-writing.ts'
import { rowStatements } from './row-statements.ts'
import { toldError, type ThreadAnswer, type ThreadData, type ThreadWork } from './thread-messages.ts'

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

const done = async (work: ThreadWork): Promise<readonly unknown[]> => {
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

let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (work: ThreadWork) => {
  last = last.then(async () => {
    const answer: ThreadAnswer = await done(work).then(
      (rows) => ({ rows }),
      (thrown: unknown) => ({ failed: toldError(thrown) }),
    )
    parentPort?.postMessage(answer)
    if (work.does === 'close') parentPort?.close()
  })
})
