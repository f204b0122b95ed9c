import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { unfinishedLoad } from '../../src/log/unfinished-load.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { write2015, write2026, type Consent } from '../ingest/untc-files.ts'
import { historyOf } from '../support/history-of.ts'
import { runProcess, type Said } from './a-process.ts'

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

/** Three conventions of one chapter: each has a stream of its own, so that a release is a turn of several. */
const treaties = [8, 9, 11]
const consents = (country: string, date: string): readonly Consent[] =>
  treaties.map((treaty) => [country, date, treaty])

/**
 * A backdated load that nobody kills, for the tests of a file: its folder, what it says on the embedded log and what it
 * comes to. Two releases of one series, of which the later one corrects the earlier and leaves out rows of it; with the
 * catalogue they make some 220 turns. The bundled case would make ten times as many of the same kind.
 */
export const aLoadToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-load-'))
  const tables = join(folder, 'tables')
  let said: readonly Said[]
  let whole: Awaited<ReturnType<typeof inspectLog>>
  beforeAll(async () => {
    write2015(join(tables, '2015.csv'), [
      ...consents('United States of America', '1993-10-21'),
      ...consents('Denmark', '1987-05-27'),
      ...consents('Norway', '1986-07-09'),
    ])
    write2026(join(tables, '2026.csv'), [
      ...consents('United States of America', '1994-10-21'),
      ...consents('Norway', '1986-07-09'),
    ])
    ;({ said } = await runProcess([join(folder, 'whole'), 'load', tables]))
    whole = await inspectLog(join(folder, 'whole'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    tables,
    whole: () => whole,
    /** Where it says for the last time but so many that it appends to a stream. */
    beforeItsEnd: (streams: number): string =>
      `appending:${said.filter(({ at }) => at === 'appending').length - streams}`,
  }
}
