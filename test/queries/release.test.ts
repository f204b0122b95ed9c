import { describe, expect, it } from 'vitest'
import { releaseIdOf } from '../../src/queries/question/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'

const acceded = (actor: string, day: string) => ({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: day,
  sources: [{ citation: 'a test', kind: 'press' }],
  data: { actor },
})

describe('the release id of an answer', () => {
  const status = questionNamed('status')
  const treaty = questionNamed('treaty')
  const usa = { state: 'usa', subject: 'cat' }
  const { workspace } = theWorkspaceOf((opened) => append(opened, acceded('usa', '1994-10-21')))

  it('is the same for the same question of the same log', async () => {
    expect(releaseIdOf(await workspace().world({ asOf: '2000-01-01' }), status, usa)).toBe(
      releaseIdOf(await workspace().world({ asOf: '2000-01-01' }), status, { subject: 'cat', state: 'usa' }),
    )
  })
  it('is another for another question, parameter or day', async () => {
    const world = await workspace().world({ asOf: '2000-01-01' })
    const ids = [
      releaseIdOf(world, status, usa),
      releaseIdOf(world, treaty, usa),
      releaseIdOf(world, status, { ...usa, state: 'fra' }),
      releaseIdOf(await workspace().world({ asOf: '2000-01-02' }), status, usa),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('changes with the log, but not what was known before', async () => {
    const before = await workspace().world({ asOf: '2000-01-01' })
    const then = { asOf: '2000-01-01', asKnownAt: before.knownAt as string }
    const [now, pinned] = [releaseIdOf(before, status, usa), releaseIdOf(await workspace().world(then), status, usa)]
    await append(workspace(), acceded('fra', '1995-10-21'))
    expect(releaseIdOf(await workspace().world({ asOf: '2000-01-01' }), status, usa)).not.toBe(now)
    expect(releaseIdOf(await workspace().world(then), status, usa)).toBe(pinned)
  })
})
