import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
let env: Readonly<Record<string, string>>
beforeAll(async () => {
  folder = await aDataFolder()
  env = { NORMTRAIL_DATA: folder.data }
})
afterAll(() => folder.remove())

const ask = (...args: string[]) => shell(args, { env })

describe('a question as a command', () => {
  it('takes positional arguments and prints words', async () => {
    expect(await ask('greeting', 'fra', 'cat', '--as-of', '2000-01-01')).toEqual({
      code: 0,
      out: 'warm words for fra and cat, 2000-01-01\n',
      err: '',
    })
  })
  it('leaves out what may be left out', async () => {
    expect((await ask('greeting', 'fra', '--as-of', '2000-01-01')).out).toBe('warm words for fra, 2000-01-01\n')
  })
  it('takes camelCase fields as flags with dashes, and prints both clocks in JSON', async () => {
    const now = new Date().toISOString()
    const { out } = await ask(
      'greeting',
      'fra',
      '--manner',
      'cool',
      '--born-on',
      '1958-10-04',
      '--as-of',
      '2000-01-01',
      '--as-known-at',
      now,
      '--format',
      'json',
    )
    expect(JSON.parse(out)).toMatchObject({
      words: 'cool words for fra',
      bornOn: '1958-10-04',
      asOf: '2000-01-01',
      asKnownAt: now.replace('Z', '000Z'),
      ordinal: 1,
    })
    expect(out.startsWith('{\n  "words"')).toBe(true)
    expect(out.endsWith('}\n')).toBe(true)
  })
  it('nests names of two words, and prints a table by default where the question says so', async () => {
    const { out } = await ask('panel', 'numbers', '--years', '2')
    expect(out).toBe('row,third,name,even,gap\n0,0,"state, ""0""",true,7\n1,0.3333333333333333,"state, ""1""",false,\n')
  })
  it('takes flags without a value', async () => {
    expect((await ask('panel', 'numbers', '--exclude-imputed', '--format', 'text')).out).toBe('excluded: true\n')
    expect((await ask('panel', 'numbers', '--format', 'text')).out).toBe('excluded: false\n')
  })
  it('prints JSON Lines', async () => {
    const { out } = await ask('panel', 'numbers', '--years', '2', '--format', 'jsonl')
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { row: 0, third: 0, name: 'state, "0"', even: true, gap: 7 },
      { row: 1, third: 1 / 3, name: 'state, "1"', even: false, gap: null },
    ])
  })
  it('takes the folder from the flag before the environment', async () => {
    expect(
      (await shell(['greeting', 'fra', '--data', folder.data], { env: { NORMTRAIL_DATA: '/nowhere/at/all' } })).code,
    ).toBe(0)
    expect((await shell(['--data', folder.data, 'greeting', 'fra'])).code).toBe(0)
  })
})

describe('--output', () => {
  it('writes the format that the name ends in, and to the terminal which answer it is', async () => {
    const path = join(folder.folder, 'numbers.parquet')
    expect(await ask('panel', 'numbers', '--output', path, '--as-of', '2000-01-01')).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/^as of 2000-01-01, up to event 1; release [0-9a-f]{32}\n$/),
    })
    const bytes = await readFile(path)
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    })
    expect(rows[1]).toEqual({ row: 1, third: 1 / 3, name: 'state, "1"', even: false, gap: null })
  })
  it('writes a figure, and who passes it on is told which answer it is', async () => {
    const path = join(folder.folder, 'greeting.svg')
    expect(await ask('explain', 'greeting', 'fra', '--output', path)).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/release [0-9a-f]{32}\n$/),
    })
    expect(await readFile(path, 'utf8')).toMatch(/^<\?xml [^]*<\/svg>\n$/)
  })
  it('writes a report, as text for people and as a page', async () => {
    for (const [ending, start] of [
      ['md', /^# Greetings\n\nIt is so because fra is polite\. \[1\]\n/],
      ['html', /^<!DOCTYPE html>\n[^]*<h1>Greetings<\/h1>[^]*<\/html>\n$/],
    ] as const) {
      const path = join(folder.folder, `greeting.${ending}`)
      const { code, err } = await ask('explain', 'greeting', 'fra', '--output', path)
      expect([code, err]).toEqual([0, expect.stringMatching(/release [0-9a-f]{32}\n$/)])
      const written = await readFile(path, 'utf8')
      expect(written).toMatch(start)
      // What names the answer stands in it, too.
      expect(written).toContain(/release [0-9a-f]{32}/.exec(err)?.[0])
    }
  })
  it('leaves what was there where a sentence of a report has no source', async () => {
    const path = join(folder.folder, 'uncited.md')
    await writeFile(path, 'old')
    const { code, err } = await ask('explain', 'greeting', 'uncited', '--output', path)
    expect(code).toBe(70)
    expect(err).toContain('cites no source: "It is so because uncited is polite."')
    expect(await readFile(path, 'utf8')).toBe('old')
  })
  it('leaves what was there where the answer fails', async () => {
    const path = join(folder.folder, 'old.json')
    await writeFile(path, 'old')
    expect((await ask('greeting', 'atlantis', '--output', path)).code).toBe(2)
    expect(await readFile(path, 'utf8')).toBe('old')
    expect((await readdir(folder.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })
  it('names the file that cannot be written', async () => {
    const { code, err } = await ask('greeting', 'fra', '--output', join(folder.folder, 'no/such/folder.json'))
    expect(code).toBe(2)
    expect(err).toContain('cannot-write: --output: ')
  })
  it('is needed for Parquet in a terminal', async () => {
    const { code, err } = await shell(['panel', 'numbers', '--format', 'parquet'], { env, isTerminal: true })
    expect(code).toBe(2)
    expect(err).toContain('--output panel.parquet')
  })
})

describe('what cannot be read', () => {
  const cases: readonly (readonly [args: readonly string[], report: string])[] = [
    [['panel', 'numbers', '--years', 'many'], 'bad-input: --years: "many" came where a number was expected.'],
    [['panel', 'numbers', '--years', '0'], 'bad-input: --years: "0" is too small: at least 1 was expected.'],
    [['panel', 'numbers', '--years', ''], 'bad-input: --years: is empty.'],
    [['greeting', 'fra', '--manner', 'wram'], 'bad-input: --manner: "wram" is none of warm, cool.\n  Closest: warm.'],
    [['greeting', 'fra', '--born-on', '1958-02-30'], 'bad-input: --born-on: "1958-02-30" is no calendar day.'],
    [['greeting', ''], 'bad-input: <state>: is empty.'],
    [['greeting', 'fra', '--as-of', 'yesterday'], 'bad-date: --as-of: "yesterday" is no calendar day.'],
    [['greeting', 'fra', '--as-known-at', 'noon'], 'bad-instant: --as-known-at: "noon" is no instant.'],
    [['greeting', 'fra', '--as-known-at', '1900-01-01'], 'nothing-known: nothing had been recorded'],
    [['greeting', 'fra', '--format', 'csv'], 'bad-input: --format: "csv" needs a table'],
    [
      ['panel', 'numbers', '--output', 'numbers.svg'],
      'bad-input: --output: "svg" needs a figure, and the answer to "panel numbers" has none.\n' +
        '  Expected one of: text, json, csv, jsonl, parquet.',
    ],
    [
      ['greeting', 'fra', '--format', 'html'],
      'bad-input: --format: "html" needs a report, and the answer to "greeting" has none.\n' +
        '  Expected one of: text, json.',
    ],
    [['panel', 'numbers', '--output', 'a.md'], 'bad-input: --output: "md" needs a report, and the answer to'],
    [['explain', 'greeting', 'fra', '--output', 'greeting.htm'], 'bad-input: --output: nothing is written as .htm.'],
    [['explain', 'greeting', 'fra', '--output', 'greeting.png'], 'bad-input: --output: nothing is written as .png.'],
    [
      ['panel', 'numbers', '--format', 'jsnl'],
      'bad-input: --format: "jsnl" is no format.\n  Expected one of: text, json, csv, jsonl, parquet. Closest:',
    ],
    [['greeting', 'atlantis'], 'unknown-actor: "atlantis" is no actor.\n  Closest: none.'],
    [['greeting'], "bad-usage: missing required argument 'state'."],
    [['greeting', 'fra', 'cat', 'more'], 'bad-usage: too many arguments'],
    [['greeting', 'fra', '--maner', 'warm'], "bad-usage: unknown option '--maner'.\n  Did you mean --manner?"],
    [['greting', 'fra'], "bad-usage: unknown command 'greting'.\n  Did you mean greeting?"],
    [['panel', 'nombers'], "bad-usage: unknown command 'nombers'.\n  Did you mean numbers?"],
  ]
  it.each(cases)('%j', async (args, report) => {
    const { code, out, err } = await ask(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.startsWith(report), err).toBe(true)
  })
  it('says all that is wrong at once', async () => {
    const { err } = await ask('greeting', 'fra', '--manner', 'x', '--born-on', 'y')
    expect(err).toContain('--manner: "x" is none of warm, cool.')
    expect(err).toContain('--born-on: "y" is no calendar day.')
  })
  it('tells a fault of normtrail apart, with its place on request', async () => {
    const { code, err } = await ask('greeting', 'crash')
    expect(code).toBe(70)
    expect(err).toMatch(/^internal: a fault\n {2}This is a fault in normtrail/)
    expect((await shell(['greeting', 'crash'], { env: { ...env, NORMTRAIL_DEBUG: '1' } })).err).toMatch(
      /at .*fake-questions/,
    )
  })
})
