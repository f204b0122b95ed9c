import { statSync } from 'node:fs'
import { packagePath } from './package-path.ts'

/**
 * A bundle below dist/, which is read at once where a thousand files are read one by one; undefined where there
 * is none, or where sources were compiled since it was made. `from` is the compiled file that it was made from.
 */
export const freshBundle = (name: string, from: string): string | undefined => {
  const file = packagePath('dist', name)
  const made = timeOf(file)
  const compiled = timeOf(packagePath('dist', 'src', from))
  return made === undefined || compiled === undefined || made < compiled ? undefined : file
}

const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs
