import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { proposeFacts } from '../../src/ingest/proposals/propose.ts'
import { questions } from '../../src/queries/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { jamaica, trinidad, withdrawal } from '../ingest/proposals.ts'
import { statusFile } from '../sources/mtdsg/status-file.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { shell } from './shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-proposals-'))
const env = { NORMTRAIL_DATA: folder, USER: 'anna' }
const run = (...args: readonly string[]) => shell(args, { env, questions, ingest })
let ids: readonly string[]
beforeAll(async () => {
  await copyCatalogueTo(folder)
  const workspace = await openWorkspace(folder)
  const report = await proposeFacts(
    workspace,
    [withdrawal('jam', '1997-10-23', jamaica), withdrawal('tto', '2000-03-27', trinidad)],
    { recordedBy: 'a nightly job' },
  )
  ids = report.ids
  await workspace.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the commands of proposals', () => {
  it('list what waits, with sentence, rule and id', async () => {
    const { code, out } = await run('proposals', '--treaty', 'iccpr-op1')
    expect(code).toBe(0)
    expect(out).toContain('2 proposals')
    expect(out).toContain('rule withdrawal-notified 1')
    for (const id of ids) expect(out).toContain(id)
  })
  it('read the notes of the depositary, and say what was proposed and what was not understood', async () => {
    const path = join(folder, 'IV-5.en.xml')
    const told = 'Czechoslovakia acceded to the Optional Protocol on 12 March 1991.'
    writeFileSync(
      path,
      statusFile({
        number: ['IV', '5'],
        title: 'Optional Protocol to the Covenant',
        below: `<EndNotes><Note><index>6</index><text>${told}</text></Note></EndNotes>`,
      }),
    )
    const { code, out } = await run('proposals', 'read', path, '--retrieved', '2018-01-15', '--dry-run')
    expect(code).toBe(0)
    expect(out).toContain('read 1 note of 1 file: 1 fact = 1 proposed')
    expect(out).toContain('dry run: nothing was recorded')
    expect(await run('proposals', 'read', path, '--retrieved', 'lately')).toMatchObject({ code: 2 })
  })
  it('accept and reject by id, and say so the second time', async () => {
    const [first = '', second = ''] = ids
    expect(await run('proposals', 'accept', first, '--because', 'plain', '--by', 'berta')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 proposal accepted, 0 accepted before\. The log stands at \d+\.\n/) as unknown,
    })
    expect(await run('proposals', 'accept', first, '--format', 'json')).toMatchObject({ code: 0 })
    expect((await run('proposals', 'accept', first)).out).toContain(`${first}: accepted already, as event`)
    expect(await run('proposals', 'reject', second, '--because', 'another state')).toMatchObject({ code: 0 })
    expect((await run('proposals', 'reject', second, '--because', 'again')).out).toContain('rejected already')
    const { out } = await run('proposals', '--state', 'all', '--format', 'csv')
    expect(out).toMatch(/,berta,[^\n]+,plain\n/)
    expect(out).toMatch(/,anna,[^\n]+,another state\n/)
  })
  it('refuse to accept nothing in particular, or unseen', async () => {
    for (const args of [[], ['--rule', 'withdrawal-notified'], ['--same'], [ids[0] ?? '', '--same']])
      expect(await run('proposals', 'accept', ...args)).toMatchObject({
        code: 2,
        err: expect.stringContaining('bad-usage') as unknown,
      })
    expect(await run('proposals', 'reject', ids[0] ?? '')).toMatchObject({ code: 2 })
    expect(await run('proposals', 'reject', ids[0] ?? '', '--because', ' ')).toMatchObject({ code: 2 })
  })
  it('accept all of a rule that say the same', async () =>
    expect(
      (await run('proposals', 'accept', '--rule', 'withdrawal-notified', '--same', '--treaty', 'iccpr-op1')).out,
    ).toMatch(/^0 proposals accepted/))
  it('fail where a proposal is not known', async () =>
    expect(await run('proposals', 'accept', '00000000-0000-4000-8000-000000000001')).toMatchObject({
      code: 2,
      err: expect.stringContaining('unknown-proposal') as unknown,
    }))
})

describe('a table that is proposed', () => {
  const mapping = join(folder, 'sheet.json')
  const sheet = (coder: string, date: string) => {
    const file = join(folder, `${coder}.csv`)
    writeFileSync(file, `state,date\nKEN,${date}\n`)
    return ['import', 'table', file, '--mapping', mapping, '--propose', '--coder', coder, '--without-bundled']
  }
  beforeAll(() =>
    writeFileSync(
      mapping,
      JSON.stringify({
        name: 'sheet',
        reads: 'accessions as coders read them',
        release: { citation: 'Coding of accessions, for tests', series: 'sheet', version: '1' },
        rows: {
          kind: 'events',
          type: 'TreatyAcceded',
          stream: ['treaty', 'cat'],
          occurred: { column: 'date' },
          fact: 'consent/1',
          locator: '{state}',
          references: { actor: { scheme: 'iso3', column: 'state' } },
        },
      }),
    ),
  )
  it('waits like any proposal, for each coder', async () => {
    // Kenya acceded on 21 February 1997 (the depositary, chapter IV-9).
    expect((await run(...sheet('berta', '1997-02-21'))).out).toContain(
      'proposed by coder berta: nothing of it counts until somebody accepts it',
    )
    expect(await run(...sheet('carl', '1997-02-22'))).toMatchObject({ code: 0 })
    expect((await run('proposals', '--coder', 'carl')).out).toContain('1 proposal')
  })
  it('is compared, with flags after either word', async () => {
    const { out } = await run('proposals', 'agreement', '--treaty', 'cat', '--format', 'csv')
    // One unit, two days: they differ, and chance would differ as much.
    expect(out).toContain('occurred,nominal,1,2,0,0,\n')
    expect((await run('proposals', '--treaty', 'cat', 'disagreements')).out).toContain('carl: 1997-02-22')
    expect((await run('proposals', 'agreement', '--treaty', 'iccpr-op1')).out).toContain('0 facts coded by nobody')
    expect((await run('cite', 'proposals', 'agreement', '--treaty', 'cat')).out).toContain(
      'normtrail proposals agreement --treaty cat',
    )
  })
  it('refuses a flag of the upper word that the lower one does not know', async () => {
    for (const args of [
      ['agreement', '--state', 'all'],
      ['accept', '--beside', 'new', '--rule', 'withdrawal-notified', '--same'],
    ])
      expect(await run('proposals', ...args)).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^bad-usage: unknown option '--(state|beside)'/) as unknown,
      })
  })
  it('has a coder only where it is proposed', async () =>
    expect(await run(...sheet('carl', '1997-02-22').filter((word) => word !== '--propose'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--coder') as unknown,
    }))
})
