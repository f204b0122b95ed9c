import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const may = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a file that is there can only be read: by itself, or since SQLite may write nothing beside it. */
export const isOnlyReadable = (file: string): boolean =>
  existsSync(file) && statSync(file).isFile() && !(may(file) && may(dirname(file)))

/** Whether nothing can be made in a folder, or in the one that it would have to be made in. */
export const isOnlyReadableFolder = (folder: string): boolean =>
  existsSync(folder) ? statSync(folder).isDirectory() && !may(folder) : isOnlyReadableFolder(dirname(folder))
