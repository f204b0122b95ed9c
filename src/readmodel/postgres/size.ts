import { sql as statement, type Kysely } from 'kysely'

/** What the tables of a schema take up on disk. */
export const bytesOf = async <S>(database: Kysely<S>, schema: string): Promise<number> => {
  const {
    rows: [size],
  } = await statement<{ bytes: number | null }>`
    SELECT sum(pg_total_relation_size(c.oid)) AS bytes
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = ${schema} AND c.relkind = 'r'`.execute(database)
  return Number(size?.bytes ?? 0)
}
