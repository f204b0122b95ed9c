import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importFolder } from '../../src/ingest/index.ts'
import { loadAttribute } from '../../src/queries/relations/load-attributes.ts'
import { loadRelations } from '../../src/queries/relations/load-relations.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { day } from '../support/folded.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

const bring = async (workspace: Workspace, files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-ties-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return importFolder(workspace, folder, { recordedBy: 'a test' })
}

const coldat = [
  'country,colonizer,col,colstart_max,colend_max,colstart_mean,colend_mean',
  'Côte d’Ivoire,france,1,1889,1960,1869,1960',
  'Albania,france,0,NA,NA,NA,NA',
  '',
].join('\n')
/** The letters of the table in windows-1252. */
const inWindows1252 = Buffer.from(
  [...coldat].map((letter) => (letter === '’' ? 0x92 : (letter.codePointAt(0) as number))),
)

describe('a table that is about in two encodings', () => {
  it.each([
    ['UTF-8', coldat],
    ['windows-1252', inWindows1252],
  ])('is read in %s', async (_, content) => {
    const workspace = await fresh()
    const { reports } = await bring(workspace, { 'coldat.csv': content })
    expect(reports.map(({ importer, rows }) => [importer, rows.appended, rows.skipped])).toEqual([['coldat', 1, 1]])
    expect((await streamOf(workspace, 'relation-coldat-colony-max-fra')).map(({ data }) => data['other'])).toEqual([
      'civ',
    ])
  })
})

describe('what a table of ties holds in full', () => {
  it('is of all whom it names, tied or not', async () => {
    const workspace = await fresh()
    await bring(workspace, { 'coldat.csv': coldat })
    const { on, coverage } = await loadRelations(await workspace.world({}), 'coldat-colony-mean')
    expect(on(day('1900-06-01')).map(({ a, b, directed }) => [a, b, directed])).toEqual([['fra', 'civ', true]])
    expect(['alb', 'civ', 'fra', 'jpn'].map((state) => coverage(state, day('1900-06-01')).state)).toEqual([
      'covered',
      'covered',
      'covered',
      'none',
    ])
  })
  it('is of the states of a system, on the days on which they are in it', async () => {
    const workspace = await fresh()
    await bring(workspace, {
      'states.csv': [
        'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version',
        'USA,2,United States of America,1816,1,1,2016,12,31,2016',
        'CAN,20,Canada,1920,1,10,2016,12,31,2016',
        'NEW,920,New Zealand,1920,1,10,2016,12,31,2016',
        '',
      ].join('\n'),
      'contiguity.csv': 'ccode1,ccode2,conttype,stdate,enddate\n2,20,1,1920-01-01,2016-12-01\n',
    })
    const { on, coverage } = await loadRelations(await workspace.world({}), 'cow-contiguity')
    expect(on(day('1990-01-01')).map(({ a, b, type }) => [a, b, type])).toEqual([['can', 'usa', 'land']])
    expect(['1919-12-31', '1990-01-01', '2017-01-01'].map((date) => coverage('nzl', day(date)).state)).toEqual([
      'none',
      'covered',
      'carried',
    ])
  })
})

describe('organisations by their number', () => {
  it('are those of the list that the same command reads, or that the log knows', async () => {
    const list = [
      'ioname,orgname,longorgname,ionum,sdate,deaddate,dead,integrated,replaced,first_year,last_year,accuracy_pre1965',
      'XYZ,Example Org,Example Organisation,77,1950,,0,0,0,1950,2014,',
      '',
    ].join('\n')
    const mia = [
      'igoID,Title,cowigoNR,Year,delegation,pooling',
      'XYZ,XYZ,77,1990,0.25,0.5',
      'ABC,ABC,78,1990,0.25,0.5',
      '',
    ].join('\n')
    const workspace = await fresh()
    const { reports } = await bring(workspace, { 'list.csv': list, 'mia.csv': mia })
    expect(reports.at(-1)).toMatchObject({ importer: 'mia', rows: { appended: 1, skipped: 1 } })
    const { on } = await loadAttribute(await workspace.world({}), 'mia-pooling', 'igo')
    expect(on('xyz', day('1990-06-01'))?.value).toBe(0.5)
    expect(on('xyz', day('1991-06-01'))).toBeUndefined()
    const again = await bring(workspace, { 'mia.csv': mia })
    expect(again.reports[0]).toMatchObject({ rows: { appended: 0, known: 1, skipped: 1 } })
  })
})
