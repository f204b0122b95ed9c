import { expect, it } from 'vitest'
import type { Clocks } from '../../src/queries/question/snapshot.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { asker } from '../support/ask.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'

let folder = ''
const { workspace } = theWorkspaceOf(
  async () => undefined,
  (made) => copyBundledCaseTo((folder = made)),
)

/** How many events cite the depositary's table of the convention, and how many cite some source in full. */
const counts = async (clocks: Clocks = {}, of: Workspace = workspace()) => {
  const { items, citedInFull } = await asker(() => of)<{
    items: readonly { source: string; events: number }[]
    citedInFull: number
  }>('sources', { limit: 10_000 }, clocks)
  return { table: items.find(({ source }) => source === 'mtdsg-cat')?.events ?? 0, citedInFull }
}

/** Palau has not acted under the convention: three acts of it that nobody did. */
const acts = (sources: readonly object[]) =>
  ['2021-01-15', '2022-01-15', '2023-01-15'].map((occurred) => ({
    stream: 'treaty-cat',
    type: 'TreatySigned',
    occurred,
    sources,
    data: { actor: 'plw' },
  }))

it('what events cite is counted on from what was counted before, and told of an earlier moment as it was', async () => {
  const before = await counts()
  expect(before.table).toBeGreaterThan(0)
  const { recordedAt } = await workspace().log.head()
  await append(workspace(), ...acts([{ ref: 'mtdsg-cat' }, { ref: 'mtdsg-cat', locator: 'note 1' }]))
  await append(workspace(), ...acts([{ citation: 'A newspaper', kind: 'press' }, { ref: 'mtdsg-cat' }]).slice(1))
  const after = { table: before.table + 5, citedInFull: before.citedInFull + 2 }
  expect(await counts()).toEqual(after)
  expect(await counts({ asKnownAt: recordedAt })).toEqual(before)

  // Another process finds what was counted first in a file beside the read model.
  const another = await openWorkspace(folder)
  expect(await counts({}, another)).toEqual(after)
  await another.close()
})
