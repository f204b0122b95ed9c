import { readdirSync } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
let env: Readonly<Record<string, string>>
beforeAll(async () => {
  folder = await aDataFolder()
  env = { NORMTRAIL_DATA: folder.data, USER: 'rosa' }
})
afterAll(() => folder.remove())

const json = async (args: readonly string[], stdin = ''): Promise<unknown> => {
  const { code, out, err } = await shell([...args, '--format', 'json'], { env, stdin })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('append', () => {
  it('reads stdin, line by line', async () => {
    expect(await json(['append'], '{"a":1}\r\n{"b":2}\n')).toEqual({
      texts: ['{"a":1}', '{"b":2}'],
      file: 'stdin',
      recordedBy: 'rosa',
      dryRun: false,
    })
  })
  it('reads a file', async () => {
    const path = join(folder.folder, 'events.jsonl')
    await writeFile(path, 'one\n')
    await appendFile(path, 'two')
    expect(await json(['append', path, '--by', 'eleanor', '--dry-run'])).toEqual({
      texts: ['one', 'two'],
      file: path,
      recordedBy: 'eleanor',
      dryRun: true,
    })
  })
  it('says which file is not there', async () => {
    const { code, err } = await shell(['append', 'missing.jsonl'], { env })
    expect(code).toBe(2)
    expect(err).toContain('unreadable-file: missing.jsonl: ')
  })
})

describe('correct and retract', () => {
  const because = ['--reason', 'a misprint', '--source', 'The register']
  it('take an event, a reason and a source', async () => {
    expect(await json(['retract', 'some-id', ...because])).toEqual({
      target: 'some-id',
      reason: 'a misprint',
      source: 'The register',
      sourceKind: 'scholarly',
      recordedBy: 'rosa',
      dryRun: false,
    })
  })
  it('take what should read otherwise', async () => {
    const flags = [
      '--occurred',
      '1984-12',
      '--effective',
      '1985',
      '--type',
      'TreatyAcceded',
      '--set',
      'a=1',
      '--set',
      'b=',
      '--payload',
      '{}',
      '--source-kind',
      'depositary',
      '--expected-revision',
      '7',
      '--by',
      'eleanor',
      '--dry-run',
    ]
    expect(await json(['correct', 'some-id', ...because, ...flags])).toEqual({
      target: 'some-id',
      reason: 'a misprint',
      source: 'The register',
      sourceKind: 'depositary',
      expectedRevision: 7,
      occurred: '1984-12',
      effective: '1985',
      type: 'TreatyAcceded',
      set: ['a=1', 'b='],
      data: '{}',
      recordedBy: 'eleanor',
      dryRun: true,
    })
  })
  it.each([
    [['correct', 'x', '--source', 's'], "bad-usage: required option '--reason <words>' not specified."],
    [['retract', 'x', '--reason', 'r'], "bad-usage: required option '--source <citation>' not specified."],
    [['retract', ...because], "bad-usage: missing required argument 'event-id'."],
    [['retract', 'x', '--reason', ' ', '--source', 's'], 'bad-input: --reason: is empty.'],
    [
      ['retract', 'x', ...because, '--source-kind', 'rumour'],
      "bad-usage: option '--source-kind <kind>' argument 'rumour' is invalid.",
    ],
    [
      ['retract', 'x', ...because, '--expected-revision', 'last'],
      'bad-input: --expected-revision: "last" is no revision.',
    ],
  ])('refuse %j', async (args, words) => {
    const { code, err } = await shell(args, { env })
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe('import', () => {
  it('takes a source and files', async () => {
    expect(await json(['import', 'cow-igo', 'a.csv', 'b.csv', '--skip-bad-rows'])).toEqual({
      source: 'cow-igo',
      files: ['a.csv', 'b.csv'],
      dryRun: false,
      skipBadRows: true,
      recordedBy: 'rosa',
    })
  })
  it('takes a folder, with the same flags', async () => {
    expect(await json(['import', 'folder', 'data', '--dry-run'])).toEqual({
      folder: 'data',
      dryRun: true,
      skipBadRows: false,
    })
  })
  it('takes or leaves what comes with normtrail, where it is told to', async () => {
    expect(await json(['import', 'folder', 'data', '--without-bundled'])).toMatchObject({ bundled: false })
    expect(await json(['import', 'folder', 'data', '--with-bundled'])).toMatchObject({ bundled: true })
    for (const args of [
      ['import', 'folder', 'data', '--with-bundled', '--without-bundled'],
      ['import', 'bundled', '--without-bundled'],
    ])
      expect(await shell(args, { env })).toMatchObject({
        code: 2,
        err: 'bad-input: --without-bundled: what comes with normtrail is asked for as well.\n',
      })
    expect((await shell(['import', '--help'], { env })).out).toContain('--without-bundled')
  })
  it('takes a time to record, for a folder and for the bundled case', async () => {
    expect(await json(['import', 'folder', 'data', '--with-bundled', '--recorded-at', 'source'])).toMatchObject({
      folder: 'data',
      bundled: true,
      recordedAt: 'source',
    })
    expect(await json(['import', 'bundled', '--recorded-at', '1999-01-01'])).toMatchObject({
      bundled: true,
      recordedAt: '1999-01-01',
    })
  })
  it('takes the bundled case', async () => {
    expect(await json(['import', 'bundled'])).toEqual({ bundled: true, dryRun: false })
  })
  it('takes any table with a mapping', async () => {
    expect(await json(['import', 'table', '--mapping', 'my.json', 'mine.csv'])).toEqual({
      mapping: 'my.json',
      file: 'mine.csv',
      dryRun: false,
    })
    expect((await shell(['import', 'table', 'mine.csv'], { env })).err).toContain(
      "bad-usage: required option '--mapping <file>' not specified.",
    )
  })
  it('lists its sources in the help', async () => {
    expect((await shell(['import', '--help'], { env })).out).toContain('cow-igo  state-years of memberships')
  })
})

describe('keeping', () => {
  it('rebuilds', async () => {
    expect(await shell(['rebuild'], { env })).toEqual({ code: 0, out: 'Rebuilt from 1 events.\n', err: '' })
  })
  it('verifies the log and the read model', async () => {
    const { code, out } = await shell(['verify'], { env })
    expect(code).toBe(0)
    const [log, chain, readModel, ...rest] = out.split('\n')
    expect(log).toBe('log: 1 events in 1 commits, whole')
    expect(chain).toMatch(/^ {2}chain [0-9a-f]{64}$/)
    expect(readModel).toMatch(/^read model: \d+ rows from 1 events in 1 streams, as a rebuild would make it$/)
    expect(rest).toEqual([''])
  })
  it('ends with 1 where the read model is not what it should be', async () => {
    const file = readdirSync(folder.data).find((name) => /^read\.[0-9a-f]{8}-\d+\.sqlite$/.test(name))
    const database = new DatabaseSync(join(folder.data, String(file)))
    database.exec('DELETE FROM event')
    database.close()
    const { code, out, err } = await shell(['verify'], { env })
    expect(code).toBe(1)
    expect(out).toContain('DIFFERENT')
    expect(err).toMatch(/^verify-failed: /)
    expect((await shell(['rebuild'], { env })).code).toBe(0)
    expect((await shell(['verify'], { env })).code).toBe(0)
  })
})

describe('help', () => {
  it('lists every command, its exit codes, and is no failure', async () => {
    const { code, out } = await shell(['--help'])
    expect(code).toBe(0)
    for (const words of [
      'append',
      'correct',
      'retract',
      'import',
      'greeting',
      'panel',
      'rebuild',
      'verify',
      'serve',
      'Exit codes:',
      'NORMTRAIL_DATA',
    ])
      expect(out).toContain(words)
  })
  it('says of every flag what it means', async () => {
    const { out } = await shell(['panel', 'numbers', '--help'])
    for (const words of [
      'Rows of numbers.',
      '--years <years>',
      'How many rows (default: 3)',
      '--exclude-imputed',
      '--as-of <date>',
      '--as-known-at',
      '--data <folder>',
      'parquet',
    ])
      expect(out).toContain(words)
    expect((await shell(['greeting', '--help'])).out).toContain('<state> [subject]')
  })
  it('goes to stderr with 2 where no command was given', async () => {
    const { code, out, err } = await shell([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: normtrail')
  })
  it('prints the version', async () => {
    expect((await shell(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}\n$/)
  })
})
