import type { Compilable, CompiledQuery, Kysely } from 'kysely'

/**
 * A query in which nothing changes from one time to the next: it is put into words once for each connection. To do so
 * takes longer than to look up the one row that most of them are for.
 */
export const compiledOnce = <S, R>(make: (sql: Kysely<S>) => Compilable<R>): ((sql: Kysely<S>) => Promise<R[]>) => {
  const known = new WeakMap<Kysely<S>, CompiledQuery<R>>()
  return async (sql) => {
    const before = known.get(sql)
    const query = before ?? make(sql).compile()
    if (before === undefined) known.set(sql, query)
    return (await sql.executeQuery(query)).rows
  }
}
