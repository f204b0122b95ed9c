import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFolder, type FolderReport } from '../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { sameAnswersOnServers } from './on-servers.ts'
import { plainCsv } from './plain-csv.ts'
import { dataFolder } from '../support/run/published.ts'

/**
 * The published files on servers: EventStoreDB (a double in this process, or the server that NORMTRAIL_TEST_ESDB names)
 * and PostgreSQL, against SQLite.
 *
 * Here: the state systems, the UN Treaty Collection (index, 2015, 2026), every tenth organisation of the COW matrix,
 * and Hathaway's scores; some 50,000 events. NORMTRAIL_TEST_REAL_ON_SERVERS=all does the same with all files, some
 * 700,000 events, in `load.test.ts`, which has them loaded. Over the double that takes half an hour and several GB of
 * memory (NODE_OPTIONS=--max-old-space-size=12000), so better name a server.
 */
const files = [
  'states/cow_states2016.csv',
  'states/gw_states.csv',
  'un_treaties/untc_index_2015.csv',
  'un_treaties/untc_actions_2015.csv',
  'un_treaties/untc_hr_arms_2026.csv',
  'cow_igo/igo_list.csv',
  'hr_scores/hathaway_torture_1985_1999.csv',
]
const matrix = 'cow_igo/igo_state_year_wide.csv.gz'
const always = new Set(['ccode', 'year', 'state', 'un', 'lon'])
const everyNth = 10
const long = 600_000

describe.skipIf(!existsSync(dataFolder))('published files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-real-servers-'))
  let workspace: Workspace
  let loaded: FolderReport

  beforeAll(async () => {
    const tables = join(folder, 'tables')
    mkdirSync(tables)
    for (const file of files) copyFileSync(join(dataFolder, file), join(tables, basename(file)))
    const [header = [], ...rows] = plainCsv(matrix)
    const kept = header.map((column, index) => always.has(column) || index % everyNth === 0)
    writeFileSync(
      join(tables, basename(matrix, '.gz')),
      [header, ...rows].map((cells) => `${cells.filter((_, index) => kept[index]).join(',')}\n`).join(''),
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
    expect(loaded.reports).toHaveLength(files.length + 1)
  })

  sameAnswersOnServers(() => workspace, 'hathaway:torture', { least: 45_000, milliseconds: long })
})
