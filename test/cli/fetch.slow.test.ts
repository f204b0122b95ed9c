import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { depositary, maintenance, placeOf, statusFile, xml, type Depositary } from '../fetch/depositary.ts'
import { statusFile as aStatusFile } from '../sources/mtdsg/status-file.ts'
import { shell } from './shell.ts'

let server: Depositary
let folder: string
beforeEach(async () => {
  server = await depositary()
  folder = await mkdtemp(join(tmpdir(), 'normtrail-fetch-'))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const fetchMtdsg = (...args: readonly string[]) =>
  shell(
    ['fetch', 'mtdsg', '--into', join(folder, 'files'), '--address', server.address.href, '--pause', '0', ...args],
    { env: { NORMTRAIL_DATA: join(folder, 'data') }, ingest },
  )

/** A log that holds an act, and with it the catalogue, which knows the depositary's numbers. */
const withCatalogue = () =>
  shell(['append'], {
    env: { NORMTRAIL_DATA: join(folder, 'data') },
    ingest,
    stdin:
      '{"stream":"treaty-cat","type":"TreatyRatified","occurred":"1986-02-18","sources":[{"citation":"A ' +
      'handbook","kind":"scholarly"}],"data":{"actor":"fra"}}',
  })

const numbersAsked = (): readonly string[] => [
  ...new Set(server.asked.map(({ path }) => /([^/]*)\.en\.xml$/.exec(path)?.[1] ?? path)),
]

describe('fetch mtdsg', () => {
  it('fetches what is named, without a log', async () => {
    server.at(placeOf('I', 'IV', 'IV-9'), xml(statusFile('IV', '9')))
    const { code, out, err } = await fetchMtdsg('IV-9')
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `${server.address.href} → ${join(folder, 'files')}\n  instruments: 1 = 1 new\n`,
      err: 'IV-9: new (1 of 1)\n',
    })
    expect(await readFile(join(folder, 'files', 'IV-9.en.xml'), 'latin1')).toBe(statusFile('IV', '9'))
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^normtrail\/\d+\.\d+\.\d+$/)
  })

  it('tells the server whom to write to', async () => {
    server.at(placeOf('I', 'IV', 'IV-9'), xml(statusFile('IV', '9')))
    await fetchMtdsg('IV-9', '--contact', 'rosa@example.org')
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^normtrail\/[\d.]+ \(\+rosa@example\.org\)$/)
    const { code, err } = await fetchMtdsg('IV-9', '--contact', 'rosa\r\nx: y')
    expect([code, err]).toEqual([2, expect.stringContaining('bad-input: --contact: ')])
  })

  it('fetches what the log knows by a number, or what it calls otherwise', async () => {
    expect((await withCatalogue()).code).toBe(0)
    await fetchMtdsg('cat')
    expect(numbersAsked()).toEqual(['IV-9'])
    server.asked.length = 0
    await fetchMtdsg('--chapter', 'IV')
    // Both Covenants, CEDAW, CAT and CRC are chapter IV.
    expect(numbersAsked()).toEqual(expect.arrayContaining(['IV-3', 'IV-4', 'IV-8', 'IV-9', 'IV-11']))
    expect(numbersAsked().every((number) => number.startsWith('IV-'))).toBe(true)
    server.asked.length = 0
    await fetchMtdsg()
    expect(numbersAsked()).toEqual(expect.arrayContaining(['IV-9', 'XVIII-10', 'XXVI-5']))
    expect(await fetchMtdsg('torturre')).toMatchObject({ code: 2, err: expect.stringContaining('unknown-treaty: ') })
  })

  it('fetches what a list names', async () => {
    const list = join(folder, 'list.txt')
    await writeFile(list, '# ours\nIV-9\n18-10\n')
    await fetchMtdsg('--list', list)
    expect(numbersAsked()).toEqual(['IV-9', 'XVIII-10'])
    server.asked.length = 0
    await fetchMtdsg('--list', list, '--chapter', 'XVIII')
    expect(numbersAsked()).toEqual(['XVIII-10'])
  })

  it('keeps what came, lists what did not, and says so to the shell', async () => {
    server.at(placeOf('I', 'IV', 'IV-8'), maintenance)
    server.at(placeOf('I', 'IV', 'IV-9'), xml(statusFile('IV', '9')))
    const { code, out, err } = await fetchMtdsg('IV-8', 'IV-9')
    expect(code).toBe(4)
    expect(out).toContain('instruments: 2 = 1 new + 1 failed\n  failed IV-8: a page in HTML came instead of the file\n')
    expect(err).toContain('not-fetched: 1 of 2 files could not be had.')
    const { out: json } = await fetchMtdsg('IV-8', 'IV-9', '--format', 'json')
    expect(JSON.parse(json)).toMatchObject({
      files: [
        { instrument: 'IV-8', file: 'IV-8.en.xml', outcome: 'failed' },
        { instrument: 'IV-9', file: 'IV-9.en.xml', outcome: 'unchanged' },
      ],
    })
  })

  it('and an import are a nightly job: what came is a release of its day, the same again appends nothing', async () => {
    const file = aStatusFile({
      number: ['IV', '9'],
      legends: ['Signature', 'Ratification, Accession(a), Succession(d)'],
      rows: [['Denmark', '4 Feb 1985', '27 May 1987']],
    })
    server.at(placeOf('I', 'IV', 'IV-9'), xml(Buffer.from(file).toString('latin1')))
    const nightly = async () => {
      expect((await fetchMtdsg('IV-9')).code).toBe(0)
      const { out } = await shell(
        ['import', 'folder', join(folder, 'files'), '--without-bundled', '--format', 'json'],
        {
          env: { NORMTRAIL_DATA: join(folder, 'data') },
          ingest,
        },
      )
      const { reports } = JSON.parse(out) as { reports: { release: string; events: { appended: number } }[] }
      return reports.map(({ release, events }) => [release, events.appended > 0])
    }
    const today = new Date().toISOString().slice(0, 10)
    expect(await nightly()).toEqual([[`mtdsg-${today}`, true]])
    expect(await nightly()).toEqual([[`mtdsg-${today}`, false]])
  })

  it('asks for nothing where there is nothing to ask for', async () => {
    expect(await fetchMtdsg()).toMatchObject({ code: 2, err: expect.stringContaining('nothing-to-fetch: ') })
    expect(await fetchMtdsg('--chapter', 'torture')).toMatchObject({
      code: 2,
      err: expect.stringContaining('bad-input: --chapter: "torture" is no chapter'),
    })
    expect(await fetchMtdsg('IV-9', '--pause', 'long')).toMatchObject({ code: 2 })
    expect(await fetchMtdsg('IV-9', '--address', 'treaties.un.org')).toMatchObject({ code: 2 })
    expect(server.asked).toEqual([])
  })
})
