import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseIdOf } from '../../src/queries/release.ts'
import { appendLines } from '../../src/ingest/index.ts'
import { questions } from '../../src/queries/index.ts'
import type { Workspace } from '../../src/workspace.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'

const line = (actor: string, day: string) => ({
  where: 'a test', text: JSON.stringify({ stream: 'treaty-cat', type: 'TreatyAcceded', occurred: day, sources: [{ citation: 'a test', kind: 'press' }], data: { actor } }),
})

describe('the release id of an answer', () => {
  let workspace: Workspace
  let dispose: () => Promise<void>
  const status = questions.find(({ name }) => name === 'status')!
  const treaty = questions.find(({ name }) => name === 'treaty')!
  const usa = { state: 'usa', subject: 'cat' }

  beforeAll(async () => {
    const made = await aWorkspaceOf((one) => appendLines(one, [line('usa', '1994-10-21')], { recordedBy: 'a test' }))
    workspace = made.workspace
    dispose = made.dispose
  })
  afterAll(() => dispose())

  it('is the same for the same question of the same log', async () => {
    expect(releaseIdOf(await workspace.world({ asOf: '2000-01-01' }), status, usa)).toBe(releaseIdOf(await workspace.world({ asOf: '2000-01-01' }), status, { subject: 'cat', state: 'usa' }))
  })
  it('is another for another question, parameter or day', async () => {
    const world = await workspace.world({ asOf: '2000-01-01' })
    const ids = [
      releaseIdOf(world, status, usa), releaseIdOf(world, treaty, usa), releaseIdOf(world, status, { ...usa, state: 'fra' }), releaseIdOf(await workspace.world({ asOf: '2000-01-02' }), status, usa),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('changes with the log, but not what was known before', async () => {
    const before = await workspace.world({ asOf: '2000-01-01' })
    const then = { asOf: '2000-01-01', asKnownAt: before.knownAt as string }
    const [now, pinned] = [releaseIdOf(before, status, usa), releaseIdOf(await workspace.world(then), status, usa)]
    await appendLines(workspace, [line('fra', '1995-10-21')], { recordedBy: 'a test' })
    expect(releaseIdOf(await workspace.world({ asOf: '2000-01-01' }), status, usa)).not.toBe(now)
    expect(releaseIdOf(await workspace.world(then), status, usa)).toBe(pinned)
  })
})
