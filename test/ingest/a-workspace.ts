import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import type { Clocks } from '../../src/queries/question/snapshot.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { copyCatalogueTo } from '../support/made-once.ts'

/** Workspaces that hold the catalogue and nothing else: one for each test, gone after it. */
export const freshWorkspaces = (): (() => Promise<Workspace>) => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-ingest-'))
  const open: Workspace[] = []
  let made = 0
  afterEach(async () => {
    for (const workspace of open.splice(0)) await workspace.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return async () => {
    made += 1
    const place = join(folder, String(made))
    await copyCatalogueTo(place)
    const workspace = await openWorkspace(place)
    open.push(workspace)
    return workspace
  }
}

export const streamOf = async ({ log }: Workspace, stream: string): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = []
  for await (const event of log.readStream(stream)) events.push(event)
  return events
}

export const ordinalOf = async ({ log }: Workspace): Promise<number> => (await log.head()).ordinal

/** An answer by field; a test knows which fields it looks at. */
export type Answer = Readonly<Record<string, unknown>>

/** The answer to a question, as a user would get it. */
export const ask = (
  workspace: Workspace,
  name: string,
  input: Readonly<Record<string, unknown>>,
  clocks?: Clocks,
): Promise<Answer> => asker(() => workspace)<Answer>(name, input, clocks)
