import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFolder, type FolderReport } from '../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { sameAnswersOnServers } from './on-servers.ts'
import { everyNth, partOf, rightsAndArms } from './part-of.ts'
import { dataFolder } from '../support/run/published.ts'

/**
 * The published files on servers: EventStoreDB (a double in this process, or the server that NORMTRAIL_TEST_ESDB names)
 * and PostgreSQL, against SQLite.
 *
 * Here: the state systems, the index of the UN Treaty Collection with the acts of 2015 and 2026 under its treaties on
 * human rights and disarmament and under every eighth other, every thirtieth organisation of the COW matrix, and
 * Hathaway's scores; some 22,000 events. That is every kind of event and answer that the whole files give, and more
 * than one page, segment and batch of what the engines send and write at a time (5,000 events at most, 10,000 rows).
 * NORMTRAIL_TEST_REAL_ON_SERVERS=all does the same with all files, some 700,000 events, in
 * `published/verified.test.ts`, which has them loaded. Over the double that takes half an hour and several GB of memory
 * (NODE_OPTIONS=--max-old-space-size=12000), so better name a server.
 */
const files = [
  'states/cow_states2016.csv',
  'states/gw_states.csv',
  'un_treaties/untc_index_2015.csv',
  'un_treaties/untc_hr_arms_2026.csv',
  'cow_igo/igo_list.csv',
  'hr_scores/hathaway_torture_1985_1999.csv',
]
const acts = 'un_treaties/untc_actions_2015.csv'
const everyNthTreaty = 8
const matrix = 'cow_igo/igo_state_year_wide.csv.gz'
const always = ['ccode', 'year', 'state', 'un', 'lon']
const everyNthOrganisation = 30
const long = 600_000

/** The acts under some treaties. */
const someActs = (): string => {
  const others = new Map<string, number>()
  const rows = (treaty: string): boolean => {
    if (rightsAndArms.test(treaty)) return true
    const place = others.get(treaty) ?? others.size
    others.set(treaty, place)
    return place % everyNthTreaty === 0
  }
  return partOf(acts, { rows })
}

describe.skipIf(!existsSync(dataFolder))('published files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-real-servers-'))
  let workspace: Workspace
  let loaded: FolderReport

  beforeAll(async () => {
    const tables = join(folder, 'tables')
    mkdirSync(tables)
    for (const file of files) copyFileSync(join(dataFolder, file), join(tables, basename(file)))
    writeFileSync(join(tables, basename(acts)), someActs())
    writeFileSync(
      join(tables, basename(matrix, '.gz')),
      partOf(matrix, { columns: everyNth(everyNthOrganisation, always) }),
    )
    workspace = await openWorkspace(join(folder, 'data'))
    loaded = await importFolder(workspace, tables, { recordedBy: 'a test' })
    await workspace.catchUp()
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are loaded, each of them', () => {
    expect(loaded.leftAlone).toEqual([])
    expect(loaded.reports.map(({ file, events }) => ({ file, some: events.appended > 0 }))).toEqual(
      loaded.reports.map(({ file }) => ({ file, some: true })),
    )
    expect(loaded.reports).toHaveLength(files.length + 2)
  })

  sameAnswersOnServers(() => workspace, 'hathaway:torture', { least: 20_000, milliseconds: long })
})
