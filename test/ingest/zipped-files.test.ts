import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { filesOf } from '../../src/ingest/import/folder-files.ts'
import { importFiles, importFolder } from '../../src/ingest/index.ts'
import { importerNamed } from '../../src/sources/index.ts'
import { zipped, type Packed } from '../sources/fixtures/zipped.ts'
import { ask, freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
const by = { recordedBy: 'a test' }
const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const aFolder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-zips-'))
  folders.push(folder)
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

// The columns of the list of states as the Correlates of War Project publishes it, as v2016 and v2024; two rows of
// each, typed by hand.
const columns = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version'
const states = (version: string) =>
  [
    columns,
    `USA,2,United States of America,1816,1,1,${version},12,31,${version}`,
    `AUH,300,Austria-Hungary,1816,1,1,1918,11,3,${version}`,
  ].join('\n')
const list2024 = { name: 'States2024/statelist2024.csv', content: states('2024') }
const codebook = { name: 'States2024/State System Codebook.pdf', content: '%PDF-' }

describe('the list of states as downloaded in 2024', () => {
  it('is read from its archive, as the release that it says it is', async () => {
    const workspace = await fresh()
    const path = join(aFolder({ 'States2024.zip': zipped([codebook, list2024]) }), 'States2024.zip')
    const { reports } = await importFiles(workspace, importerNamed('cow-states'), [path], by)
    expect(reports).toMatchObject([
      {
        file: 'States2024.zip > States2024/statelist2024.csv',
        importer: 'cow-states-2024',
        release: 'cow-states-2024',
        rows: { read: 2, appended: 2 },
      },
    ])
    const events = await streamOf(workspace, 'state-cow300')
    expect(events.filter(({ type }) => /^State(Entered|Ended)$/.test(type))).toMatchObject([
      { occurred: '1816-01-01', sources: [{ locator: 'States2024/statelist2024.csv: cow 300, spell 1, styear' }] },
      { occurred: '1918-11-03' },
    ])
    // A spell that ends with the data goes on.
    const usa = (await streamOf(workspace, 'state-usa')).filter(({ type }) => type === 'StateEnded')
    expect(usa).toEqual([])
  })
  it('is the same as a file, whichever of its releases is named', async () => {
    const workspace = await fresh()
    const path = join(aFolder({ 'list.csv': list2024.content }), 'list.csv')
    for (const named of ['cow-states', 'cow-states-2024'])
      expect((await importFiles(workspace, importerNamed(named), [path], by)).reports[0]?.release).toBe(
        'cow-states-2024',
      )
  })
  it('goes on where the release of 2016 ended: what stands is known', async () => {
    const workspace = await fresh()
    const folder = aFolder({ 'cow_states2016.csv': states('2016'), 'States2024.zip': zipped([list2024]) })
    const { reports } = await importFolder(workspace, folder, by)
    expect(reports.map(({ release, rows, events }) => [release, rows.appended, events.corrections])).toEqual([
      ['cow-states-2016', 2, 0],
      ['cow-states-2024', 0, 0],
    ])
    await workspace.catchUp()
    const { items: sources } = await ask(workspace, 'sources', {})
    expect(sources).toContainEqual(expect.objectContaining({ source: 'cow-states-2024', redistributable: 'no' }))
  })
  it('is refused where it is a release that nobody has told the last day of', async () => {
    const workspace = await fresh()
    const path = join(aFolder({ 'list.csv': states('2030') }), 'list.csv')
    await expect(importFiles(workspace, importerNamed('cow-states'), [path], by)).rejects.toMatchObject({
      code: 'other-edition',
      message: 'The column "version" says "2030".',
      hint: expect.stringContaining('2016, 2024') as string,
    })
  })
})

describe('archives in a folder', () => {
  const bad = (name: string, more: Partial<Packed> = {}): Packed => ({ name, content: states('2024'), ...more })
  it('are looked into: tables that somebody recognises, and the rest by name', async () => {
    const folder = aFolder({
      'a.zip': zipped([
        codebook,
        list2024,
        bad('secret.csv', { encrypted: true }),
        { name: 'inner.zip', content: 'PK' },
      ]),
      'b.zip': zipped([bad('../out.csv')]),
      'c.zip': 'no archive',
    })
    const { files, leftAlone } = await filesOf(folder)
    expect(files.map(({ file, importer }) => [file, importer.name])).toEqual([
      ['a.zip > States2024/statelist2024.csv', 'cow-states-2024'],
    ])
    expect(leftAlone).toEqual([
      { file: 'a.zip > States2024/State System Codebook.pdf', why: 'not named .csv or .csv.gz' },
      { file: 'a.zip > inner.zip', why: 'an archive within an archive: unpack the outer one' },
      { file: 'a.zip > secret.csv', why: 'it is encrypted' },
      { file: 'b.zip', why: 'the archive is damaged, or names files outside of itself' },
      { file: 'c.zip', why: 'the archive is damaged, or names files outside of itself' },
    ])
  })
  it('name the file of a row that cannot be read', async () => {
    const workspace = await fresh()
    const content = `${columns}\nUSA,2,United States,1816,1,1,2024,13,31,2024\n`
    const folder = aFolder({ 'a.zip': zipped([{ name: 'list.csv', content }]) })
    await expect(importFolder(workspace, folder, by)).rejects.toMatchObject({ where: 'a.zip > list.csv, row 1' })
  })
  it.each([
    // Headers as their publishers write them.
    ['Correlates of War, direct contiguity by year', 'dyad,state1no,state1ab,state2no,state2ab,year,conttype,version'],
    ['Correlates of War, contiguity counted by state and year', 'stateno,stateab,year,total,land,sea,version'],
    [
      'Correlates of War, trade by state and year',
      'ccode,statename,stateabb,year,imports,exports,alt_imports,alt_exports,source1,source2,version',
    ],
    ['ATOP, members of alliances', 'atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase'],
    [
      'ICOW, colonial history',
      'State,Name,ColRuler,IndFrom,IndDate,IndViol,IndType,SecFrom,SecDate,SecViol,Into,IntoDate,COWsys,GWsys,Notes',
    ],
  ])('name a table that is known and not imported: %s', async (is, header) => {
    const cells = header.replaceAll(/[^,]+/g, '1')
    const { leftAlone } = await filesOf(aFolder({ 'a.csv': `${header}\r\n${cells}\r\n` }))
    expect(leftAlone).toEqual([{ file: 'a.csv', why: `known, and not imported: ${is}` }])
  })
})

describe('an archive that is named for a format', () => {
  it('is refused where nothing in it is of the format, with what it holds', async () => {
    const workspace = await fresh()
    const path = join(aFolder({ 'a.zip': zipped([codebook]) }), 'a.zip')
    await expect(importFiles(workspace, importerNamed('cow-states'), [path], by)).rejects.toMatchObject({
      code: 'nothing-in-zip',
      hint: expect.stringContaining('State System Codebook.pdf') as string,
    })
  })
})
