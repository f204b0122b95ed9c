import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFolder, type FolderReport } from '../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { sameAnswersOnServers } from './on-servers.ts'
import { everyNth, partOf } from './part-of.ts'
import { dataFolder } from '../support/run/published.ts'

/**
 * The published files on servers: EventStoreDB (a double in this process, or the server that NORMTRAIL_TEST_ESDB names)
 * and PostgreSQL, against SQLite.
 *
 * Here: the state systems; of the UN Treaty Collection the index of three chapters, and of one in twenty others; the
 * acts of 2015 under the treaties that are asked about, and one in twenty others; those of 2026; of the COW matrix one
 * in three hundred organisations, of its list those that are asked about and one in five; and a third of Hathaway's
 * scores: some 12,000 events. That is every kind of event and answer that the whole files give, and more than one page,
 * segment and batch of what the engines send and write at a time (5,000 events at most, 10,000 rows).
 * NORMTRAIL_TEST_REAL_ON_SERVERS=all does the same with all files, some 700,000 events, in
 * `published/verified.test.ts`, which has them loaded. Over the double that takes half an hour and several GB of memory
 * (NODE_OPTIONS=--max-old-space-size=12000), so better name a server.
 */
const whole = ['states/cow_states2016.csv', 'states/gw_states.csv', 'un_treaties/untc_hr_arms_2026.csv']
const scores = 'hr_scores/hathaway_torture_1985_1999.csv'
const index = 'un_treaties/untc_index_2015.csv'
/** On human rights, on penal matters, on disarmament. */
const chapters = ['4', '18', '26']
const acts = 'un_treaties/untc_actions_2015.csv'
/** The Genocide Convention, CERD, the Covenants, CEDAW, CAT, OPCAT, CRC, the Rome Statute, the Mine Ban Convention. */
const askedAbout: ReadonlySet<string> = new Set('4-1 4-2 4-3 4-4 4-8 4-9 4-9-b 4-11 18-10 26-5'.split(' '))
const everyNthTreaty = 20
const organisations = 'cow_igo/igo_list.csv'
/** Those that are asked about, as the list and the matrix call them. */
const organisationsAskedAbout = ['UN', 'COE', 'EU', 'NATO', 'OAS', 'WTO', 'OPEC', 'Mercosur']
const matrix = 'cow_igo/igo_state_year_wide.csv.gz'
const always = ['ccode', 'year', 'state', 'un', 'lon', 'coe']
const long = 600_000

/** Of the treaties in the order of a table. */
const someTreaties = () => {
  const others = new Map<string, number>()
  return (treaty: string): boolean => {
    if (askedAbout.has(treaty)) return true
    const place = others.get(treaty) ?? others.size
    others.set(treaty, place)
    return place % everyNthTreaty === 0
  }
}

/** What is left of long tables, by the names of their files. */
const parts = (): Readonly<Record<string, string>> => ({
  [basename(index)]: partOf(index, { rows: everyNth(everyNthTreaty, chapters) }),
  [basename(acts)]: partOf(acts, { rows: someTreaties() }),
  [basename(organisations)]: partOf(organisations, { rows: everyNth(5, organisationsAskedAbout) }),
  [basename(matrix, '.gz')]: partOf(matrix, { columns: everyNth(300, always) }),
  [basename(scores)]: partOf(scores, { rows: everyNth(3) }),
})

describe.skipIf(!existsSync(dataFolder))('published files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-real-servers-'))
  let workspace: Workspace
  let loaded: FolderReport

  beforeAll(async () => {
    const tables = join(folder, 'tables')
    mkdirSync(tables)
    for (const file of whole) copyFileSync(join(dataFolder, file), join(tables, basename(file)))
    for (const [name, text] of Object.entries(parts())) writeFileSync(join(tables, name), text)
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
    expect(loaded.reports).toHaveLength(whole.length + 5)
  })

  sameAnswersOnServers(() => workspace, 'hathaway:torture', { least: 11_000, milliseconds: long })
})
