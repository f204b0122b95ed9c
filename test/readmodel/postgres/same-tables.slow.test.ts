import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf } from '../../../src/exports/package/plan-of.ts'
import { writePackage } from '../../../src/exports/package/write-package.ts'
import { openSnapshot } from '../../../src/queries/question/snapshot.ts'
import { columnsOfStates } from '../../../src/queries/recipes/columns/index.ts'
import { readRecipe } from '../../../src/queries/recipes/read-recipe.ts'
import { clocksOfRecipe, tableOfRecipe } from '../../../src/queries/recipes/table-of-recipe.ts'
import { units } from '../../../src/queries/recipes/units/index.ts'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import type { ReadModelEngine } from '../../../src/readmodel/engine.ts'
import { openPostgresReadModel } from '../../../src/readmodel/postgres/engine.ts'
import { rebuild } from '../../../src/readmodel/rebuild.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { append } from '../../support/append.ts'
import { copyBundledCaseTo } from '../../support/made-once.ts'
import { startPostgres, type TestServer } from '../../support/postgres.ts'
import { everyRecipe, tiesAndNumbers } from './every-recipe.ts'

let folder: string
let workspace: Workspace
let server: TestServer
let shared: ReadModelEngine

const unchanged: Readonly<Record<string, string>> = {
  checkpoint: 'name = name',
  commit_known: 'id = id',
  event: 'id = id',
}

/** Rows that were written again stand elsewhere in the table: no cell may hang on where a row stands. */
const moveRows = async (): Promise<void> => {
  for (const { name } of (await shared.sql.introspection.getTables()).toReversed())
    await server.query(
      `UPDATE ${shared.generation.name}."${name}" AS t SET ${unchanged[name] ?? 'seq = seq'} WHERE ` +
        'hashtext(t::text) % 2 = 0',
    )
}

let made = 0
/** The package of a recipe: the checksums of its tables, its codebook and all that it cites, and its table. */
const packageIn = async (sql: ReadModelEngine['sql'], text: string) => {
  const recipe = readRecipe(text)
  const table = await tableOfRecipe(await openSnapshot(sql, clocksOfRecipe(recipe), new Date()), recipe)
  const plan = await planOf(table, { recipe, text, formats: ['csv', 'jsonl', 'parquet'], mayRedistribute: true })
  const into = join(folder, `package-${(made += 1)}`)
  mkdirSync(into)
  const { table: tally } = await writePackage(into, plan, table.pages())
  return {
    checksums: readFileSync(join(into, 'checksums.txt'), 'utf8'),
    csv: readFileSync(join(into, 'data.csv'), 'utf8'),
    filled: tally.columns.map(({ n }) => n),
    names: plan.columns.map(({ name }) => name),
  }
}

const fromSqlite = new Map<string, Awaited<ReturnType<typeof packageIn>>>()

beforeAll(async () => {
  server = await startPostgres()
  folder = mkdtempSync(join(tmpdir(), 'normtrail-tables-'))
  await copyBundledCaseTo(folder)
  workspace = await openWorkspace(folder)
  await append(workspace, ...tiesAndNumbers)
  await workspace.catchUp()
  shared = await openPostgresReadModel(server.connection, { logName: server.freshLogName() })
  await catchUp(shared, workspace.log)
  await moveRows()
})
afterAll(async () => {
  await shared.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

describe('the recipes that are compared', () => {
  const recipes = Object.values(everyRecipe)
  const columns = recipes.flatMap((recipe) => (recipe['columns'] ?? []) as readonly Readonly<Record<string, unknown>>[])

  it('are of every unit, and have every kind of column', () => {
    expect([...new Set(recipes.map(({ unit }) => unit))].toSorted()).toEqual(units.map(({ id }) => id).toSorted())
    const kinds = new Set([...columnsOfStates, ...units.flatMap((unit) => unit.kinds)].map(({ key }) => key))
    expect([...kinds].filter((key) => !columns.some((column) => Object.hasOwn(column, key)))).toEqual([])
  })
})

describe('a table by recipe is the same bytes, with all that a package says of it', () => {
  const textOf = (name: string): string => JSON.stringify(everyRecipe[name])
  const first = async (name: string) => {
    const here = fromSqlite.get(name) ?? (await packageIn(workspace.readModel.sql, textOf(name)))
    fromSqlite.set(name, here)
    return here
  }
  const same = async (name: string, sql: ReadModelEngine['sql']) => {
    const here = await first(name)
    const there = await packageIn(sql, textOf(name))
    expect(there.csv).toBe(here.csv)
    expect(there.checksums).toBe(here.checksums)
    return here
  }

  it.each(Object.keys(everyRecipe))('from PostgreSQL as from SQLite: %s', async (name) => {
    const { filled, names } = await same(name, shared.sql)
    // What is empty throughout would be the same whatever it is made of.
    const empty = names.filter((_, index) => filled[index] === 0)
    expect(filled.length - empty.length, empty.join(', ')).toBeGreaterThan(filled.length / 2)
  })

  it('after the read model was made anew', async () => {
    for (const name of Object.keys(everyRecipe)) await first(name)
    await rebuild(workspace.readModel, workspace.log)
    for (const name of Object.keys(everyRecipe)) await same(name, workspace.readModel.sql)
  })
})
