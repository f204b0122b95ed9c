import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import { heardFailure, sentFailure } from '../../common/sent-failure.ts'
import { packagePath } from '../../package/package-path.ts'
import { asStoreFailure } from '../../sqlite/failure.ts'
import type { Generation, Writing } from '../engine.ts'
import type { Schema } from '../schema.ts'
import { cellsOf, type Cell } from './row-statements.ts'
import type { ThreadAnswer, ThreadData, ThreadWork } from './thread-messages.ts'

/** How many pieces of work a thread may be behind: bounds the memory that rows on their way take. */
const mostBehind = 8

/** A thread needs a compiled file; where there is none, as in tests of the sources, one thread does all of it. */
const threadFile = packagePath('dist', 'src', 'readmodel', 'sqlite', 'writing-thread.js')

export const canWriteBeside = (): boolean => existsSync(threadFile)

/**
 * Writes to a generation from a thread of its own: rows are handed over and not waited for, as long as it is not far
 * behind. What fails is thrown by the next call, and by the commit at the latest.
 */
export const writeBeside = (data: ThreadData): Pick<Generation, 'write'> & { readonly end: () => Promise<void> } => {
  const thread = threadOf(data)
  const ask = async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => ({
    rows: (await thread.ask({ does: 'ask', sql, parameters: parameters as readonly Cell[] })) as R[],
  })
  const writing: Writing = {
    sql: kyselyOver(ask),
    insert: (table, columns, rows) => thread.tell({ does: 'insert', table, columns, cells: cellsOf(columns, rows) }),
    close: (table, closures) => thread.tell({ does: 'end-rows', table, closures }),
  }
  return {
    write: async (work) => {
      try {
        await thread.ask({ does: 'begin' })
        const result = await work(writing)
        await thread.ask({ does: 'commit' })
        return result
      } catch (thrown) {
        await thread.giveUp()
        throw asStoreFailure(thrown, data.file, 'read model')
      }
    },
    end: thread.end,
  }
}

const threadOf = (data: ThreadData) => {
  const worker = new Worker(threadFile, { workerData: data })
  const waiting: { readonly settle: (answer: ThreadAnswer) => void }[] = []
  let failure: Error | undefined
  let ended = false
  const answered = (answer: ThreadAnswer): void => {
    if ('failed' in answer) failure ??= heardFailure(answer.failed)
    waiting.shift()?.settle(answer)
  }
  const allFail = (thrown: Error): void => {
    failure ??= thrown
    ended = true
    for (const { settle } of waiting.splice(0)) settle({ failed: sentFailure(thrown) })
  }
  worker.on('message', answered)
  worker.on('error', allFail)
  worker.on('exit', () => allFail(new Error('the thread that writes has ended')))

  const send = (work: ThreadWork): Promise<ThreadAnswer> =>
    new Promise((settle) => {
      if (ended) return settle({ failed: sentFailure(failure) })
      waiting.push({ settle })
      worker.postMessage(work)
    })
  const throwFailure = (): void => {
    if (failure !== undefined) throw failure
  }
  return {
    /** Hands work over; waits only where the thread is far behind. Throws what an earlier piece of work failed with. */
    tell: async (work: ThreadWork): Promise<void> => {
      throwFailure()
      const sent = send(work)
      if (waiting.length > mostBehind) await sent
      throwFailure()
    },
    /** The rows that come of it, when all before it is done. */
    ask: async (work: ThreadWork): Promise<readonly unknown[]> => {
      throwFailure()
      const answer = await send(work)
      throwFailure()
      return 'rows' in answer ? answer.rows : []
    },
    /** Ends the transaction without writing anything, whatever has failed. */
    giveUp: async (): Promise<void> => {
      await send({ does: 'rollback' })
      if (!ended) failure = undefined
    },
    end: async (): Promise<void> => {
      await send({ does: 'close' })
      await worker.terminate()
    },
  }
}

const kyselyOver = (ask: <R>(query: CompiledQuery) => Promise<QueryResult<R>>): Kysely<Schema> => {
  const connection: DatabaseConnection = {
    executeQuery: ask,
    streamQuery: () => {
      throw new Error('the projector reads no stream')
    },
  }
  const nothing = async (): Promise<void> => undefined
  const driver: Driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createDriver: () => driver,
    },
  })
}
