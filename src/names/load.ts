import type { Kysely } from 'kysely'
import type { Schema } from '../readmodel/schema.ts'
import type { Day } from '../time/day.ts'
import { Names, type Meaning, type Subject, type SubjectKind } from './names.ts'

const cache = new WeakMap<Kysely<Schema>, Map<number, Names>>()

/** All ids, codes and names that were known at an ordinal. Kept for as long as nothing new is known. */
export const loadNames = async (sql: Kysely<Schema>, ordinal: number): Promise<Names> => {
  const kept = cache.get(sql)?.get(ordinal)
  if (kept !== undefined) return kept
  const names = new Names(await subjects(sql, ordinal), await meanings(sql, ordinal))
  cache.set(sql, new Map([[ordinal, names]]))
  return names
}

const subjects = async (sql: Kysely<Schema>, ordinal: number): Promise<readonly Subject[]> => {
  const actors = await sql
    .selectFrom('actor')
    .select(['actor as id', 'name'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .execute()
  const treaties = await sql
    .selectFrom('treaty')
    .select(['treaty as id', 'title as name'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .execute()
  const igos = await sql
    .selectFrom('igo')
    .select(['igo as id', 'name'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .orderBy('valid_from')
    .execute()
  const norms = await sql
    .selectFrom('norm')
    .select(['norm as id', 'name'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .execute()
  const ofKind = (kind: SubjectKind, rows: readonly { id: string; name: string }[]) =>
    rows.map((row) => ({ ...row, kind }))
  return [...ofKind('state', actors), ...ofKind('treaty', treaties), ...ofKind('igo', igos), ...ofKind('norm', norms)]
}

const meanings = async (sql: Kysely<Schema>, ordinal: number): Promise<readonly Meaning[]> => {
  const rows = await sql
    .selectFrom('identifier')
    .select(['scheme', 'code', 'kind', 'subject', 'valid_from', 'valid_to'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .execute()
  return rows.map(({ scheme, code, kind, subject, valid_from, valid_to }) => ({
    scheme,
    code,
    kind: kind as SubjectKind,
    subject,
    from: valid_from as Day,
    to: valid_to as Day,
  }))
}
