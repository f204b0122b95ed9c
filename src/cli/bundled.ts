import { statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { pathToFileURL } from 'node:url'
import { packagePath } from '../package/package-path.ts'

/**
 * The program in few files, which are read at once where a thousand are read one by one; undefined where there is none,
 * or where sources were compiled since it was made.
 */
export const bundled = (): string | undefined => {
  const file = packagePath('dist', 'bundle', 'start.js')
  const made = timeOf(file)
  const compiled = timeOf(packagePath('dist', 'src', 'cli', 'start.js'))
  if (made === undefined || compiled === undefined || made < compiled) return undefined
  keepCompiled()
  return pathToFileURL(file).href
}

const timeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs

/**
 * From Node 22.1 on, what was compiled is kept in a folder for temporary files; where none can be written, it is not.
 */
const keepCompiled = (): void => {
  if ('enableCompileCache' in nodeModule && typeof nodeModule.enableCompileCache === 'function')
    nodeModule.enableCompileCache()
}
