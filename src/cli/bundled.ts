import { statSync } from 'node:fs'
import { packagePath } from '../package/package-path.ts'
import { runBundle, type Bundle } from './run-bundle.ts'

/**
 * The program in one file, which is read at once where a thousand are read one by one; undefined where there is none,
 * or where sources were compiled since it was made.
 */
export const bundled = (): Bundle | undefined => {
  const file = packagePath('dist', 'bundle', 'start.cjs')
  const made = timeOf(file)
  const compiled = timeOf(packagePath('dist', 'src', 'cli', 'start.js'))
  if (made === undefined || compiled === undefined || made < compiled) return undefined
  return runBundle(file).bundle
}

const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs
