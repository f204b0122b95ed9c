import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { shell } from '../../cli/shell.ts'
import { append } from '../../support/append.ts'
import { copyBundledCaseTo } from '../../support/made-once.ts'
import { inDuckdb } from './in-duckdb.ts'
import { inNode } from './in-node.ts'
import { inPython } from './in-python.ts'
import { baseR, inR } from './in-r.ts'
import type { Reader, TableRead } from './reader.ts'
import { trapsOfReaders, typedTables, type TypedTable } from './typed-by-hand.ts'

let folder: string
const env = () => ({ NORMTRAIL_DATA: join(folder, 'log') })
const exported = async (...args: readonly string[]): Promise<void> => {
  const { code, err } = await shell(['export', ...args], { env: env() })
  if (code !== 0) throw new Error(err)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-round-trip-'))
  await copyBundledCaseTo(join(folder, 'log'))
  const workspace = await openWorkspace(join(folder, 'log'))
  await append(workspace, ...trapsOfReaders)
  await workspace.close()
  for (const [name, { recipe }] of Object.entries(typedTables)) {
    const file = join(folder, `${name}.json`)
    await writeFile(file, JSON.stringify(recipe))
    const made = join(folder, name)
    await exported('package', file, '--into', made, '--formats', 'csv,jsonl,parquet')
    for (const format of ['csv', 'jsonl', 'parquet'])
      await exported('table', file, '--output', join(folder, `${name}.${format}`))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A folder that holds the files of `export table` with the descriptor of the package, and nothing else. */
const aCopyOf = async (name: string): Promise<string> => {
  const into = await mkdtemp(join(folder, 'read-'))
  await cp(join(folder, name, 'datapackage.json'), join(into, 'datapackage.json'))
  for (const format of ['csv', 'jsonl', 'parquet'])
    await cp(join(folder, `${name}.${format}`), join(into, `data.${format}`))
  return into
}

/** Types as they were found; a reader without types of its own says none of a column without cells. */
const typesIn = ({ types }: TableRead, { columns }: TypedTable) =>
  types.map(([name, type], index) => [name, type ?? columns[index]?.[1]])

/** What is there of the columns that are known by hand. */
const cellsIn = ({ rows }: TableRead, { columns }: TypedTable) =>
  columns.flatMap(([name, , cells], index) =>
    cells === undefined ? [] : [[name, rows.map((row) => row[index] ?? null)]],
  )

const linesOf = async (name: string): Promise<readonly unknown[]> =>
  (await readFile(join(folder, `${name}.jsonl`), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => Object.values(JSON.parse(line) as object))

describe.each(Object.entries(typedTables))('the table %s, as others read it', (name, table: TypedTable) => {
  const readers: readonly Reader[] = [...inNode, baseR(table), ...inR, ...inPython, ...inDuckdb]
  for (const reader of readers)
    it.skipIf(!reader.isInstalled)(
      `${reader.format} by ${reader.name} (where there is ${reader.needs})`,
      async () => {
        const read = await reader.read(await aCopyOf(name))
        expect(typesIn(read, table)).toEqual(table.columns.map(([column, type]) => [column, type]))
        expect(cellsIn(read, table)).toEqual(
          table.columns.filter(([, , cells]) => cells !== undefined).map(([column, , cells]) => [column, cells]),
        )
        // What no hand knows is the same to all.
        expect(read.rows).toEqual(await linesOf(name))
      },
      60_000,
    )
})

it.each(['csv', 'jsonl'])('a package holds the bytes of the table: %s', async (format) => {
  for (const name of Object.keys(typedTables))
    expect(await readFile(join(folder, name, `data.${format}`))).toEqual(
      await readFile(join(folder, `${name}.${format}`)),
    )
})
