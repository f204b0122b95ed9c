import {
  DataTypeNode,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  RawNode,
  replaceWithNoncontingentExpression,
  type ColumnDefinitionNode,
  type DatabaseIntrospector,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import type { Schema } from '../schema.ts'

/** Runs one statement. */
export type Run = <R>(sql: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<R>>

/** PostgreSQL in the words of the house: the same queries and migrations as for SQLite mean the same here. */
export const kyselyOf = (run: Run, schema: string): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new Adapter(),
      createDriver: () => new PostgresDriver({ pool: { connect: async () => ({ query: run, release: () => undefined }) as PostgresPoolClient, end: async () => undefined } }),
      createQueryCompiler: () => new Compiler(),
      createIntrospector: (database) => withinSchema(new PostgresIntrospector(database), schema),
    },
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })

/** Migrations run in the engine's transaction, under the projector's lock: they need neither of their own. */
class Adapter extends PostgresAdapter {
  override get supportsTransactionalDdl(): boolean {
    return false
  }
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

/** What SQLite means by a type: text is ordered byte by byte, whatever the database's own collation; whole numbers have 64 bits. */
const columnTypes: Readonly<Record<string, string>> = { text: 'text collate "C"', integer: 'bigint' }

class Compiler extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const { dataType } = node
    const columnType = DataTypeNode.is(dataType) ? columnTypes[dataType.dataType] : undefined
    super.visitColumnDefinition(columnType === undefined ? node : { ...node, dataType: RawNode.createWithSql(columnType) })
  }
}

/** Sees the tables of one schema only. */
const withinSchema = (introspector: DatabaseIntrospector, schema: string): DatabaseIntrospector => ({
  getSchemas: () => introspector.getSchemas(),
  getTables: async (options) => (await introspector.getTables(options)).filter((table) => table.schema === schema),
  getMetadata: async (options) => ({ tables: (await introspector.getTables(options)).filter((table) => table.schema === schema) }),
})
