import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFolder } from '../../src/ingest/index.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { dataFolder } from '../support/run/published.ts'
import { expectNothingNew, publishedBy } from './loaded-again.ts'
import { everyNth, partOf, rightsAndArms } from './part-of.ts'

const long = 600_000
const nth = 45
const matrix = 'cow_igo/igo_state_year_wide.csv.gz'
const acts = 'un_treaties/untc_actions_2015.csv'
const statusFile = /([^/]+)\.en\.xml$/

/** Long tables of what is alike from row to row: scores, counts, pairs of states, seats. */
const cut: ReadonlySet<string> = new Set([
  'advocacy/amnesty_urgent_actions_1980_2015.csv.gz',
  'advocacy/upr_recommendations_2008_2014.csv.gz',
  'hr_scores/ciri_physint_1981_2011.csv',
  'hr_scores/hathaway_torture_1985_1999.csv',
  'hr_scores/cirights_v1_1981_2020.csv',
  'hr_scores/lhrs_v402_1946_2021.csv',
  'hr_scores/pts_1976_2021.csv',
  'hr_scores/vdem_subset_1900_2021.csv',
  'regimes/democracy_cow_year.csv',
  'regimes/freedom_house_1972_2024.csv',
  'relations/cow_alliance41_dyad_spells.csv',
  'relations/cow_cinc_v7.csv.gz',
  'relations/dist_cepii.csv.gz',
  'relations/informal_io_membership_spells.csv',
])

/** Of acts and of status files: those of the treaties that the table of 2026 has, and one in so many of the others. */
const someTreaties = (treaty: string, place: number): boolean => rightsAndArms.test(treaty) || place % nth === 0

/** The text of what is left of a long table; undefined of one that stays whole. */
const partLeft = (file: string): string | undefined => {
  if (file === matrix) return partOf(file, { columns: everyNth(nth, ['ccode', 'year', 'state', 'un', 'lon']) })
  if (file === acts) return partOf(file, { rows: someTreaties })
  return cut.has(file) ? partOf(file, { rows: everyNth(nth) }) : undefined
}

/** Every published file, under its name: links to them, and of long ones a part. */
const writeTo = (folder: string): void => {
  const files = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).toSorted()
  for (const [place, file] of files.entries()) {
    const treaty = statusFile.exec(file)?.[1]
    if (!statSync(join(dataFolder, file)).isFile() || (treaty !== undefined && !someTreaties(treaty, place))) continue
    const part = partLeft(file)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    if (part === undefined) symlinkSync(join(dataFolder, file), join(folder, file))
    else writeFileSync(join(folder, file.replace(/\.gz$/, '')), part)
  }
}

/**
 * Every published table, of the long ones one row in forty-five, of the matrix of memberships one organisation in
 * forty-five, and the status files of the treaties that the table of 2026 has and of one other in forty-five: some
 * 40,000 events of every source, more than a bulk load folds at a time (25,000). `published/verified.test.ts` does the
 * same with all rows.
 */
describe.skipIf(!existsSync(dataFolder))('the published files, long ones in part, loaded together', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-loaded-again-'))
  const files = join(folder, 'files')
  let workspace: Workspace

  beforeAll(async () => {
    writeTo(files)
    workspace = await openWorkspace(join(folder, 'data'))
    await importFolder(workspace, files, publishedBy)
    await workspace.catchUp()
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it(
    'leave a log that is whole, and a read model that a rebuild would make',
    async () => {
      const { ordinal } = await workspace.log.head()
      expect(ordinal).toBeGreaterThan(30_000)
      expect((await workspace.log.verify()).broken).toEqual([])
      const { differences, events } = await verifyReadModel(workspace.readModel, workspace.log)
      expect(differences).toEqual([])
      expect(events).toBe(ordinal)
    },
    long,
  )

  it(
    'loaded again append nothing; what a later table dated otherwise is superseded',
    () => expectNothingNew(workspace, files),
    long,
  )
})
