import { execFile, execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Reader, TableFile, TableRead } from './reader.ts'
import { shown } from './shown.ts'
import { works } from './told.ts'
import type { Cell, TypeName } from './typed-by-hand.ts'

const run = promisify(execFile)

const names: Readonly<Record<string, TypeName>> = {
  VARCHAR: 'string',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
}

const namesOf = (type: string): TypeName => {
  const name = names[type]
  if (name === undefined) throw new Error(`DuckDB has a column of type ${type}`)
  return name
}

/** Writes what `panel` is: the type of every column, and its cells as DuckDB has them. */
const tell = `
COPY (SELECT column_name, column_type FROM (DESCRIBE panel)) TO 'types.jsonl' (FORMAT json);
COPY panel TO 'rows.jsonl' (FORMAT json);
`

const python = 'import duckdb, sys; duckdb.execute(sys.argv[1])'
const node = `require('@duckdb/node-api').DuckDBInstance.create().then((it) => it.connect())
  .then((it) => it.run(process.argv[1]))`
const globalModules = (): string => {
  try {
    return execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
const env = { ...process.env, NODE_PATH: globalModules() }

/** The ways in which DuckDB may be there: its command, its module of Python, its module of Node. */
const ways: readonly (readonly [command: string, args: readonly string[], probe: readonly string[]])[] = [
  ['duckdb', ['-c'], ['--version']],
  ['/usr/bin/python3', ['-c', python], ['-c', 'import duckdb']],
  ['python3', ['-c', python], ['-c', 'import duckdb']],
  [process.execPath, ['-e', node, '--'], ['-e', "require('@duckdb/node-api')"]],
]
const way = ways.find(([command, , probe]) => works(command, probe, env))

const linesIn = async (file: string): Promise<readonly Record<string, Cell>[]> =>
  (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Cell>)

const read = async (folder: string, format: TableFile): Promise<TableRead> => {
  const [command = '', args = []] = way ?? []
  await run(command, [...args, `${shown('sql', format)}\n${tell}`], { cwd: folder, env })
  const [types, rows] = await Promise.all(['types.jsonl', 'rows.jsonl'].map((name) => linesIn(join(folder, name))))
  return {
    types: (types ?? []).map(({ column_name: column, column_type: type }) => [String(column), namesOf(String(type))]),
    rows: (rows ?? []).map((row) => Object.values(row)),
  }
}

export const inDuckdb: readonly Reader[] = (['csv', 'jsonl', 'parquet'] as const).map((format) => ({
  name: 'DuckDB',
  format,
  needs: 'DuckDB: its command, or its module of Python or of Node',
  isInstalled: way !== undefined,
  read: (folder) => read(folder, format),
}))
