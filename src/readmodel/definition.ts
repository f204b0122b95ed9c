import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import { migrations } from '../../migrations/index.ts'

/** The statements that make a read model, in the words of one engine. */
export interface Definition {
  /** The tables, and the indexes that the projector itself reads by. */
  readonly tables: readonly string[]
  /** All other indexes. A table is filled faster without them. */
  readonly lateIndexes: readonly string[]
}

type Words = Pick<Dialect, 'createAdapter' | 'createQueryCompiler' | 'createIntrospector'>

/** The projector reads what it has folded by stream and key; every other index is for questions. */
const isLate = (statement: string): boolean =>
  /^create (unique )?index/.test(statement) && !/^create index "\w+_by_stream"/.test(statement)

/** What the migrations say, without a database to say it to. */
export const definitionIn = async (words: Words): Promise<Definition> => {
  const statements: string[] = []
  const listener: DatabaseConnection = {
    executeQuery: async <R>({ sql }: CompiledQuery): Promise<QueryResult<R>> => {
      statements.push(sql)
      return { rows: [] }
    },
    streamQuery: () => {
      throw new Error('a migration defines; it does not read')
    },
  }
  class Listening extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      return listener
    }
  }
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => words.createAdapter(),
      createQueryCompiler: () => words.createQueryCompiler(),
      createIntrospector: (kysely) => words.createIntrospector(kysely),
      createDriver: () => new Listening(),
    },
  })
  for (const [, migration] of Object.entries(migrations).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await migration.up(database)
  return { tables: statements.filter((statement) => !isLate(statement)), lateIndexes: statements.filter(isLate) }
}

let inSqlite: Promise<Definition> | undefined

/** The same in the words of SQLite, which name the shape of every read model, too; made once in a process. */
export const definitionInSqlite = (): Promise<Definition> =>
  (inSqlite ??= definitionIn({
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  }))
