import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { runsAsShown } from './run-page.ts'

describe('docs/proposals.md', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-proposals-page-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  runsAsShown('proposals.md', 9, () => folder)
})
