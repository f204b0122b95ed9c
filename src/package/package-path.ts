import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const rootOf = (folder: string): string => (existsSync(join(folder, 'package.json')) ? folder : rootOf(dirname(folder)))
const root = rootOf(dirname(fileURLToPath(import.meta.url)))

/** A file or folder of the package, wherever it is installed, built or not. */
export const packagePath = (...names: readonly string[]): string => join(root, ...names)
