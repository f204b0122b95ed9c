import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(?:js|css|html|svg|json)$/
const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)

/** Writes each text file a second and a third time, compressed, so that no request waits for it. */
export const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir }) {
    if (dir === undefined) return
    const files = await readdir(dir, { recursive: true, withFileTypes: true })
    for (const file of files) {
      if (!file.isFile() || !worthIt.test(file.name)) continue
      const path = join(file.parentPath, file.name)
      const text = await readFile(path)
      await writeFile(`${path}.gz`, await asGzip(text, { level: 9 }))
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
      await writeFile(`${path}.br`, await asBrotli(text, { params: quality }))
    }
  },
})
