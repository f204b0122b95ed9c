import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inFolder } from '../in-folder.ts'
import { option } from '../options.ts'
import type { Year } from './world.ts'

/**
 * What another program took for a cell, and what it made of the first attribute of the first year; or why it did not.
 */
export interface Beside {
  readonly microseconds?: number
  readonly first?: readonly (number | null)[]
  readonly skipped?: string
}

/** The script is no part of what is built. */
const script = fileURLToPath(new URL('../../../bench/exposure/beside.py', import.meta.url))

const textOf = ({ company, attributes }: Year): string =>
  JSON.stringify({
    states: company.states.length,
    start: [...company.alter.start],
    items: [...company.alter.items],
    scores: attributes.map(({ scores }) => [...scores]),
    rated: attributes.map(({ rated }) => [...rated]),
  })

const packages = ['scipy', 'duckdb'] as const

/** The same years by scipy.sparse and by DuckDB, where Python has them: `--python` says which Python. */
export const besideOthers = async (
  years: readonly Year[],
): Promise<Readonly<Record<(typeof packages)[number], Beside>>> => {
  const found: Partial<Record<(typeof packages)[number], Beside>> = {}
  await inFolder(async (folder) => {
    for (const [index, year] of years.entries())
      writeFileSync(join(folder, `${String(index).padStart(3, '0')}.json`), textOf(year))
    try {
      const single = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
      const out = execFileSync(option('python', 'NORMTRAIL_PYTHON') ?? 'python3', [script, folder], {
        encoding: 'utf8',
        env: { ...process.env, ...single },
        maxBuffer: 2 ** 28,
      })
      Object.assign(found, JSON.parse(out.trim().split('\n').at(-1) ?? '{}'))
    } catch (thrown) {
      const skipped = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
      for (const name of packages) found[name] = { skipped }
    }
  })
  return { scipy: found.scipy ?? {}, duckdb: found.duckdb ?? {} }
}
