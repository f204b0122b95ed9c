import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/sources/files/open-file.ts'
import { storedEntry } from '../../src/sources/files/stored.ts'
import { bytesOfEntry, entriesOfZip, isZip } from '../../src/sources/files/zip.ts'
import { collected, written } from './fixtures/written-table.ts'
import { zipped, type Packed } from './fixtures/zipped.ts'

const table = { name: 'States/list.csv', content: 'a,b\n1,x\n' }
const archive = (files: readonly Packed[]) => written(zipped(files), 'a.zip')
const failure = (work: Promise<unknown>) => work.catch((thrown: unknown) => thrown)
const unpacked = async (path: string, entry: string) =>
  Buffer.concat(await collected(bytesOfEntry(path, 'a.zip', entry))).toString('utf8')

describe('a zip archive', () => {
  it('is known by its first bytes, not by its name', async () => {
    expect(await isZip(written(zipped([table]), 'table.csv'))).toBe(true)
    expect(await isZip(written(zipped([]), 'empty.zip'))).toBe(true)
    expect(await isZip(written('a,b\n', 'a.zip'))).toBe(false)
    expect(await isZip('/nowhere/a.zip')).toBe(false)
  })
  it('lists its files, without folders and what a file manager left', async () => {
    const names = ['States/', 'States/list.csv', '__MACOSX/States/._list.csv', 'States/.DS_Store', 'Codebook.pdf']
    const entries = await entriesOfZip(archive(names.map((name) => ({ name, content: '' }))), 'a.zip')
    expect(entries.map(({ name }) => name)).toEqual(['States/list.csv', 'Codebook.pdf'])
  })
  it('gives a file of it as it was packed', async () => {
    const long = `a,b\n${'1,é\n'.repeat(50_000)}`
    const path = archive([
      { name: 'other.csv', content: 'no' },
      { name: 'long.csv', content: long },
    ])
    expect(await unpacked(path, 'long.csv')).toBe(long)
  })
  it('is read as a table, by the name of archive and file, with what is beside it', async () => {
    const path = archive([
      table,
      { name: 'States/names.csv', content: 'c\nz\n' },
      { name: 'top.csv', content: 'd\n1\n' },
    ])
    const file = await openFile(storedEntry(path, 'States/list.csv'))
    expect([file.name, file.entry]).toEqual(['a.zip > States/list.csv', 'States/list.csv'])
    expect(await collected(file.records())).toEqual([{ row: 1, cells: { a: '1', b: 'x' } }])
    expect((await file.beside('names.csv'))?.header).toEqual(['c'])
    expect(await file.beside('top.csv')).toBeUndefined()
  })
  it('can be left in the middle of a file', async () => {
    const path = archive([{ name: 'long.csv', content: `a,b\n${'1,x\n'.repeat(200_000)}` }])
    for await (const piece of bytesOfEntry(path, 'a.zip', 'long.csv')) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
  })
})

describe('an archive that is not as it should be', () => {
  it.each([
    ['a name that leads out of it', '../evil.csv'],
    ['a name that leads out of it in the middle', 'a/../../evil.csv'],
    ['a name from the root', '/etc/evil.csv'],
    ['a name of another drive', 'C:/evil.csv'],
    ['a name with the slashes of Windows that leads out of it', '..\\evil.csv'],
  ])('is refused as a whole: %s', async (_, name) => {
    expect(await failure(entriesOfZip(archive([table, { name, content: '' }]), 'a.zip'))).toMatchObject({
      code: 'bad-zip',
      where: 'a.zip',
      message: `It names a file outside of itself: ${JSON.stringify(name.replaceAll('\\', '/'))}.`,
    })
  })
  it('is refused where it is cut off', async () => {
    const path = written(zipped([table]).subarray(0, 60), 'a.zip')
    expect(await failure(entriesOfZip(path, 'a.zip'))).toMatchObject({
      code: 'bad-zip',
      message: expect.stringContaining('damaged or cut off') as string,
    })
  })
  it.each<[what: string, more: Partial<Packed>, why: string]>([
    ['is encrypted', { encrypted: true }, 'it is encrypted'],
    // 2 GB is more than any table that is published in an archive.
    ['would unpack to more than is read', { declares: 3_000_000_000 }, 'unpacked it would have 3000000000 bytes'],
    ['is packed better than any table is', { declares: 200_000_000 }, 'no table is packed so well'],
  ])('has a file that is refused, and named: it %s', async (_, more, why) => {
    const path = archive([{ ...table, ...more }])
    expect((await entriesOfZip(path, 'a.zip'))[0]?.refused).toContain(why)
    expect(await failure(openFile(storedEntry(path, table.name)))).toMatchObject({
      code: 'unreadable-zip-entry',
      where: 'a.zip > States/list.csv',
      message: expect.stringContaining(why) as string,
    })
  })
  it.each<[what: string, more: Partial<Packed>]>([
    ['are damaged', { damaged: true }],
    ['are more than the archive declares', { declares: 10 }],
    ['are less than the archive declares', { declares: 2_000 }],
  ])('has a file whose bytes %s: it is refused while it is read', async (_, more) => {
    const rows = Array.from({ length: 200 }, (_row, index) => `${index * 7919},${index ** 3}`).join('\n')
    const path = archive([{ name: 'list.csv', content: `a,b\n${rows}\n`, ...more }])
    expect(await failure(unpacked(path, 'list.csv'))).toMatchObject({
      code: 'unreadable-zip-entry',
      where: 'a.zip > list.csv',
    })
  })
})
