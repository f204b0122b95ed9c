import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/ingest/index.ts'
import { collections, formatsNamed } from '../../src/sources/index.ts'
import { zipped } from '../sources/fixtures/zipped.ts'
import { freshWorkspaces } from './a-workspace.ts'

const fresh = freshWorkspaces()
const by = { recordedBy: 'a test' }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-collection-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

// The columns of the list of instruments of the UN Treaty Collection, with one row typed by hand.
const index =
  'chapter_no,chapter_name,treaty_no,treaty_file,treaty_name\n' +
  '4,Human Rights,9,4-9,"Convention against Torture. New York, 10 December 1984"\n'
const written = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

describe('un-treaty-collection', () => {
  it('is whichever of its tables a file is by its columns, also in an archive', async () => {
    const formats = formatsNamed('un-treaty-collection')
    const plain = await importFiles(await fresh(), formats, [written('list.csv', index)], by)
    const path = written('list.zip', zipped([{ name: 'list.csv', content: index }]))
    const packed = await importFiles(await fresh(), formats, [path], by)
    for (const { reports } of [plain, packed])
      expect(reports).toMatchObject([{ importer: 'untc-index', rows: { read: 1 } }])
  })
  it('is refused for a table that is none of them, before anything is recorded', async () => {
    const workspace = await fresh()
    const before = await workspace.log.head()
    const files = [written('list.csv', index), written('other.csv', 'a,b\n1,2\n')]
    const importing = importFiles(workspace, formatsNamed('un-treaty-collection'), files, by)
    await expect(importing).rejects.toMatchObject({ code: 'unknown-columns', where: files[1] })
    expect(await workspace.log.head()).toEqual(before)
  })
  it('has the name of no format', () => {
    for (const [name, { formats }] of Object.entries(collections)) {
      expect(formats.map((format) => format.name)).not.toContain(name)
      expect(formatsNamed(name)).toBe(formats)
    }
  })
})
