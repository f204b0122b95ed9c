import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formulaIds } from '../../src/exposure/formulas/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'

// The first question of a process reads no more seats than those of the state's own organisations; later ones have who
// sat where of all. `usa` left and came back, `lie` sat in few, `tls` in none on the earlier day.
describe('an exposure that is asked for first', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'normtrail-first-'))
    await copyBundledCaseTo(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const cases = formulaIds.flatMap((formula) => ['bounds', 'latest'].map((dates) => [formula, dates] as const))
  it('is explained as it is after others', async () => {
    const workspace = await openWorkspace(folder)
    try {
      const ask = asker(() => workspace)
      const asked = { state: 'usa', adoption: 'cat', asOf: '1985-07-01', system: 'un' }
      const first = await ask('explain exposure', asked)
      await ask('explain exposure', { ...asked, state: 'fra' })
      expect(await ask('explain exposure', asked)).toEqual(first)
    } finally {
      await workspace.close()
    }
  })

  it.each(cases)('by %s, dates %s, is the one that is asked for after others', async (formula, dates) => {
    for (const [state, asOf] of [
      ['usa', '1985-07-01'],
      ['lie', '2012-01-01'],
      ['tls', '1995-01-01'],
    ] as const) {
      const workspace = await openWorkspace(folder)
      try {
        const ask = asker(() => workspace)
        const asked = { state, formula, dates, adoption: 'cat', asOf, system: 'un' }
        const first = await ask('exposure', asked)
        await ask('exposure', { ...asked, state: 'fra' })
        expect(await ask('exposure', asked)).toEqual(first)
      } finally {
        await workspace.close()
      }
    }
  })
})
