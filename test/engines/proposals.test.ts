import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retractEvent } from '../../src/ingest/append/correct.ts'
import { acceptProposals } from '../../src/ingest/proposals/accept.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { rejectProposals } from '../../src/ingest/proposals/reject.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { ask } from '../ingest/a-workspace.ts'
import { coded, jamaica, trinidad, withdrawal } from '../ingest/proposals.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'

/**
 * The queue on a server for logs, where a commit over two streams is no transaction; and the same log moved into a
 * file.
 */
describe('proposals on EventStoreDB', () => {
  let folder: string
  let server: LogServer
  let workspace: Workspace
  const by = { recordedBy: 'anna' }
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-proposals-'))
    server = await startLogServer()
    workspace = await openWorkspace({
      log: server.connection,
      read: `sqlite:${join(folder, 'read.sqlite')}`,
      logName: server.freshLogName(),
    })
  })
  afterAll(async () => {
    await workspace.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const queueOf = async (of: Workspace) =>
    (await ask(of, 'proposals', { state: 'all' }))['items'] as readonly Readonly<Record<string, unknown>>[]

  it('are brought in and decided as on the embedded engine', async () => {
    const list = [
      withdrawal('jam', '1997-10-23', jamaica),
      withdrawal('tto', '2000-03-27', trinidad),
      coded('ben', withdrawal('jam', '1997-10-23', jamaica)),
    ]
    const { ids } = await proposeFacts(workspace, list, by)
    const [first = '', second = '', third = ''] = ids
    const { accepted } = await acceptProposals(workspace, { ids: [first, third] }, by)
    expect(accepted.map(({ isNew }) => isNew)).toEqual([true, false])
    expect(await acceptProposals(workspace, { ids: [first] }, by)).toMatchObject({ accepted: [], known: [{}] })
    await rejectProposals(workspace, [second], { ...by, because: 'read again' })
    await retractEvent(
      workspace,
      { target: accepted[0]?.event ?? '', reason: 'misread', source: 'A. Scholar', sourceKind: 'scholarly' },
      { ...by, dryRun: false },
    )
    expect((await queueOf(workspace)).map(({ state }) => state)).toEqual(['retracted', 'rejected', 'retracted'])
    expect((await workspace.log.verify()).broken).toEqual([])
  })
  it('are the same in a log that was moved, and verified there', async () => {
    const moved = await openWorkspace(join(folder, 'moved'))
    try {
      await importLog(moved.log, exportLog(workspace.log))
      await moved.catchUp()
      expect(await queueOf(moved)).toEqual(await queueOf(workspace))
      expect((await verifyReadModel(moved.readModel, moved.log)).differences).toEqual([])
    } finally {
      await moved.close()
    }
  })
})
