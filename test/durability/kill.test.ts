import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { whereItHalts } from './a-process.ts'
import { anImportToKill, files, states } from './an-import-to-kill.ts'

const { folder, imports, checkAfterKill, completes } = anImportToKill()

describe('a process that is killed in the middle of an import', () => {
  const data = join(folder, 'killed')

  /** One log after the other would show the same, with an import more for each; so it goes on where it was killed. */
  it.each([
    ['while it reads the first table', 'reading', []],
    ['in the transaction of the first commit', 'appending:9', []],
    ['in the transaction of a later commit', `appending:${2 * (states + 1) + 9}`, ['made-1', 'made-2']],
    ['while it folds what it has recorded', 'folding', files],
  ] as const)('%s has what it acknowledged, and nothing of the rest', async (_, halt, acknowledged) => {
    const { said, killed } = await imports(data, halt, whereItHalts(halt))
    expect(killed).toBe(true)
    expect(said.flatMap((line) => line.acknowledged ?? [])).toEqual(acknowledged)
    expect(await checkAfterKill(data, said)).toEqual(acknowledged)
  })
  it('completes when it runs again', () => completes(data))
})
