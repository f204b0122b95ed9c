import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openPostgresReadModel } from '../../../src/readmodel/postgres/engine.ts'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../../src/readmodel/same-log.ts'
import type { ReadModelEngine, Row } from '../../../src/readmodel/engine.ts'
import { rebuild } from '../../../src/readmodel/rebuild.ts'
import { recordSome } from './histories.ts'
import { everyRow, onPostgres } from './on-postgres.ts'

const postgres = onPostgres()

const practiceColumns = [
  'stream',
  'key',
  'valid_from',
  'valid_to',
  'certainty',
  'decided_by',
  'known_from',
  'known_to',
  'seq',
  'rater',
  'indicator',
  'actor',
  'year',
  'value',
  'sd',
  'missing',
  'series',
]
const aScore = (more: Row): Row => ({
  stream: 'practice-toy',
  key: 'usa',
  valid_from: -719_162,
  valid_to: 2_932_897,
  certainty: 'certain',
  decided_by: '[]',
  known_from: 1,
  known_to: Number.MAX_SAFE_INTEGER,
  seq: 0,
  rater: 'toy',
  indicator: 'toy',
  actor: 'usa',
  year: 1990,
  value: null,
  sd: null,
  missing: null,
  series: null,
  ...more,
})
const store = (engine: ReadModelEngine, rows: readonly Row[]) =>
  engine.write(({ insert }) => insert('practice', practiceColumns, rows))

describe('what goes in comes out as from SQLite', () => {
  it('numbers: bigint and counts are numbers, doubles exact to the last bit', async () => {
    const values = [0.1 + 0.2, 1 / 3, Number.MAX_VALUE, 1e-7, 123_456_789.123_456_79, -0.5, 3]
    for (const engine of [await postgres.engine(), await postgres.onSqlite()]) {
      await store(
        engine,
        values.map((value, seq) => aScore({ value, seq })),
      )
      const rows = await engine.sql.selectFrom('practice').selectAll().orderBy('seq').execute()
      expect(rows.map(({ value }) => value)).toEqual(values)
      expect(rows[0]).toEqual(aScore({ value: 0.1 + 0.2 }))
      const { rows: count } = await engine.sql
        .selectFrom('practice')
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      expect(count).toBe(values.length)
      const { sum } = await engine.sql
        .selectFrom('practice')
        .select(({ fn }) => fn.sum<number>('year').as('sum'))
        .executeTakeFirstOrThrow()
      expect(sum).toBe(1990 * values.length)
    }
    const engine = await postgres.engine()
    await store(engine, [aScore({ value: 5e-324 }), aScore({ value: 1e-16, seq: 1 })])
    expect(
      (await engine.sql.selectFrom('practice').select('value').orderBy('seq').execute()).map(({ value }) => value),
    ).toEqual([5e-324, 1e-16])
  })

  it('texts: of any script, with quotes, braces and backslashes, with NUL; ordered by their bytes', async () => {
    const plain = [
      '',
      'a',
      'B',
      'b',
      'Ä',
      'ä',
      'Z',
      '_',
      '-',
      'Côte d’Ivoire',
      'ไทย',
      '日本',
      '𐍈',
      '\uFFFD',
      '{"a", null}',
      'NULL',
      '\\',
      'it\'s "so"',
      ' a',
      'a ',
      'a\n',
      '\u0001',
      '\u0002',
      'a\u0001b',
      'a\u0002b',
      '\u0001\u0001\u0002',
    ]
    const texts = [...plain, '\0', 'a\0', 'a\0b', '\0\0', '\u0001\0', '\0\u0001']
    const read = async (engine: ReadModelEngine, those = texts) => {
      await engine.write(({ sql: database }) => database.deleteFrom('practice').execute())
      await store(
        engine,
        those.map((actor, seq) => aScore({ actor, seq })),
      )
      const rows = await engine.sql.selectFrom('practice').select('actor').orderBy('actor').execute()
      return rows.map(({ actor }) => actor)
    }
    const engine = await postgres.engine()
    const ordered = await read(engine)
    expect(ordered).toEqual(texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
    for (const actor of texts)
      expect(await engine.sql.selectFrom('practice').select('actor').where('actor', 'in', [actor]).execute()).toEqual([
        { actor },
      ])
    expect(await read(engine, plain)).toEqual(await read(await postgres.onSqlite(), plain))
  })

  it('a comparison of texts: as bytes, not as the language of the database has it', async () => {
    const engine = await postgres.engine()
    await store(
      engine,
      ['a', 'B', 'ä', 'z'].map((actor, seq) => aScore({ actor, seq })),
    )
    expect(
      await engine.sql
        .selectFrom('practice')
        .select('actor')
        .where('actor', '>=', 'a')
        .where('actor', '<', 'a\uFFFF')
        .execute(),
    ).toEqual([{ actor: 'a' }])
    const [columns] = await postgres
      .server()
      .query(
        "SELECT count(*)::int AS texts, count(*) FILTER (WHERE collation_name = 'C')::int AS bytewise FROM " +
          "information_schema.columns WHERE data_type = 'text' AND table_schema LIKE 'test%'",
      )
    expect(columns?.texts).toBe(columns?.bytewise)
  })

  it('an empty list: nothing', async () => {
    const engine = await postgres.engine()
    await store(engine, [aScore({})])
    expect(await engine.sql.selectFrom('practice').selectAll().where('actor', 'in', []).execute()).toEqual([])
  })

  it('a whole number that JavaScript cannot hold: an error, not another number', async () => {
    const engine = await postgres.engine()
    await expect(sql`SELECT 9007199254740993::bigint AS n`.execute(engine.sql)).rejects.toThrow('9007199254740993')
  })
})

describe('writing', () => {
  it('is all or nothing', async () => {
    const engine = await postgres.engine()
    const failing = engine.write(async ({ insert, sql: database }) => {
      await insert('practice', practiceColumns, [aScore({})])
      expect(await database.selectFrom('practice').selectAll().execute()).toHaveLength(1)
      throw new Error('enough')
    })
    await expect(failing).rejects.toThrow('enough')
    expect(await engine.sql.selectFrom('practice').selectAll().execute()).toEqual([])
    await store(engine, [aScore({})])
  })
  it('never says that it is done where a statement failed and the work went on', async () => {
    const engine = await postgres.engine()
    const deaf = engine.write(async ({ insert, sql: database }) => {
      await insert('practice', practiceColumns, [aScore({})])
      await sql`SELECT no_such_column`.execute(database).catch(() => undefined)
    })
    await expect(deaf).rejects.toThrow('rolled back')
  })
  it('goes on after a failure, one work after the other', async () => {
    const engine = await postgres.engine()
    const works = Array.from({ length: 8 }, (_, seq) =>
      seq % 2 === 0
        ? store(engine, [aScore({ seq })])
        : engine.write(async () => {
            throw new Error('no')
          }),
    )
    expect((await Promise.allSettled(works)).filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await engine.sql.selectFrom('practice').selectAll().execute()).toHaveLength(4)
  })
  it('many rows: more than one statement holds', async () => {
    const engine = await postgres.engine()
    await store(
      engine,
      Array.from({ length: 12_345 }, (_, seq) => aScore({ seq })),
    )
    expect(
      (
        await engine.sql
          .selectFrom('practice')
          .select(({ fn }) => fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows,
    ).toBe(12_345)
  })
  it('is not for questions', async () => {
    const engine = await postgres.engine()
    await expect(engine.sql.deleteFrom('event').execute()).rejects.toThrow('read-only')
    await expect(engine.sql.transaction().execute(async () => undefined)).rejects.toThrow('write()')
  })
})

describe('the schema of a log', () => {
  it('is made once, however many ask at the same time', async () => {
    const name = postgres.logName()
    const engines = await Promise.all(Array.from({ length: 6 }, () => postgres.engine(name)))
    expect(new Set(engines.map(({ generation }) => generation.name)).size).toBe(1)
    expect((await engines[0]?.sql.introspection.getTables())?.length).toBeGreaterThan(15)
  })
  it("is nobody else's: two logs on a server share nothing, and rebuilding one leaves the other", async () => {
    const [one, other] = [await postgres.engine(), await postgres.engine()]
    const log = postgres.log()
    await recordSome(log)
    await catchUp(one, log)
    expect((await readCheckpoint(other.sql)).ordinal).toBe(0)
    await catchUp(other, log)
    const rows = await everyRow(other)
    await postgres.server().query('CREATE TABLE IF NOT EXISTS public.event (precious text)')
    await rebuild(one, postgres.log())
    expect(await everyRow(one)).toEqual([])
    expect(await everyRow(other)).toEqual(rows)
    expect(await postgres.server().query('SELECT precious FROM public.event')).toEqual([])
    await postgres.server().query('DROP TABLE public.event')
  })
  it('is refused where somebody else keeps tables', async () => {
    const name = postgres.logName()
    await postgres.server().query(`CREATE SCHEMA ${name}`)
    await postgres.server().query(`CREATE TABLE ${name}.accounts (id int)`)
    await expect(postgres.engine(name)).rejects.toMatchObject({ code: 'schema-taken' })
  })
  it('is taken where it is empty', async () => {
    const name = postgres.logName()
    await postgres.server().query(`CREATE SCHEMA ${name}`)
    await postgres.engine(name)
  })
  it.each(['public', 'pg_toast', 'information_schema', '', 'a"b', 'a b', 'x'.repeat(42)])(
    'cannot be called "%s"',
    async (logName) => {
      await expect(openPostgresReadModel('postgres://localhost/x', { logName })).rejects.toThrow(
        expect.objectContaining({ code: 'bad-log-name' }),
      )
    },
  )
})

describe('a connection that cannot be read', () => {
  it.each(['', 'localhost', 'mysql://a/b', 'postgres://user:secret@host:port/x'])(
    '"%s" is refused, without its password',
    async (connection) => {
      const refused = await openPostgresReadModel(connection).catch((thrown: unknown) => thrown)
      expect(refused).toMatchObject({ code: 'bad-connection' })
      expect(String(refused)).not.toMatch(/secret/)
    },
  )
})
