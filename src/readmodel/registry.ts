import type { Kysely } from 'kysely'
import { conflict } from '../common/error.ts'
import { compiledOnce } from './query/compiled-once.ts'

/** A line of the list of generations. */
export interface GenerationRow {
  readonly name: string
  readonly shape: string
  readonly number: number
  readonly state: 'serving' | 'building' | 'retired' | 'removed'
  readonly begun_at: string
}

export interface RegistrySchema {
  generation: GenerationRow
}

/**
 * The list of all generations of one read model. What it says in one transaction decides which of them serves: one for
 * each shape.
 */
export interface Registry {
  readonly sql: Kysely<RegistrySchema>
  /** One process at a time. */
  readonly write: <T>(work: (sql: Kysely<RegistrySchema>) => Promise<T>) => Promise<T>
}

/** What is not ours by shape, since it is older than shapes are. */
export const shapeOfOld = 'older'

/**
 * Makes the list where there is none; `older` is the name of a read model from before there were generations, where one
 * stands in its place.
 */
export const createRegistry = async (sql: Kysely<RegistrySchema>, older: string | undefined): Promise<void> => {
  await sql.schema
    .createTable('generation')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('shape', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .execute()
  if (older === undefined) return
  const row: GenerationRow = { name: older, shape: shapeOfOld, number: 0, state: 'serving', begun_at: 'unknown' }
  await sql
    .insertInto('generation')
    .values(row)
    .onConflict((taken) => taken.column('name').doUpdateSet({ state: 'serving' }))
    .execute()
}

/** All that are stored, or may be. */
export const allGenerations = (sql: Kysely<RegistrySchema>): Promise<GenerationRow[]> =>
  sql.selectFrom('generation').selectAll().where('state', '!=', 'removed').orderBy('shape').orderBy('number').execute()

/** All that serve: few at any time. */
const serving = compiledOnce((sql: Kysely<RegistrySchema>) =>
  sql.selectFrom('generation').selectAll().where('state', '=', 'serving').orderBy('number', 'desc'),
)

/** The generation of a shape that serves. */
export const servingOf = async (sql: Kysely<RegistrySchema>, shape: string): Promise<GenerationRow | undefined> =>
  (await serving(sql)).find((row) => row.shape === shape)

/** Puts the next generation of a shape on the list. */
export const enlist = async (
  sql: Kysely<RegistrySchema>,
  shape: string,
  state: 'serving' | 'building',
  nameOf: (shape: string, number: number) => string,
): Promise<string> => {
  const last = await sql
    .selectFrom('generation')
    .select('number')
    .where('shape', '=', shape)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.number ?? 0) + 1
  const name = nameOf(shape, number)
  await sql
    .insertInto('generation')
    .values({ name, shape, number, state, begun_at: new Date().toISOString() })
    .execute()
  return name
}

/** Lets a generation that was built serve, in place of the one that did. */
export const promote = async (sql: Kysely<RegistrySchema>, shape: string, name: string): Promise<void> => {
  const built = await sql.selectFrom('generation').select('state').where('name', '=', name).executeTakeFirst()
  if (built?.state !== 'building')
    throw conflict('generation-gone', `the new read model "${name}" was taken away while it was built.`, {
      hint: 'Run `rebuild` again.',
    })
  await retireServing(sql, shape)
  await sql.updateTable('generation').set({ state: 'serving' }).where('name', '=', name).execute()
}

/** From now on none of the shape serves. */
export const retireServing = async (sql: Kysely<RegistrySchema>, shape: string): Promise<void> => {
  await sql
    .updateTable('generation')
    .set({ state: 'retired' })
    .where('shape', '=', shape)
    .where('state', '=', 'serving')
    .execute()
}

/** Puts what is stored on a list that knows of nothing: none of it serves, and no other is given its name. */
export const enlistFound = async (
  sql: Kysely<RegistrySchema>,
  found: readonly Pick<GenerationRow, 'name' | 'shape' | 'number'>[],
): Promise<void> => {
  const known = sql.selectFrom('generation').select('name').where('shape', '!=', shapeOfOld)
  if (found.length === 0 || (await known.executeTakeFirst()) !== undefined) return
  await sql
    .insertInto('generation')
    .values(found.map((one) => ({ ...one, state: 'retired' as const, begun_at: 'unknown' })))
    .execute()
}

/** Its line stays: no generation ever has the name of another, whose last connection may not be gone yet. */
export const markRemoved = async (sql: Kysely<RegistrySchema>, name: string): Promise<void> => {
  await sql.updateTable('generation').set({ state: 'removed' }).where('name', '=', name).execute()
}
