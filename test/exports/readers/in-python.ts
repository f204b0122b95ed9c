import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { Reader, TableFile } from './reader.ts'
import { shown } from './shown.ts'
import { told, works } from './told.ts'

/** Prints what `table` is, a frame of pandas: the type of every column, and its cells as pandas has them. */
const tellFrame = `
names = {"string": "string", "Int64": "integer", "float64": "number", "boolean": "boolean", "datetime64": "date"}
own = {"string": str, "Int64": int, "float64": float, "boolean": bool, "datetime64": lambda day: str(day.date())}
kinds = [(name, str(kind).split("[")[0]) for name, kind in table.dtypes.items()]
columns = [[None if pandas.isna(cell) else own[kind](cell) for cell in table[name]] for name, kind in kinds]
print(json.dumps({"types": [(name, names[kind]) for name, kind in kinds], "rows": list(zip(*columns))}))
`

/** Prints what `table` is, rows by their columns: a column has the type that all of its cells have. */
const tellRows = `
names = {str: "string", int: "integer", float: "number", bool: "boolean", datetime.date: "date"}


def type_of(column):
    found = {names[type(row[column])] for row in table if row[column] is not None}
    return found.pop() if len(found) == 1 else (None if not found else "mixed")


own = [[str(cell) if type(cell) is datetime.date else cell for cell in row.values()] for row in table]
print(json.dumps({"types": [(column, type_of(column)) for column in table[0]], "rows": own}))
`

const pythons = [process.env['PYTHON'] ?? 'python3', '/usr/bin/python3']
const pythonWith = (modules: readonly string[]): string | undefined =>
  pythons.find((python) => works(python, ['-c', `import ${modules.join(', ')}`]))

interface Way {
  readonly name: string
  readonly format: TableFile
  readonly modules: readonly string[]
  /** A word of the block of the page that shows it. */
  readonly by: string
  readonly tell: string
  /** What is written in place of something in it. */
  readonly instead?: readonly [shown: string, written: string]
}

const reader = ({ name, format, modules, by, tell, instead = ['', ''] }: Way): Reader => {
  const python = pythonWith(modules)
  return {
    name,
    format,
    needs: `Python with ${modules.join(' and ')}`,
    isInstalled: python !== undefined,
    read: async (folder) => {
      const file = join(folder, 'read_table.py')
      await writeFile(file, `${shown('python', format, by).replace(...instead)}\n${tell}`)
      return told(python ?? '', ['-X', 'utf8', file], folder)
    },
  }
}

const frame = { by: 'import pandas', tell: tellFrame }
const rows = { by: 'import csv', tell: tellRows, modules: ['csv', 'json'] }
const engine = (name: string): Way => ({
  ...frame,
  name,
  format: 'parquet',
  modules: ['pandas', name],
  instead: ['"data.parquet"', `"data.parquet", engine="${name}"`],
})

export const inPython: readonly Reader[] = [
  reader({ ...rows, name: 'csv', format: 'csv' }),
  reader({ ...rows, name: 'json', format: 'jsonl' }),
  reader({ ...frame, name: 'pandas', format: 'csv', modules: ['pandas'] }),
  reader({ ...frame, name: 'pandas', format: 'jsonl', modules: ['pandas'] }),
  reader(engine('pyarrow')),
  reader(engine('fastparquet')),
]
