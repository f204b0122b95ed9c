import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { seal } from '../../src/events/seal.ts'
import { loadBackdated, type BackdatedReport } from '../../src/ingest/backdated/backdated-load.ts'
import { catalogueSeries } from '../../src/ingest/commit/catalogue.ts'
import { correctEvent } from '../../src/ingest/append/correct.ts'
import { appendLines, importBundled, importFolder } from '../../src/ingest/index.ts'
import type { EventLog } from '../../src/log/port.ts'
import { unfinishedLoad } from '../../src/log/unfinished-load.ts'
import type { Instant } from '../../src/time/instant.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { anEvent } from '../support/events.ts'
import { historyOf } from '../support/history-of.ts'
import { streamOf } from './a-workspace.ts'
import { write2015, write2026, type Consent } from './untc-files.ts'

// Files of a process share what they import: what this one replaces must be loaded anew, before it and after it.
vi.hoisted(() => vi.resetModules())
afterAll(() => vi.resetModules())

/**
 * Of what comes with normtrail a part will do: sources with dates of publication and without, and acts of many days.
 */
vi.mock(import('../../src/ingest/candidates/bundled.ts'), async (original) => {
  const bundled = await original()
  const few = ['sources', 'compliance', 'state-system']
  return {
    ...bundled,
    bundledLines: () => bundled.bundledLines().filter(({ where }) => few.some((name) => where.includes(`/${name}.`))),
  }
})

/**
 * And of the catalogue: every load of these tests begins with it. It is left without its classifications, and without
 * the names and codes of states that no table here names; its turns are the same.
 */
vi.mock(import('../../catalogue/events.ts'), async (original) => {
  const catalogue = await original()
  const named = new Set(['usa', 'dnk', 'nor'].map((state) => `state-${state}`))
  const isNeeded = ({ stream, event: { type } }: ReturnType<typeof catalogue.catalogueEvents>[number]): boolean =>
    type !== 'ActorClassified' && (type !== 'IdentifierMapped' || !stream.startsWith('state-') || named.has(stream))
  return { ...catalogue, catalogueEvents: () => catalogue.catalogueEvents().filter(isNeeded) }
})

const by = { recordedBy: 'a test' }
const folder = mkdtempSync(join(tmpdir(), 'normtrail-unfinished-'))
const open: Workspace[] = []
let made = 0

/** Two releases that differ by a year in one row; the later one has a row less, and one row twice. */
const rows = {
  2015: [
    ['United States of America', '1993-10-21'],
    ['Denmark', '1987-05-27'],
    ['Norway', '1986-07-09'],
  ],
  2026: [
    ['United States of America', '1994-10-21'],
    ['Norway', '1986-07-09'],
    ['Norway', '1986-07-09'],
  ],
} as const
const table2015 = (of: string, lines: readonly Consent[] = rows[2015]): void =>
  write2015(join(folder, of, '2015.csv'), lines)
const table2026 = (of: string, lines: readonly Consent[] = rows[2026]): void =>
  write2026(join(folder, of, '2026.csv'), lines)

const tables = { bundled: false, folder: join(folder, 'tables') }
let whole: readonly string[]
let report: BackdatedReport

const aWorkspace = async (): Promise<Workspace> => {
  made += 1
  const workspace = await openWorkspace(join(folder, `log-${made}`))
  open.push(workspace)
  return workspace
}

/** A log that appends so many commits, and so many parts of the next one, and then no more. */
const dyingAfter = (log: EventLog, commits: number, parts = 0): EventLog => {
  let left = commits
  return {
    ...log,
    appendCommit: async (given, options) => {
      left -= 1
      if (left >= 0) return await log.appendCommit(given, options)
      return await log.appendCommit(dying(given, parts), options)
    },
  }
}

async function* dying<T>(items: Iterable<T> | AsyncIterable<T>, after: number): AsyncIterable<T> {
  let left = after
  for await (const item of items) {
    if (left <= 0) break
    left -= 1
    yield item
  }
  throw new Error('cut off, for tests')
}

const cutOff = async (workspace: Workspace, commits: number, { sources = tables, parts = 0 } = {}): Promise<void> =>
  expect(
    loadBackdated({ ...workspace, log: dyingAfter(workspace.log, commits, parts) }, sources, 'source', by),
  ).rejects.toThrow('cut off, for tests')

beforeAll(async () => {
  table2015('tables')
  table2026('tables')
  const workspace = await aWorkspace()
  report = await loadBackdated(workspace, tables, 'source', by)
  whole = await historyOf(workspace.log)
})
afterEach(async () => {
  vi.useRealTimers()
  for (const workspace of open.splice(0)) await workspace.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a backdated load that was cut off', () => {
  it('comes to the same, event for event and hash for hash, wherever and however often it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(report.commits - 1), fc.nat(3)), { minLength: 1, maxLength: 3 }),
        async (cuts) => {
          const workspace = await aWorkspace()
          let there = 0
          for (const [commits, parts] of cuts.toSorted(([a], [b]) => a - b)) {
            await cutOff(workspace, commits - there, { parts })
            there = commits
            expect((await workspace.log.head()).commits).toBe(there)
            expect((await unfinishedLoad(workspace.log)) === undefined).toBe(there === 0)
          }
          const last = await loadBackdated(workspace, tables, 'source', by)
          expect(last).toMatchObject({
            commits: report.commits,
            events: report.events,
            first: report.first,
            last: report.last,
            known: report.known,
            there: { commits: there },
          })
          expect(await historyOf(workspace.log)).toEqual(whole)
          expect(await unfinishedLoad(workspace.log)).toBeUndefined()
          expect((await workspace.log.verify()).broken).toEqual([])
        },
      ),
      { numRuns: 5, seed: 1_966, examples: [[[[0, 2]]], [[[1, 0]]], [[[report.commits - 1, 1]]]] },
    )
  })
  it(
    'says of each row what this run made of it: what was there is known, ' +
      'what contradicts or repeats is skipped as ever',
    async () => {
      const workspace = await aWorkspace()
      await cutOff(workspace, report.commits - 2)
      const { reports } = await loadBackdated(workspace, tables, 'source', by)
      // Beside what the rows say: the registration, what the file holds, and what it claims to cover.
      expect(report.reports.map((one) => [one.rows, one.skipped, one.events])).toEqual([
        [{ read: 3, appended: 3, known: 0, skipped: 0 }, {}, { appended: 6, corrections: 0 }],
        [{ read: 3, appended: 1, known: 1, skipped: 1 }, { repeated: 1 }, { appended: 5, corrections: 1 }],
      ])
      expect(reports.map((one) => [one.rows.read, one.rows.skipped, one.vanished.kept])).toEqual(
        report.reports.map((one) => [one.rows.read, one.rows.skipped, one.vanished.kept]),
      )
      expect(reports[0]?.rows).toEqual({ read: 3, appended: 0, known: 3, skipped: 0 })
    },
  )
  it('goes on with the day on which it began, on another day: what nothing dates was known then', async () => {
    const bundled = { bundled: true, folder: join(folder, 'tables') }
    const [one, other] = [await aWorkspace(), await aWorkspace()]
    const { known, commits } = await loadBackdated(one, bundled, 'source', by)
    expect(known.undated).toBeGreaterThan(0)
    await cutOff(other, Math.floor(commits / 2), { sources: bundled })
    const [begun] = await streamOf(other, 'load-backdated')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
    const { appendedAt } = await loadBackdated(other, bundled, 'source', by)
    vi.useRealTimers()
    expect(appendedAt.slice(0, 10) > String(begun?.data['today'])).toBe(true)
    expect(await historyOf(other.log)).toEqual(await historyOf(one.log))
  })
  it('keeps of each commit when it was really appended', async () => {
    const workspace = await aWorkspace()
    await cutOff(workspace, 2)
    const { appendedAt } = await loadBackdated(workspace, tables, 'source', by)
    const appended = new Map<string, number>()
    for await (const { event } of workspace.log.readAll())
      appended.set(event.appendedAt ?? 'none', (appended.get(event.appendedAt ?? 'none') ?? 0) + 1)
    expect([...appended.keys()]).toEqual([expect.stringMatching(/^\d{4}-/) as string, appendedAt])
  })
  it('with one instant for all goes on, too', async () => {
    const at = '2026-03-01T12:00:00.000000Z' as Instant
    const [one, other] = [await aWorkspace(), await aWorkspace()]
    await loadBackdated(one, tables, at, by)
    await expect(loadBackdated({ ...other, log: dyingAfter(other.log, 2) }, tables, at, by)).rejects.toThrow(
      'cut off, for tests',
    )
    await loadBackdated(other, tables, at, by)
    expect(await historyOf(other.log)).toEqual(await historyOf(one.log))
  })
})

describe('while a load is unfinished', () => {
  let workspace: Workspace
  const begin = async (): Promise<void> => {
    workspace = await aWorkspace()
    await cutOff(workspace, 3)
  }
  const line = {
    stream: 'treaty-cat',
    type: 'TreatySigned',
    occurred: '1988-04-18',
    sources: [{ citation: 'A letter, for tests', kind: 'press' }],
    data: { actor: 'usa' },
  }

  it.each([
    ['an import of the bundled case', () => importBundled(workspace, by)],
    ['an import of tables', () => importFolder(workspace, tables.folder, by)],
    ['a dry run of one', () => importFolder(workspace, tables.folder, { ...by, dryRun: true })],
    [
      'an event that a user appends',
      () => appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], by),
    ],
    [
      'a correction',
      () =>
        correctEvent(
          workspace,
          { target: 'e', reason: 'r', source: 's', sourceKind: 'press' },
          {},
          { ...by, dryRun: false },
        ),
    ],
  ])('%s is refused, and told the way on', async (_, work) => {
    await begin()
    const before = await workspace.log.head()
    await expect(work()).rejects.toMatchObject({
      code: 'unfinished-load',
      exitCode: 3,
      message: expect.stringContaining('(`import folder`, `recordedAt` source)') as string,
      hint: expect.stringContaining('Give that command again') as string,
    })
    expect(await workspace.log.head()).toEqual(before)
  })
  it.each([
    ['other times', tables, '2026-03-01T12:00:00.000000Z' as Instant, 'begun with `recordedAt` source'],
    ['the bundled case with it', { ...tables, bundled: true }, 'source', 'begun without the bundled case'],
    [
      'fewer tables',
      { bundled: false, folder: join(folder, 'fewer') },
      'source',
      'tables of untc-2015-03-14, untc-2026-02-03, not of untc-2015-03-14',
    ],
  ] as const)('a load with %s is another one', async (_, sources, at, words) => {
    table2015('fewer')
    await begin()
    await expect(loadBackdated(workspace, sources, at, by)).rejects.toMatchObject({
      code: 'other-load',
      exitCode: 3,
      message: expect.stringContaining(words) as string,
    })
  })
  it('a load whose tables say otherwise where it had been is another one, and appends nothing', async () => {
    workspace = await aWorkspace()
    await cutOff(workspace, report.commits - 1)
    const before = await workspace.log.head()
    table2015('changed', [['United States of America', '1992-10-21'], ...rows[2015].slice(1)])
    table2026('changed')
    await expect(
      loadBackdated(workspace, { bundled: false, folder: join(folder, 'changed') }, 'source', by),
    ).rejects.toMatchObject({ code: 'other-load', where: expect.stringContaining('treaty-cat') as string })
    expect(await workspace.log.head()).toEqual(before)
  })
  it('a table that had not been reached may have been mended meanwhile', async () => {
    table2015('mended')
    table2026('mended', [['Denmark', '1987-05-27'], ...rows[2026]])
    const mended = { bundled: false, folder: join(folder, 'mended') }
    const [there, anew] = [await aWorkspace(), await aWorkspace()]
    await cutOff(there, report.commits - 1)
    await loadBackdated(there, mended, 'source', by)
    await loadBackdated(anew, mended, 'source', by)
    expect(await historyOf(there.log)).toEqual(await historyOf(anew.log))
  })
  it('what somebody appended all the same is found, and the load does not go on over it', async () => {
    await begin()
    await workspace.log.appendCommit(
      [{ stream: 'campaign-icbl', expected: 'no-stream', events: [seal(anEvent())] }],
      by,
    )
    await expect(loadBackdated(workspace, tables, 'source', by)).rejects.toMatchObject({ code: 'other-load' })
  })
  it('nobody else says that it has ended', async () => {
    workspace = await aWorkspace()
    for (const type of ['LoadBegun', 'LoadCompleted'])
      await expect(
        appendLines(
          workspace,
          [
            {
              where: 'a test',
              text: JSON.stringify({ ...line, stream: 'load-backdated', type, occurred: undefined, data: {} }),
            },
          ],
          by,
        ),
      ).rejects.toMatchObject({ code: 'bad-event' })
  })
})

describe('a backdated load that is complete', () => {
  it('says so in its last commit, which is the only thing that is said of it beside the sources', async () => {
    const workspace = await aWorkspace()
    await loadBackdated(workspace, tables, 'source', by)
    const events = await streamOf(workspace, 'load-backdated')
    expect(events.map(({ type, ordinal }) => [type, ordinal])).toEqual([
      ['LoadBegun', expect.any(Number)],
      ['LoadCompleted', report.events],
    ])
    expect((await streamOf(workspace, 'state-usa'))[0]).toMatchObject({
      ordinal: expect.any(Number) as number,
      sources: [{ series: catalogueSeries }],
      commit: events[0]?.commit,
    })
    await expect(loadBackdated(workspace, tables, 'source', by)).rejects.toMatchObject({
      code: 'log-not-empty',
      hint: expect.stringContaining('complete') as string,
    })
  })
})
