import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteGeneration } from '../../../src/readmodel/sqlite/generation.ts'
import { removeUnused, takeIntoUse } from '../../../src/readmodel/sqlite/in-use.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-in-use-'))
  file = join(folder, 'read.00000000-1.sqlite')
  writeFileSync(file, 'This is a text, and no database; it is long enough to be one.')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a file of the read model', () => {
  it('is removed by nobody while it is in use, and by anybody after', () => {
    const use = takeIntoUse(file)
    expect([removeUnused(file), existsSync(file)]).toEqual([false, true])
    use.letGo()
    expect([removeUnused(file), existsSync(file)]).toEqual([true, false])
  })

  it('that cannot be opened is in use by nobody', async () => {
    const opening = openSqliteGeneration(
      file,
      'read.00000000-1.sqlite',
      async () => ({ tables: [], lateIndexes: [] }),
      false,
    )
    await expect(opening).rejects.toMatchObject({ code: 'read-model-damaged' })
    expect([removeUnused(file), existsSync(file)]).toEqual([true, false])
  })
})
