import { randomBytes } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { removedAtTheEnd } from '../common/temporary.ts'

/**
 * Writes a file under another name, and gives it its own when it is whole and on the disk: what stood there is replaced
 * by a whole one, or not at all.
 */
export const putInPlace = async (path: string, content: Uint8Array | string): Promise<void> => {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`)
  const part = removedAtTheEnd(beside)
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    part.keep()
  } finally {
    part.remove()
  }
}
