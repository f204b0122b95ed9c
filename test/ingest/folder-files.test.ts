import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { leftAloneLines } from '../../src/cli/reports/left-alone-text.ts'
import { filesOf } from '../../src/ingest/import/folder-files.ts'
import { importFolder } from '../../src/ingest/index.ts'
import { freshWorkspaces } from './a-workspace.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A folder of these files. */
const aFolder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-folder-'))
  folders.push(folder)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

// The columns of the COW membership matrix, and one row of it.
const matrix = 'ccode,year,state,un,lon\n2,1950,usa,1,-1\n'
const hathaway = (value: string) => `country,ccode,year,torture\nUnited States,2,1990,1\nCanada,20,1990,${value}\n`
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

describe('what nobody recognises', () => {
  it.each<[what: string, file: string, content: string | Uint8Array, why: string]>([
    ['other columns', 'a.csv', 'this,that\n1,2\n', 'no source has these columns'],
    ['other columns, with a row too long', 'a.csv', 'this,that\n1,2,3\n', 'no source has these columns'],
    ['other columns, with a quote that is not closed', 'a.csv', 'this,that\n1,"2\n', 'no source has these columns'],
    ['one column twice', 'a.csv', 'this,this\n1,2\n', 'no source has these columns'],
    ['data without a header', 'a.csv', '1,2\n3,4\n', 'no source has these columns'],
    ['semicolons, and commas within a cell', 'a.csv', 'iso2;city\nAW;Oranjestad, A\n', 'no source has these columns'],
    ['tabs', 'a.csv', 'ccode\tyear\n2\t1950\n', 'no source has these columns'],
    ['an empty file', 'a.csv', '', 'empty'],
    ['blank lines', 'a.csv', '\n\n', 'empty'],
    ['an empty file, gzipped', 'a.csv.gz', gzipSync(''), 'empty'],
    ['a name with an accent in Latin-1', 'a.csv', Buffer.from('année,état\n1,2\n', 'latin1'), 'not UTF-8'],
    [
      'a header of broken quotes',
      'a.csv',
      'a,"b\n1,2\n',
      'no plain table: quotes within cells, or cells that no commas set apart',
    ],
    ['bytes', 'a.csv', new Uint8Array([7, 0, 0, 3, 250, 10]), 'binary, no table'],
    ['bytes, gzipped', 'a.csv.gz', gzipSync(new Uint8Array([7, 0, 0, 3, 250, 10])), 'binary, no table'],
    ['a workbook under another name', 'a.csv', Buffer.from('PK\x03\x04rest'), 'binary, no table'],
    ['gzip that is cut off', 'a.csv.gz', gzipSync(matrix).subarray(0, 12), 'the compressed data is damaged'],
    ['a workbook', 'a.xlsx', Buffer.from('PK\x03\x04rest'), 'not named .csv or .csv.gz'],
    ['XML', 'a.xml', '<a/>', 'no status file of the depositary'],
    ['gzip of something else', 'a.xml.gz', gzipSync('<a/>'), 'not named .csv or .csv.gz'],
    ['a name without an ending', 'README', 'words', 'not named .csv or .csv.gz'],
    ['a folder deeper', 'b/c/a.csv', 'this,that\n', 'no source has these columns'],
  ])('is left alone, and named: %s', async (_, file, content, why) => {
    const found = await filesOf(aFolder({ 'igo.csv': matrix, [file]: content }))
    expect(found.files.map((one) => [one.file, one.importer.name])).toEqual([['igo.csv', 'cow-igo']])
    expect(found.leftAlone).toEqual([{ file, why }])
  })

  it('are links that lead nowhere or to folders, and hidden folders', async () => {
    const folder = aFolder({ '.git/igo.csv': matrix, 'real/igo.csv': matrix })
    symlinkSync(join(folder, 'gone.csv'), join(folder, 'broken.csv'))
    symlinkSync(folder, join(folder, 'round'))
    symlinkSync(join(folder, 'real', 'igo.csv'), join(folder, 'linked.csv'))
    const found = await filesOf(folder)
    expect(found.files.map(({ file }) => file)).toEqual(['linked.csv', 'real/igo.csv'])
    expect(found.leftAlone).toEqual([
      { file: '.git', why: 'a hidden folder' },
      { file: 'broken.csv', why: 'a link that leads nowhere' },
      { file: 'round', why: 'a link to a folder' },
    ])
  })

  it('are counted in one line where there are many of a kind', () => {
    const many = Array.from({ length: 272 }, (_, n) => ({ file: `x/${n}.en.xml`, why: 'not named .csv or .csv.gz' }))
    expect(
      leftAloneLines([
        { file: 'a.csv', why: 'empty' },
        { file: 'b.csv', why: 'empty' },
        ...many,
        ...['a', 'b', 'c', 'd'].map((name) => ({ file: `${name}.xml.gz`, why: 'not named .csv or .csv.gz' })),
        { file: 'LICENSE', why: 'not named .csv or .csv.gz' },
      ]),
    ).toEqual([
      'left alone, empty: a.csv, b.csv',
      'left alone, not named .csv or .csv.gz: 272 .xml files, 4 .xml.gz files, LICENSE',
    ])
  })
})

describe('what is recognised', () => {
  it.each<[what: string, file: string, content: string | Uint8Array]>([
    ['by its columns, whatever its name', 'x.csv', matrix],
    ['with an ending in capitals', 'X.CSV', matrix],
    ['gzipped, with an ending in capitals', 'X.CSV.GZ', gzipSync(matrix)],
    ['with a byte order mark', 'x.csv', `\uFEFF${matrix}`],
    ['in UTF-16 with its mark', 'x.csv', utf16(matrix)],
    ['with a row too long: a fault that stops the import', 'x.csv', `${matrix}1,2,3,4,5,6,7\n`],
    ['with a column twice: a fault that stops the import', 'x.csv', 'ccode,year,state,un,lon,un\n2,1950,usa,1,-1,1\n'],
  ])('%s', async (_, file, content) => {
    const found = await filesOf(aFolder({ [file]: content }))
    expect(found.files.map((one) => [one.file, one.importer.name])).toEqual([[file, 'cow-igo']])
  })
})

describe('a recognised file that fails', () => {
  const fresh = freshWorkspaces()
  it.each<[what: string, file: string, content: string, code: string]>([
    ['on a value', 'hathaway.csv', hathaway('7'), 'bad-row'],
    ['on a ragged row', 'hathaway.csv', `${hathaway('2')}x,2\n`, 'ragged-row'],
    ['on its header', 'hathaway.csv', 'country,ccode,year,torture,torture\na,2,1990,1,1\n', 'bad-header'],
  ])('%s stops the import, which says what is in and what is not', async (_, file, content, code) => {
    const workspace = await fresh()
    const names = 'Country,COW_Code_A,COW_Code_N,Region,Year,PTS_A,PTS_H,PTS_S,NA_Status_A,NA_Status_H,NA_Status_S'
    const pts = `${names}\nCanada,CAN,20,nca,1990,1,1,1,0,0,0\n`
    const folder = aFolder({
      'pts/pts.csv': pts,
      'more/hathaway.csv': hathaway('2'),
      [file]: content,
      'old/igo.csv': matrix,
      'left.csv': 'a,b\n',
    })
    await expect(importFolder(workspace, folder, { recordedBy: 'a test' })).rejects.toMatchObject({
      code,
      exitCode: 2,
      hint: expect.stringMatching(
        /In the log: old\/igo\.csv, pts\/pts\.csv\.\n {2}Not in it: hathaway\.csv, more\/hathaway\.csv\.$/,
      ) as string,
    })
    rmSync(join(folder, file))
    const { reports } = await importFolder(workspace, folder, { recordedBy: 'a test' })
    // Two countries of one row each, the release and what its file holds are what was lacking; the rest was there.
    expect(reports.map(({ events }) => events.appended)).toEqual([0, 0, 4])
  })
})
