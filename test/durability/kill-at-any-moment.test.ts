import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runProcess, whereItHalts } from './a-process.ts'
import { anImportToKill } from './an-import-to-kill.ts'

const { folder, whole, reference, imports, checkAfterKill, completes, goesOn } = anImportToKill()

/** Numbers from 0 to 1, the same in every run. */
const chances = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

describe('a process that is killed in the middle of an import', () => {
  const next = chances(1_984)
  const data = join(folder, 'again')

  /** Each goes on where the one before it was killed: an import from the beginning would meet the same. */
  it.each([next(), 0.2, 0.4, next()])(
    'at some moment (%f of what it says) loses nothing and halves nothing',
    async (share) => {
      const { said } = await imports(data, '', (_, nth) => nth > share * reference().lines)
      await checkAfterKill(data, said)
    },
  )
  it('again and again gets there all the same', () => completes(data))
})

describe('a process that is killed in the middle of a rebuild', () => {
  it.each(['rebuilding', 'rebuilding:4'])(
    '(%s) leaves a log that is whole, and a read model that catches up to the same',
    async (halt) => {
      const data = join(folder, halt.replace(':', '-'))
      cpSync(whole, data, { recursive: true })
      const { killed } = await runProcess([data, 'rebuild', '', halt], whereItHalts(halt))
      expect(killed).toBe(true)
      await goesOn(data)
    },
  )
})
