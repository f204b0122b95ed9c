import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBeside } from '../../../src/readmodel/sqlite/beside.ts'
import { removeUnused, takeIntoUse } from '../../../src/readmodel/sqlite/in-use.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-beside-'))
  file = join(folder, 'read.00000000-1.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = Uint8Array.of(1, 2, 3)

describe('files beside a generation', () => {
  it('are read as they were written last', () => {
    const { read, write } = filesBeside(file)
    write('one', bytes)
    write('one', Uint8Array.of(4))
    expect([...(read('one') ?? [])]).toEqual([4])
    expect(read('other')).toBeUndefined()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('are removed with it, and only with it', () => {
    const other = filesBeside(join(folder, 'read.00000000-12.sqlite'))
    const { read, write } = filesBeside(file)
    write('one', bytes)
    other.write('one', bytes)
    const use = takeIntoUse(file)
    expect([removeUnused(file), read('one') === undefined]).toEqual([false, false])
    use.letGo()
    expect([removeUnused(file), read('one') === undefined]).toEqual([true, true])
    expect(other.read('one')).toBeDefined()
  })

  it('are twelve at most: the ones that were written longest ago go', () => {
    const { read, write } = filesBeside(file)
    for (let at = 0; at < 14; at += 1) {
      write(`file${at}`, bytes)
      utimesSync(`${file}-kept-file${at}`, at + 1, at + 1)
    }
    write('last', bytes)
    const names = [...Array(14).keys()].map((at) => `file${at}`)
    expect(names.filter((name) => read(name) === undefined)).toEqual(['file0', 'file1', 'file2'])
  })

  it('that a process left unfinished are cleared away after a while', () => {
    const [old, new_] = ['aaa', 'bbb'].map((name) => `${file}-kept-${name}.part`)
    for (const part of [old, new_]) writeFileSync(part as string, bytes)
    utimesSync(old as string, 1, 1)
    filesBeside(file).write('one', bytes)
    expect([existsSync(old as string), existsSync(new_ as string)]).toEqual([false, true])
  })

  it('where none can be written there are none, and nobody complains', () => {
    rmSync(folder, { recursive: true })
    const { read, write } = filesBeside(file)
    write('one', bytes)
    expect(read('one')).toBeUndefined()
  })
})
