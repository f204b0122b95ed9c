import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from './ask.ts'
import { copyBundledCaseTo, copyCatalogueTo } from './made-once.ts'

/**
 * An opened workspace in a folder of its own, prepared before it is opened or filled by the test, and the way to be rid
 * of it. Whatever fills it would append the catalogue first: that is done once for all, and copied.
 */
export const aWorkspaceOf = async (
  fill: (workspace: Workspace) => Promise<unknown>,
  prepare: (folder: string) => Promise<unknown> = copyCatalogueTo,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'normtrail-ask-'))
  await prepare(folder)
  const workspace = await openWorkspace(folder)
  await fill(workspace)
  return {
    workspace,
    dispose: async () => {
      await workspace.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * One workspace for all tests of a file: filled before the first of them, gone after the last. And the way to ask it.
 */
export const theWorkspaceOf = (...how: Parameters<typeof aWorkspaceOf>) => {
  let made: Awaited<ReturnType<typeof aWorkspaceOf>>
  beforeAll(async () => {
    made = await aWorkspaceOf(...how)
  })
  afterAll(() => made.dispose())
  const workspace = (): Workspace => made.workspace
  return { workspace, ask: asker(workspace) }
}

/** The same, of what comes with normtrail. */
export const theBundledCase = () => theWorkspaceOf(async () => undefined, copyBundledCaseTo)
