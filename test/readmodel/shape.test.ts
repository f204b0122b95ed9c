import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folds } from '../../projections/index.ts'
import { foldsVersion } from '../../projections/version.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { definitionIn } from '../../src/readmodel/definition.ts'
import { dialectWords } from '../../src/readmodel/postgres/dialect.ts'
import { shapeOfThisVersion } from '../../src/readmodel/schema-fingerprint.ts'

/** Where the rows of a read model come from. */
const roots = ['projections/index.ts', 'src/readmodel/projector.ts', 'src/readmodel/prefix-hash.ts']

/**
 * Where the search ends. The registry leads to the schemas of all events, which say what may be recorded from now on,
 * and not what is made of what was.
 */
const besides = new Set(
  ['src/common/error.ts', 'src/events/registry.ts', 'src/common/group-by.ts'].map((path) => packagePath(path)),
)

/** A file and all that it imports for more than its types. */
const filesBehind = (file: string, known = new Set<string>()): ReadonlySet<string> => {
  if (known.has(file) || besides.has(file)) return known
  known.add(file)
  for (const [, from] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type )(?:[^'\n]*|\{[^}]*\}) from '(\.[^']+)'/gm,
  ))
    filesBehind(join(dirname(file), String(from)), known)
  return known
}

/** Without comments and blank lines: what is only told otherwise makes no other rows. */
const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll(/^\s*\/\*\*[^]*?\*\/\s*$/gm, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'))
    .join('\n')

const sources = (): string => {
  const files = new Set(roots.flatMap((root) => [...filesBehind(packagePath(root))]))
  const lines = [...files]
    .map((file) => ({ path: relative(packagePath(), file).replaceAll(sep, '/'), file }))
    .map(({ path, file }) => `${path} ${hash('sha256', codeOf(file), 'hex').slice(0, 16)}`)
  return `folds version ${foldsVersion}\n${lines.toSorted().join('\n')}\n`
}

describe('the shape of the read model', () => {
  it('is eight hexadecimal digits, the same each time', async () => {
    expect(await shapeOfThisVersion()).toMatch(/^[0-9a-f]{8}$/)
    expect(await shapeOfThisVersion()).toBe(await shapeOfThisVersion())
  })

  it('holds every table, and defers every index that the projector does not read by', async () => {
    const { tables, lateIndexes } = await definitionIn(dialectWords('main'))
    expect(tables.filter((statement) => statement.startsWith('create table')).length).toBeGreaterThan(20)
    expect(
      tables
        .filter((statement) => statement.startsWith('create index'))
        .every((statement) => statement.includes('_by_stream')),
    ).toBe(true)
    expect(lateIndexes.length).toBeGreaterThan(5)
    expect(lateIndexes.join('\n')).not.toContain('_by_stream')
  })

  it('passes over what was not known in every index of a table of intervals', async () => {
    const { tables, lateIndexes } = await definitionIn(dialectWords('main'))
    const intervals = new Set(folds.map(({ table }) => table))
    const indexes = [...tables, ...lateIndexes].filter((statement) =>
      intervals.has(/^create (?:unique )?index .* on (?:"\w+"\.)?"(\w+)"/.exec(statement)?.[1] ?? ''),
    )
    expect(indexes.length).toBeGreaterThanOrEqual(intervals.size)
    expect(indexes.filter((statement) => !statement.endsWith('"known_from", "known_to")'))).toEqual([])
  })

  it('changes by hand when the folds do: the sources behind the rows are those of this version', async () => {
    await expect(
      sources(),
      [
        'The sources that make the rows of the read model have changed.',
        'If a rebuild makes other rows than before, or may: raise foldsVersion in projections/version.ts, ' +
          'so that older read models are built anew.',
        'Then, in either case, write the sources down: npx vitest run test/readmodel/shape.test.ts -u',
      ].join('\n'),
    ).toMatchFileSnapshot('fold-sources.txt')
  })
})
