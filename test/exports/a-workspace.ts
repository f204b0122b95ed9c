import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { aSealedEvent } from '../support/events.ts'

/** A folder whose log holds one event, and the way to be rid of it. */
export const aDataFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-'))
  const workspace = await openWorkspace(join(folder, 'data'))
  await workspace.log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [aSealedEvent()] }], {
    recordedBy: 'a test',
  })
  await workspace.close()
  return { folder, data: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}
