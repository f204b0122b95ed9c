import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { packagePath } from '../../src/package/package-path.ts'

/** A file of the study. */
export const fileOfStudy = (name: string): string => packagePath('examples', 'company-you-keep', name)

const works = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0

const pythons = [process.env['PYTHON'] ?? 'python3', '/usr/bin/python3']

/** What can run the study on this machine: R that has MASS, a Python that has pandas and statsmodels. */
export const estimators = [
  ...(works('Rscript', '-e', 'library(MASS)') ? [{ id: 'r', command: 'Rscript', script: 'study.R' }] : []),
  ...pythons
    .filter((command) => works(command, '-c', 'import pandas, statsmodels'))
    .slice(0, 1)
    .map((command) => ({ id: 'python', command, script: 'study.py' })),
]

/** The lines of a CSV file without quotes, by column. */
export const linesOf = (path: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const columns = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i] ?? '', cell])))
}
