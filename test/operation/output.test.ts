import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from '../cli/shell.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'
import { inShell, isPlain } from './a-command.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
let env: Readonly<Record<string, string>>
let here: string
let nth = 0
beforeAll(async () => {
  folder = await aDataFolder()
  env = { NORMTRAIL_DATA: folder.data }
})
afterAll(() => folder.remove())
beforeEach(async () => {
  here = join(folder.folder, `outputs-${(nth += 1)}`)
  await mkdir(here)
})

const write = (path: string) => shell(['greeting', 'fra', '--output', path, '--as-of', '2000-01-01'], { env })
const greeting = 'warm words for fra, 2000-01-01\n'

describe('a file that is written', () => {
  it.each([0o600, 0o640, 0o664, 0o755, 0o444])('keeps the permissions %o of the one before', async (mode) => {
    const path = join(here, 'a.txt')
    await writeFile(path, 'old')
    await chmod(path, mode)
    expect((await write(path)).code).toBe(0)
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777]).toEqual([greeting, mode])
  })
  it.each([
    ['one that is there', ['target.txt', 'link'], true],
    ['one that is not there yet', ['target.txt', 'link'], false],
    ['one behind two links', ['target.txt', 'second', 'link'], true],
    ['one that is not there yet, behind two links', ['target.txt', 'second', 'link'], false],
  ])('is written through a link to %s', async (_what, names, isThere) => {
    if (isThere) await writeFile(join(here, 'target.txt'), 'old')
    for (const [index, name] of names.entries())
      if (index > 0) await symlink(names[index - 1] as string, join(here, name))
    expect((await write(join(here, 'link'))).code).toBe(0)
    expect((await lstat(join(here, 'link'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(here, 'target.txt'), 'utf8')).toBe(greeting)
    expect((await readdir(here)).toSorted()).toEqual([...names].toSorted())
  })
  it('overwrites no neighbour, whatever its name', async () => {
    const neighbours = ['a.txt.part', '.a.txt.part', 'a.txt~', 'a.txt.tmp']
    for (const name of neighbours) await writeFile(join(here, name), name)
    expect((await write(join(here, 'a.txt'))).code).toBe(0)
    for (const name of neighbours) expect(await readFile(join(here, name), 'utf8')).toBe(name)
    expect((await readdir(here)).length).toBe(neighbours.length + 1)
  })
  it('may have a name as long as names may be', async () => {
    const name = 'x'.repeat(255)
    expect((await write(join(here, name))).code).toBe(0)
    expect(await readdir(here)).toEqual([name])
  })
})

describe('a path that no file can have', () => {
  it.each([
    ['a folder', '.', 'it is a folder, not a file'],
    ['a folder that is not there', 'no/such/a.txt', 'it is not there, or the folder that it is to stand in is not'],
    ['a file as a folder', 'file/a.txt', 'a part of its path is a file, not a folder'],
    ['links in a circle', 'circle', 'its links lead in a circle'],
    ['too long a name', 'x'.repeat(300), 'its name is too long'],
  ])('is %s', async (_what, path, words) => {
    await writeFile(join(here, 'file'), 'a file')
    await symlink('circle', join(here, 'elsewhere'))
    await symlink('elsewhere', join(here, 'circle'))
    const { code, err } = await write(join(here, path))
    expect([code, err]).toEqual([2, `cannot-write: --output: ${join(here, path)} cannot be written: ${words}.\n`])
  })
})

describe('a name that another program would take for what is not in it', () => {
  it.each([
    ['a.csv.gz', 'nothing is written as .gz'],
    ['a.xlsx', 'nothing is written as .xlsx'],
    ['a.csv', '"csv" needs a table'],
    ['a.PARQUET', '"parquet" needs a table'],
  ])('is refused, and no file made: %s', async (name, words) => {
    const { code, err } = await write(join(here, name))
    expect([code, err]).toEqual([2, expect.stringContaining(words)])
    expect(await readdir(here)).toEqual([])
  })
  it('may be written in another case, or with the format beside it', async () => {
    expect((await write(join(here, 'a.JSON'))).code).toBe(0)
    expect(JSON.parse(await readFile(join(here, 'a.JSON'), 'utf8'))).toBeTypeOf('object')
    const more = ['--format', 'text', '--output', join(here, 'a.xlsx'), '--as-of', '2000-01-01']
    expect((await shell(['greeting', 'fra', ...more], { env })).code).toBe(0)
  })
})

describe('a panel that is written', () => {
  it.each([['INT', 130] as const, ['TERM', 143] as const])(
    'is given up at once at SIG%s: the file is as it was, with nothing beside it',
    async (signal, status) => {
      const data = join(here, 'data')
      await copyBundledCaseTo(data)
      await writeFile(join(here, 'a.csv'), 'old')
      const { out, err } = await inShell(
        `set -m
        $NT --data "$DATA" panel dyads --from 1946 --to 2020 --system un --output "$HERE/a.csv" & panel=$!
        until ls -A "$HERE" | grep -q '[.]part$'; do sleep 0.02; done
        kill -${signal} $panel; wait $panel; echo $?`,
        { DATA: data, HERE: here },
      )
      expect([out, err]).toEqual([`${status}\n`, expect.not.stringContaining('release')])
      expect((await readdir(here)).toSorted()).toEqual(['a.csv', 'data'])
      expect(await readFile(join(here, 'a.csv'), 'utf8')).toBe('old')
    },
  )
})

describe('an output that fails', () => {
  const full = ['events --format csv', '--help', 'info', 'log export', 'doctor'] as const
  it.each(full)('says so in plain words: %s', async (command) => {
    const { code, err } = await inShell(`$NT --data "$DATA" ${command} > /dev/full`, { DATA: folder.data })
    expect([code, isPlain(err), err]).toEqual([4, true, expect.stringContaining('write-failed: the output cannot')])
  })
  it('leaves the file as it was where the disk is full, and nothing beside it', async () => {
    const path = join(here, 'a.jsonl')
    await writeFile(path, 'old')
    // No file of this process may be longer than eight blocks of 1,024 bytes.
    const { code, err } = await inShell(`trap '' XFSZ; ulimit -f 8; $NODE --input-type=module -e "$SCRIPT"`, {
      NODE: process.execPath,
      TO: path,
      SCRIPT: `import { toFile } from '${packagePath('dist/src/cli/context/output.js')}'
        const pieces = function* () { for (;;) yield 'x'.repeat(1000) }
        await toFile(process.env.TO, pieces()).catch(({ report, exitCode }) => {
          console.error(report)
          process.exitCode = exitCode
        })`,
    })
    expect([code, err]).toEqual([4, expect.stringContaining('write-failed: --output: ')])
    expect([await readFile(path, 'utf8'), await readdir(here)]).toEqual(['old', ['a.jsonl']])
  })
  it('is quiet where nobody reads any more, on either side', async () => {
    const args = { DATA: folder.data }
    expect(await inShell('$NT --data "$DATA" log export | head -n 0; echo ${PIPESTATUS[0]}', args)).toMatchObject({
      out: '0\n',
      err: '',
    })
    expect(
      await inShell('$NT --data "$DATA" status nobody cat 2>&1 | head -n 0; echo ${PIPESTATUS[0]}', args),
    ).toMatchObject({ out: '2\n', err: '' })
    expect(await inShell('$NT --data "$DATA" status nobody cat 2> /dev/full', args)).toMatchObject({ code: 2 })
  })
})

describe('a folder where a file is to be read', () => {
  it.each([
    'append "$HERE"',
    'log import "$HERE"',
    'import cow-igo "$HERE"',
    'import table --mapping "$HERE" "$HERE"',
    'import folder "$DATA/log.sqlite"',
  ])('is bad input: %s', async (command) => {
    const { code, err } = await inShell(`$NT --data "$DATA" ${command}`, { DATA: folder.data, HERE: here })
    expect([code, isPlain(err), err]).toEqual([2, true, expect.stringMatching(/^(unreadable-file|no-folder): /)])
  })
})
