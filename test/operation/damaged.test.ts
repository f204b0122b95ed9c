import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ingest } from '../../src/cli/commands/ingest.ts'
import { catalogueCandidates, catalogueSeries } from '../../src/ingest/commit/catalogue.ts'
import { commitStage } from '../../src/ingest/commit/commit-staged.ts'
import { openStage } from '../../src/ingest/commit/staging-area.ts'
import { questions } from '../../src/queries/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { shell } from '../cli/shell.ts'
import { inShell, isPlain } from './a-command.ts'

let folder: string
/** The catalogue, which whoever records brings in; and as much of it as a question needs, which is read in no time. */
const logs = { whole: '', small: '' }
let data: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-damaged-'))
  logs.whole = join(folder, 'whole')
  logs.small = join(folder, 'small')
  await recordSmall(logs.small)
  // By processes of their own: in this one a closed connection may linger, with its changes beside the file.
  for (const [of, command] of [
    [logs.whole, 'append'],
    [logs.small, 'rebuild'],
  ])
    expect((await inShell(`echo | $NT --data "$DATA" ${command}`, { DATA: of as string })).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))
let nth = 0
afterEach(() => rmSync(data, { recursive: true }))

/** Each test of a group damages a copy of its own. */
const damaging = (log: keyof typeof logs): void =>
  beforeEach(() => {
    data = join(folder, `data-${(nth += 1)}`)
    cpSync(logs[log], data, { recursive: true })
  })

const recordSmall = async (place: string): Promise<void> => {
  const workspace = await openWorkspace(place)
  const stage = openStage()
  for (const candidate of catalogueCandidates())
    if (/^(source-|(state-fra|treaty-cat|norm-torture)$)/.test(candidate.stream)) stage.add(candidate)
  await commitStage(workspace.log, stage, { series: catalogueSeries, recordedBy: 'a test', dryRun: false })
  stage.dispose()
  await workspace.close()
}

const event = `${JSON.stringify({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '2021-01-15',
  sources: [{ citation: 'A register', kind: 'scholarly' }],
  data: { actor: 'plw' },
})}\n`

const run = (...args: readonly string[]) =>
  shell(args, { env: { NORMTRAIL_DATA: data }, stdin: event, questions, ingest })

const fileOf = (like: RegExp): string => join(data, readdirSync(data).find((name) => like.test(name)) as string)
const generation = /^read\.[0-9a-f]{8}-\d+\.sqlite$/
const list = /^read\.generations\.sqlite$/
const log = /^log\.sqlite$/

const flip = (file: string): void => {
  const opened = openSync(file, 'r+')
  const noise = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 37 + 129) % 256))
  for (let at = 4_096; at < statSync(file).size; at += 1_024) writeSync(opened, noise, 0, noise.length, at)
  closeSync(opened)
}
const within = (file: string, ...statements: readonly string[]): void => {
  const database = new DatabaseSync(file)
  for (const statement of statements) database.exec(statement)
  database.close()
}
const half = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 2))
const text = (file: string): void =>
  writeFileSync(file, 'This is a text, and no database; it is long enough to be one.')

/**
 * What may befall a file, and whether it is noticed when somebody asks: an empty file is one that is yet to be filled.
 */
const damages: readonly (readonly [what: string, like: RegExp, damage: (file: string) => void, noticed: boolean])[] = [
  ['bytes are flipped', generation, flip, true],
  ['half is cut off', generation, half, true],
  ['nothing is left', generation, (file) => truncateSync(file, 0), false],
  ['it is a text', generation, text, true],
  ['it is gone', generation, (file) => rmSync(file), false],
  ['a table is missing', generation, (file) => within(file, 'DROP TABLE actor', 'DROP TABLE event'), true],
  ['the checkpoint is missing', generation, (file) => within(file, 'DROP TABLE checkpoint'), true],
  ['the list is a text', list, text, true],
  ['the list is empty', list, (file) => truncateSync(file, 0), false],
  [
    'the list has other columns',
    list,
    (file) => within(file, 'DROP TABLE generation', 'CREATE TABLE generation (a)'),
    true,
  ],
]

describe('a read model that is damaged', () => {
  damaging('whole')
  it.each(damages)('hinders no work with the log: %s', async (_what, like, damage) => {
    damage(fileOf(like))
    const exported = await run('log', 'export')
    expect([exported.code, exported.out.split('\n').length > 100]).toEqual([0, true])
    const { code, out, err } = await run('append')
    expect([code, isPlain(err)]).toEqual([0, true])
    expect(out).toMatch(/^1 event appended, 0 known already/)
    expect((await run('verify')).code).toBe(0)
  })
})

describe('a read model that is damaged, of a small log,', () => {
  damaging('small')
  it.each(damages)('is made anew by a rebuild: %s', async (_what, like, damage) => {
    damage(fileOf(like))
    expect((await run('rebuild')).code).toBe(0)
    expect((await run('verify')).code).toBe(0)
    expect(readdirSync(data).filter((name) => generation.test(name)).length).toBe(1)
  })
  it.each(damages)('answers rightly, or says what to do: %s', async (_what, like, damage, noticed) => {
    damage(fileOf(like))
    const { code, err } = await run('status', 'fra', 'cat')
    expect([code, isPlain(err)]).toEqual([noticed ? 1 : 0, true])
    if (!noticed) return
    expect(err).toMatch(/^read-model-damaged: [^]* `rebuild` makes the read model anew/)
    const verified = await run('verify')
    expect([verified.code, verified.out.split(',')[1]]).toEqual([1, expect.stringContaining('whole')])
    expect(verified.err).toContain('`normtrail rebuild` makes the read model anew')
  })
})

/** A byte that is flipped within a row is no damage to SQLite: it keeps no checksums. */
describe('a row of a read model that says what no fold made', () => {
  damaging('small')
  const changes = [
    ['no JSON any more', 'UPDATE treaty SET exit = substr(exit, 2)'],
    ['JSON of something else', "UPDATE treaty SET entry_into_force = 'null'"],
    ['an event that cannot be read', 'UPDATE event SET body = substr(body, 2)'],
  ] as const
  it.each(changes)('is told as damage, not as a fault of ours: %s', async (_what, change) => {
    within(fileOf(generation), change)
    const args = change.includes('event') ? ['events'] : ['status', 'fra', 'cat']
    for (const asked of [args, ['cite', ...args]]) {
      const { code, err } = await run(...asked)
      expect([code, isPlain(err)]).toEqual([1, true])
      expect(err).toMatch(/^read-model-damaged: [^]* `rebuild` makes the read model anew/)
    }
    const verified = await run('verify')
    expect([verified.code, verified.err]).toEqual([1, expect.stringContaining('`normtrail rebuild` makes')])
    expect((await run('rebuild')).code).toBe(0)
    expect((await run(...args)).code).toBe(0)
  })
  it('is no excuse: what a user has typed wrong is told as that', async () => {
    within(fileOf(generation), "UPDATE treaty SET entry_into_force = 'null'")
    const { code, err } = await run('status', 'fra', 'cat', '--as-of', '2001-02-30')
    expect([code, err]).toEqual([2, expect.stringMatching(/^bad-date: /)])
  })
})

describe('a log that is damaged', () => {
  damaging('whole')
  it.each([
    ['bytes are flipped', flip],
    ['half is cut off', half],
    ['it is a text', text],
    ['it is another database', (file: string) => (rmSync(file), within(file, 'CREATE TABLE notes (a)'))],
    ['a table is missing', (file: string) => within(file, 'PRAGMA foreign_keys = OFF', 'DROP TABLE streams')],
  ] as const)('is to be restored from a copy, whoever looks: %s', async (_what, damage) => {
    damage(fileOf(log))
    const verified = await run('verify')
    expect([verified.code, isPlain(verified.err), verified.err]).toEqual([1, true, verified.err])
    expect(verified.err).toContain('Restore it from a copy')
    rmSync(fileOf(generation))
    for (const args of [['status', 'fra', 'cat'], ['log', 'export'], ['append'], ['rebuild']]) {
      const { code, err } = await run(...args)
      expect([args, code, isPlain(err), err]).toEqual([
        args,
        1,
        true,
        expect.stringMatching(/^log-damaged: [^]*Restore it from a copy/),
      ])
    }
  })
  it('of which one event cannot be understood names it', async () => {
    within(fileOf(log), 'DROP TRIGGER events_no_update', "UPDATE events SET data = '{' WHERE ordinal = 7")
    const { code, err } = await run('verify')
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^log-damaged: .* event 7 cannot be read: .*\n {2}Restore it from a copy/),
    ])
  })
  it("is not written to where it is somebody else's database", async () => {
    rmSync(fileOf(log))
    within(join(data, 'log.sqlite'), 'CREATE TABLE notes (a)')
    expect((await run('append')).code).toBe(1)
    const database = new DatabaseSync(join(data, 'log.sqlite'))
    expect(database.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'notes' }])
    database.close()
  })
})
