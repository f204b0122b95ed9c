import type { Kysely } from 'kysely'
import { readKeptFile, writeKeptFile, type Keeper, type Moment } from '../common/kept-file.ts'
import { memo } from '../common/memo.ts'
import { sources } from '../package/version.ts'
import type { Schema } from '../readmodel/schema.ts'
import { ALWAYS, FOREVER, type Day } from '../time/day.ts'
import { Names, type Known, type SubjectKind } from './names.ts'
import { rowsInOneText } from './rows-in-one-text.ts'

/** Where the names that are known now are kept for other processes, and of which log they are. */
export interface KeepingNames extends Pick<Moment, 'prefix'> {
  readonly beside: Keeper | undefined
  /** Whether the names that were known at another ordinal are those that are known now. */
  readonly holds?: (ordinal: number) => boolean
}

const cache = new WeakMap<Kysely<Schema>, Map<number, Names>>()

/** All ids, codes and names that were known at an ordinal. Kept for as long as nothing new is known. */
export const loadNames = async (sql: Kysely<Schema>, ordinal: number, keeping?: KeepingNames): Promise<Names> => {
  const [kept] = cache.get(sql) ?? []
  if (kept !== undefined && (kept[0] === ordinal || keeping?.holds?.(kept[0]) === true)) {
    cache.set(sql, new Map([[ordinal, kept[1]]]))
    return kept[1]
  }
  const texts = keeping === undefined ? await readTexts(sql, ordinal) : await keptTexts(sql, ordinal, keeping)
  const names = new Names({ subjects: subjectsIn(texts), meanings: meaningsIn(texts) })
  cache.set(sql, new Map([[ordinal, names]]))
  return names
}

/** A JSON array for each kind of subject, of its subjects or of what means one; none where nothing is known. */
type Texts = (of: 'subjects' | 'meanings', kind: SubjectKind) => string | undefined

const way = JSON.stringify([sources, 'names'])

/** As they stand in a file, where that is of this moment; else as rows tell them, and kept for the next process. */
const keptTexts = async (sql: Kysely<Schema>, ordinal: number, { beside, prefix }: KeepingNames): Promise<Texts> => {
  const file = readKeptFile(beside, way)
  const isNow = file?.moment.ordinal === ordinal && file.moment.prefix === prefix
  if (isNow) return (of, kind) => new TextDecoder().decode(file.arrays[`${of} ${kind}`])
  const texts = await readTexts(sql, ordinal)
  const bytes = (['subjects', 'meanings'] as const).flatMap((of) =>
    kinds.map((kind) => [`${of} ${kind}`, new TextEncoder().encode(texts(of, kind))] as const),
  )
  writeKeptFile(beside, way, { moment: { ordinal, prefix }, small: {}, arrays: Object.fromEntries(bytes) })
  return texts
}

const kinds: readonly SubjectKind[] = ['state', 'treaty', 'igo', 'norm']

// What is not asked for stays one text for each kind: most questions name one state and one treaty, by their ids.

const readTexts = async (sql: Kysely<Schema>, ordinal: number): Promise<Texts> => {
  const subjects = await subjectTexts(sql, ordinal)
  const groups = await sql
    .selectFrom('identifier')
    .select(['kind', rowsInOneText(sql, ['scheme', 'code', 'subject', 'valid_from', 'valid_to']).as('rows')])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .groupBy('kind')
    .execute()
  const meanings = new Map<string, string | null>(groups.map(({ kind, rows }) => [kind, rows]))
  return (of, kind) => (of === 'subjects' ? subjects[kind] : meanings.get(kind)) ?? undefined
}

const subjectTexts = async (
  sql: Kysely<Schema>,
  ordinal: number,
): Promise<Record<SubjectKind, string | null | undefined>> => {
  const actors = await sql
    .selectFrom('actor')
    .select(rowsInOneText(sql, ['actor', 'name', 'valid_from', 'valid_to'], ['valid_from']).as('rows'))
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
    .select(rowsInOneText(sql, ['igo', 'name', 'valid_from', 'valid_to'], ['valid_from']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  const norms = await sql
    .selectFrom('norm')
    .select(rowsInOneText(sql, ['norm', 'name']).as('rows'))
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .executeTakeFirst()
  return { state: actors?.rows, treaty: treaties?.rows, igo: igos?.rows, norm: norms?.rows }
}

const subjectsIn = (texts: Texts): Known['subjects'] =>
  memo((kind) =>
    listIn<[string, string, Day?, Day?]>(texts('subjects', kind)).map(([id, name, from = ALWAYS, to = FOREVER]) => ({
      kind,
      id,
      name,
      from,
      to,
    })),
  )

const meaningsIn = (texts: Texts): Known['meanings'] =>
  memo((kind) =>
    listIn<[string, string, string, Day, Day]>(texts('meanings', kind)).map(([scheme, code, subject, from, to]) => ({
      scheme,
      code,
      kind,
      subject,
      from,
      to,
    })),
  )

/** An empty text is that of a kind of which nothing is known. */
const listIn = <R>(text = ''): readonly R[] => (text === '' ? [] : (JSON.parse(text) as readonly R[]))
