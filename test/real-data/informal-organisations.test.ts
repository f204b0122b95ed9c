import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/ingest/index.ts'
import { migoSpells } from '../../src/sources/igos/migo.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { dataFolder } from '../support/run/published.ts'
import { plainRows } from './plain-csv.ts'

const path = 'relations/informal_io_membership_spells.csv'

interface Observed {
  readonly igo: string
  readonly actor: string
  readonly firstYear: number
  readonly lastYear: number
}

/** The numbers are those of the file, counted by its columns. */
describe.skipIf(!existsSync(dataFolder))('the real table of informal organisations, in the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-informal-'))
  let workspace: Workspace | undefined
  let rows: Readonly<Record<string, number>> | undefined
  let observed: readonly Observed[] = []
  beforeAll(async () => {
    await copyCatalogueTo(folder)
    workspace = await openWorkspace(folder)
    const { reports } = await importFiles(workspace, migoSpells, [join(dataFolder, path)], { recordedBy: 'a test' })
    rows = reports.map((report) => ({ ...report.rows }))[0]
    const found: Observed[] = []
    for await (const { event } of workspace.log.readAll())
      if (event.type === 'MembershipObserved')
        found.push({ ...(event.data as Omit<Observed, 'igo'>), igo: event.stream.slice('igo-'.length) })
    observed = found
  }, 120_000)
  afterAll(async () => {
    await workspace?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is there to the last row', () => expect(rows).toEqual({ read: 5819, appended: 5819, known: 0, skipped: 0 }))

  it.each([
    [1950, 126],
    [1970, 420],
    [1990, 1297],
    [2000, 2689],
    [2010, 4667],
  ])('has in %i memberships to the number of %i', (year, expected) => {
    const inFile = plainRows(path).filter((row) => Number(row['start_year']) <= year && year <= Number(row['end_year']))
    const inLog = observed.filter(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear)
    expect([inFile.length, inLog.length]).toEqual([expected, expected])
  })

  it('tells of 244 organisations, three of which are those of the catalogue', () => {
    const igos = new Set(observed.map(({ igo }) => igo))
    expect(new Set(plainRows(path).map(({ igo }) => igo)).size).toBe(244)
    expect([igos.size, [...igos].filter((igo) => !igo.startsWith('migo-')).toSorted()]).toEqual([
      244,
      ['brics', 'g20', 'g7'],
    ])
  })

  it('has the G7 in nine spells, two of them of Germany', () => {
    const ofG7 = observed.filter(({ igo }) => igo === 'g7')
    expect(ofG7.map(({ actor, firstYear, lastYear }) => `${actor} ${firstYear}-${lastYear}`).toSorted()).toEqual([
      'can 1976-2010',
      'deu 1973-1989',
      'deu 1990-2010',
      'fra 1973-2010',
      'gbr 1973-2010',
      'ita 1975-2010',
      'jpn 1973-2010',
      'rus 1998-2010',
      'usa 1973-2010',
    ])
  })
})
