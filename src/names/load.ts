import type { Kysely } from 'kysely'
import { memo } from '../common/memo.ts'
import type { Schema } from '../readmodel/schema.ts'
import type { Day } from '../time/day.ts'
import { Names, type Known, type SubjectKind } from './names.ts'
import { rowsInOneText } from './rows-in-one-text.ts'

const cache = new WeakMap<Kysely<Schema>, Map<number, Names>>()

/** All ids, codes and names that were known at an ordinal. Kept for as long as nothing new is known. */
export const loadNames = async (sql: Kysely<Schema>, ordinal: number): Promise<Names> => {
  const kept = cache.get(sql)?.get(ordinal)
  if (kept !== undefined) return kept
  const names = new Names({ subjects: await subjects(sql, ordinal), meanings: await meanings(sql, ordinal) })
  cache.set(sql, new Map([[ordinal, names]]))
  return names
}

// What is not asked for stays one text for each kind: most questions name one state and one treaty, by their ids.

const subjects = async (sql: Kysely<Schema>, ordinal: number): Promise<Known['subjects']> => {
  const actors = await sql
    .selectFrom('actor')
    .select(rowsInOneText(sql, ['actor', 'name']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  const treaties = await sql
    .selectFrom('treaty')
    .select(rowsInOneText(sql, ['treaty', 'title']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  const igos = await sql
    .selectFrom('igo')
    .select(rowsInOneText(sql, ['igo', 'name'], ['valid_from']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  const norms = await sql
    .selectFrom('norm')
    .select(rowsInOneText(sql, ['norm', 'name']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  const texts: Record<SubjectKind, string | null | undefined> = {
    state: actors?.rows,
    treaty: treaties?.rows,
    igo: igos?.rows,
    norm: norms?.rows,
  }
  return memo((kind) => listIn<[string, string]>(texts[kind]).map(([id, name]) => ({ kind, id, name })))
}

const meanings = async (sql: Kysely<Schema>, ordinal: number): Promise<Known['meanings']> => {
  const groups = await sql
    .selectFrom('identifier')
    .select(['kind', rowsInOneText(sql, ['scheme', 'code', 'subject', 'valid_from', 'valid_to']).as('rows')])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .groupBy('kind')
    .execute()
  const texts = new Map(groups.map(({ kind, rows }) => [kind, rows]))
  return memo((kind) =>
    listIn<[string, string, string, Day, Day]>(texts.get(kind)).map(([scheme, code, subject, from, to]) => ({
      scheme,
      code,
      kind,
      subject,
      from,
      to,
    })),
  )
}

const listIn = <R>(text: string | null | undefined): readonly R[] => JSON.parse(text ?? '[]') as readonly R[]
