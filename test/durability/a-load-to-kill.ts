import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { unfinishedLoad } from '../../src/log/unfinished-load.ts'
import { packagePath } from '../../src/package/package-path.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { historyOf } from '../support/history-of.ts'
import { runProcess } from './a-process.ts'

/** What a log holds, checked on the way. */
export const inspectLog = async (place: string | Settings) => {
  const { log, close } = await openWorkspace(place)
  expect((await log.verify()).broken).toEqual([])
  const found = {
    history: await historyOf(log),
    commits: (await log.head()).commits,
    unfinished: await unfinishedLoad(log),
  }
  await close()
  return found
}

/** A backdated load that nobody kills, for the tests of a file: its folder, and what it comes to. */
export const aLoadToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-load-'))
  let whole: Awaited<ReturnType<typeof inspectLog>>
  beforeAll(async () => {
    if (!existsSync(packagePath('dist/src/workspace/workspace.js')))
      throw new Error('This suite kills a built process: run `npm run build` first.')
    await runProcess([join(folder, 'whole'), 'load', 'bundled'])
    whole = await inspectLog(join(folder, 'whole'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, whole: () => whole }
}
