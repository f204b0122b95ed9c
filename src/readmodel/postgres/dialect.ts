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
  type Dialect,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely'
import type { Schema } from '../schema.ts'

/** Runs one statement. */
export type Run = <R>(sql: string, parameters: readonly unknown[]) => Promise<PostgresQueryResult<R>>

/** PostgreSQL in the words of the house: the same queries and migrations as for SQLite mean the same here. */
export const dialectWords = (
  schema: string,
): Pick<Dialect, 'createAdapter' | 'createQueryCompiler' | 'createIntrospector'> => ({
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new Compiler(),
  createIntrospector: (database) => withinSchema(new PostgresIntrospector(database), schema),
})

export const kyselyOf = <S = Schema>(run: Run, schema: string): Kysely<S> =>
  new Kysely<S>({
    dialect: {
      ...dialectWords(schema),
      createDriver: () =>
        new PostgresDriver({
          pool: {
            connect: async () => ({ query: run, release: () => undefined }) as PostgresPoolClient,
            end: async () => undefined,
          },
        }),
    },
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  })

/**
 * What SQLite means by a type: text is ordered byte by byte, whatever the database's own collation; whole numbers have
 * 64 bits.
 */
const columnTypes: Readonly<Record<string, string>> = { text: 'text collate "C"', integer: 'bigint' }

class Compiler extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const { dataType } = node
    const columnType = DataTypeNode.is(dataType) ? columnTypes[dataType.dataType] : undefined
    super.visitColumnDefinition(
      columnType === undefined ? node : { ...node, dataType: RawNode.createWithSql(columnType) },
    )
  }
}

/** Sees the tables of one schema only. */
const withinSchema = (introspector: DatabaseIntrospector, schema: string): DatabaseIntrospector => ({
  getSchemas: () => introspector.getSchemas(),
  getTables: async (options) => (await introspector.getTables(options)).filter((table) => table.schema === schema),
  getMetadata: async (options) => ({
    tables: (await introspector.getTables(options)).filter((table) => table.schema === schema),
  }),
})
