import { describe, expect, it } from 'vitest'
import { importFile } from '../../src/ingest/import/import-file.ts'
import { reportText } from '../../src/cli/reports/import-report-text.ts'
import { appendLines, importOne } from '../../src/ingest/index.ts'
import type { RegisteredRelease } from '../../src/readmodel/lookups/registered-sources.ts'
import { loadNames } from '../../src/names/load.ts'
import { cowIgo } from '../../src/sources/cow/cow-igo.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'
import { importScores, scoresImporter, scoreTable, type ScoreRow } from './scores.ts'
import { import2015, import2026 } from './treaty-tables.ts'

const fresh = freshWorkspaces()

const scoresIn = async (workspace: Workspace, asKnownAt?: string): Promise<readonly string[]> => {
  const { ordinal } = await workspace.world({ asKnownAt })
  const rows = await workspace.readModel.sql
    .selectFrom('practice')
    .select(['actor', 'year', 'value'])
    .where('known_from', '<=', ordinal)
    .where('known_to', '>', ordinal)
    .orderBy('actor')
    .orderBy('year')
    .execute()
  return rows.map(({ actor, year, value }) => `${actor} ${year} ${value}`)
}

// COW numbers: 2 the United States, 200 the United Kingdom, 220 France.
const first: readonly ScoreRow[] = [
  ['2', '1990', '6'],
  ['2', '1991', '7'],
  ['2', '1992', '8'],
  ['200', '1990', '5'],
  ['200', '1991', '5'],
  ['220', '1991', '4'],
]

describe('a row of scores that a later release no longer holds', () => {
  const second: readonly ScoreRow[] = [
    ['2', '1990', '6'],
    ['2', '1992', '7'],
    ['200', '1991', '5'],
    ['200', '1992', '3'],
  ]

  it('is retracted, beside what is corrected and what is new; a state that is gone altogether, too', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    const { recordedAt } = await workspace.log.head()
    const report = await importScores(workspace, second, { version: '2' })
    expect(report.vanished).toEqual({ retracted: 3, kept: [] })
    // The registration, what the file holds, a correction, a new score, three retractions.
    expect(report.events).toEqual({ appended: 7, corrections: 1 })
    expect(report.rows).toEqual({ read: 4, appended: 2, known: 2, skipped: 0 })
    expect(reportText(report)).toContain('  events: 7 appended, of which 1 correction\n  vanished: 3 (retracted)')
    expect(await scoresIn(workspace)).toEqual(['gbr 1991 5', 'gbr 1992 3', 'usa 1990 6', 'usa 1992 7'])
    expect(await scoresIn(workspace, recordedAt)).toEqual([
      'fra 1991 4',
      'gbr 1990 5',
      'gbr 1991 5',
      'usa 1990 6',
      'usa 1991 7',
      'usa 1992 8',
    ])
    const [told, retraction] = await streamOf(workspace, 'practice-small-index-fra')
    expect(retraction).toMatchObject({
      type: 'EventRetracted',
      fact: '1991',
      sources: [{ ref: 'small-2' }],
      data: { target: told?.id, reason: 'no longer in small-2' },
    })
  })

  it('is retracted once: both releases, imported again, append nothing', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    await importScores(workspace, second, { version: '2' })
    const ordinal = await ordinalOf(workspace)
    expect(await importScores(workspace, second, { version: '2' })).toMatchObject({
      rows: { known: 4 },
      events: { appended: 0 },
      vanished: { retracted: 0 },
    })
    expect(await importScores(workspace, first)).toMatchObject({
      skipped: { superseded: 4 },
      events: { appended: 0 },
      vanished: { retracted: 0 },
    })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })

  it('comes back with a release that holds it again', async () => {
    const workspace = await fresh()
    for (const [version, rows] of [
      ['1', first],
      ['2', second],
      ['3', first],
    ] as const)
      await importScores(workspace, rows, { version })
    expect(await scoresIn(workspace)).toEqual([
      'fra 1991 4',
      'gbr 1990 5',
      'gbr 1991 5',
      'usa 1990 6',
      'usa 1991 7',
      'usa 1992 8',
    ])
    const ordinal = await ordinalOf(workspace)
    expect((await importScores(workspace, second, { version: '2' })).skipped).toEqual({ superseded: 2 })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })

  it('is counted by a dry run, and left', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    expect((await importScores(workspace, second, { version: '2', dryRun: true })).vanished.retracted).toBe(3)
    expect(await scoresIn(workspace)).toHaveLength(6)
  })
})

describe('what vanished means is for the importer to say', () => {
  it.each([
    ['anomaly', ['practice-small-index-usa usa 1991']],
    ['ignore', []],
  ] as const)('%s: it stands', async (vanished, kept) => {
    const workspace = await fresh()
    await importScores(workspace, [
      ['2', '1990', '6'],
      ['2', '1991', '7'],
      ['2', '1992', '8'],
    ])
    const report = await importOne(
      workspace,
      { ...scoresImporter('2'), vanished },
      scoreTable([
        ['2', '1990', '6'],
        ['2', '1992', '8'],
      ]),
      { recordedBy: 'a test' },
    )
    expect(report).toMatchObject({ events: { appended: 2 }, vanished: { retracted: 0, kept } })
    expect(reportText(report)).not.toContain('listed as anomalies')
    expect(await scoresIn(workspace)).toEqual(['usa 1990 6', 'usa 1991 7', 'usa 1992 8'])
  })
})

describe('what a release does not speak of', () => {
  it('stands: years before its first and after its last', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    expect(
      (
        await importScores(
          workspace,
          [
            ['2', '1991', '7'],
            ['200', '1991', '5'],
            ['220', '1991', '4'],
          ],
          { version: '2' },
        )
      ).vanished.retracted,
    ).toBe(0)
    expect(await scoresIn(workspace)).toHaveLength(6)
  })

  it('stands: another series', async () => {
    const workspace = await fresh()
    await importScores(workspace, first, { series: 'other' })
    await importScores(workspace, first)
    expect(
      (
        await importScores(
          workspace,
          [
            ['2', '1990', '6'],
            ['2', '1992', '8'],
          ],
          { version: '2' },
        )
      ).vanished.retracted,
    ).toBe(4)
    expect(await scoresIn(workspace)).toHaveLength(6)
  })

  it('stands: all, where a row could not be read', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    expect(
      (
        await importScores(
          workspace,
          [
            ['2', '1990', '6'],
            ['2', '1992', 'high'],
          ],
          { version: '2', skipBadRows: true },
        )
      ).vanished.retracted,
    ).toBe(0)
  })

  it('stands: states that it may mean by a name that nobody knows', async () => {
    const workspace = await fresh()
    await importScores(workspace, first)
    const report = await importScores(
      workspace,
      [
        ['2', '1990', '6'],
        ['2', '1992', '8'],
        ['9999', '1991', '4'],
      ],
      { version: '2', unmatched: 'skip' },
    )
    expect(report.vanished.retracted).toBe(1)
    expect(await scoresIn(workspace)).toEqual(['fra 1991 4', 'gbr 1990 5', 'gbr 1991 5', 'usa 1990 6', 'usa 1992 8'])
  })
})

describe('a release that is imported late, after one that was published later', () => {
  const of = (version: string) => ({ version, published: `200${version}` })
  const told: readonly ScoreRow[] = [
    ['2', '1990', '6'],
    ['2', '1991', '7'],
    ['2', '1992', '8'],
  ]
  const late: readonly ScoreRow[] = [
    ['2', '1989', '3'],
    ['2', '1990', '5'],
    ['2', '1992', '8'],
  ]

  it.each([
    ['published between the two', '2'],
    ['the first one, given again with another value', '1'],
  ])('overrules nothing that the later one has confirmed, which appended nothing for that: %s', async (_, version) => {
    const workspace = await fresh()
    await importScores(workspace, told, of('1'))
    expect((await importScores(workspace, told, of('3'))).rows.known).toBe(3)
    const report = await importScores(workspace, late, of(version))
    expect(report).toMatchObject({
      rows: { appended: 1, known: 1, skipped: 1 },
      skipped: { superseded: 1 },
      vanished: { retracted: 0 },
    })
    expect(await scoresIn(workspace)).toEqual(['usa 1989 3', 'usa 1990 6', 'usa 1991 7', 'usa 1992 8'])
  })

  it('does not bring back what an earlier one had left out, and the later one, too', async () => {
    const workspace = await fresh()
    await importScores(workspace, told, of('1'))
    const without = told.filter(([, year]) => year !== '1991')
    await importScores(workspace, without, of('2'))
    await importScores(workspace, without, of('4'))
    expect((await importScores(workspace, told, of('3'))).skipped).toEqual({ superseded: 1 })
    expect(await scoresIn(workspace)).toEqual(['usa 1990 6', 'usa 1992 8'])
  })

  it('adds what nobody has told, which the later one, imported again, takes back if it speaks of it', async () => {
    const workspace = await fresh()
    await importScores(
      workspace,
      [
        ['2', '1990', '6'],
        ['2', '1992', '8'],
      ],
      of('3'),
    )
    await importScores(workspace, told, of('1'))
    expect(await scoresIn(workspace)).toEqual(['usa 1990 6', 'usa 1991 7', 'usa 1992 8'])
    expect(
      (
        await importScores(
          workspace,
          [
            ['2', '1990', '6'],
            ['2', '1992', '8'],
          ],
          of('3'),
        )
      ).vanished.retracted,
    ).toBe(1)
    expect(await scoresIn(workspace)).toEqual(['usa 1990 6', 'usa 1992 8'])
  })

  it('is late, too, where the later one was imported just before, and the read model has not seen it', async () => {
    const workspace = await fresh()
    const names = await loadNames(workspace.readModel.sql, await workspace.catchUp())
    const bring = (rows: readonly ScoreRow[], version: string, registered: readonly RegisteredRelease[]) =>
      importFile(
        workspace.log,
        names,
        { importer: scoresImporter(version, of(version)), file: scoreTable(rows) },
        { recordedBy: 'a test' },
        registered,
      )
    await bring(told, '1', [])
    const { release } = scoresImporter('3', of('3'))
    expect((await bring(late, '2', [release])).skipped).toEqual({ superseded: 1 })
  })
})

describe('a row that a user retracted', () => {
  it('is not retracted again when it vanishes', async () => {
    const workspace = await fresh()
    await importScores(workspace, [
      ['2', '1990', '6'],
      ['2', '1991', '7'],
      ['2', '1992', '8'],
    ])
    const target = (await streamOf(workspace, 'practice-small-index-usa'))[1]?.id
    const line = {
      stream: 'practice-small-index-usa',
      type: 'EventRetracted',
      sources: [{ citation: 'A letter, for tests', kind: 'press' }],
      data: { target, reason: 'a misprint' },
    }
    await appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], { recordedBy: 'a user' })
    expect(
      (
        await importScores(
          workspace,
          [
            ['2', '1990', '6'],
            ['2', '1992', '8'],
          ],
          { version: '2' },
        )
      ).vanished.retracted,
    ).toBe(0)
  })
})

describe('a membership that a later release codes otherwise', () => {
  const release = (version: string) => ({
    ...cowIgo,
    release: { ...cowIgo.release, id: `cow-igo-${version}`, version, published: `20${version.replace('.', '')}` },
  })
  const codes = (un: readonly string[]) =>
    tableInMemory(
      ['ccode', 'year', 'state', 'un', 'lon'],
      un.map((code, index) => ({ ccode: '2', year: String(1950 + index), state: 'usa', un: code, lon: '-1' })),
    )
  it('leaves no run of years behind', async () => {
    const workspace = await fresh()
    await importOne(workspace, release('2.3'), codes(['0', '1', '1', '1']), { recordedBy: 'a test' })
    const report = await importOne(workspace, release('3.0'), codes(['0', '0', '1', '1']), { recordedBy: 'a test' })
    // Full from 1951; the run of none is corrected, that from 1952 is new.
    expect(report.vanished).toEqual({ retracted: 1, kept: [] })
    expect(report.events).toEqual({ appended: 6, corrections: 1 })
  })
})

describe('a party that a later table of the depositary no longer lists', () => {
  // MTDSG IV.9: accessions of Japan (29 June 1999) and Chad (9 June 1995), ratification of France (18 February 1986).
  // That France is left out is made up.
  const of2015 = [
    { participant: 'Japan', date: '1999-06-29', suffix: 'a' },
    { participant: 'Chad', date: '1995-06-09', suffix: 'a' },
    { participant: 'France', date: '1986-02-18' },
  ]
  const of2026 = [
    { participant: 'Japan', date: '1999-06-29', word: 'Accession' },
    { participant: 'Chad', date: '1995-06-09', word: 'Accession' },
  ]
  const odd = async (workspace: Workspace) => {
    const { rows } = (await ask(workspace, 'anomalies', { treaty: 'cat', state: 'fra' })) as {
      rows: { code: string; says: string }[]
    }
    return rows.filter(({ code }) => code === 'no-longer-listed').map(({ says }) => says)
  }
  const statusOf = async (workspace: Workspace) =>
    (await ask(workspace, 'status', { state: 'fra', subject: 'cat' }, { asOf: '2026-03-01' }))['status']
  const both = async () => {
    const workspace = await fresh()
    await import2015(workspace, of2015)
    return { workspace, report: await import2026(workspace, of2026) }
  }

  it('is bound as before, and listed as an anomaly', async () => {
    const { workspace, report } = await both()
    expect(report.vanished).toEqual({ retracted: 0, kept: ['treaty-cat fra consent/1'] })
    expect(reportText(report)).toContain('  vanished: 1 (kept, listed as anomalies): treaty-cat fra consent/1')
    expect(await statusOf(workspace)).toBe('IN_FORCE')
    expect(await ask(workspace, 'timeline', { state: 'fra', subject: 'cat' })).toMatchObject({
      subjects: [
        { anomalies: expect.arrayContaining([expect.objectContaining({ code: 'no-longer-listed' })]) as unknown },
      ],
    })
    expect(await odd(workspace)).toEqual([
      "the depositary's later table no longer lists consent/1; most often a withdrawal",
    ])
  })

  it('is marked once, and reported each time', async () => {
    const { workspace } = await both()
    const ordinal = await ordinalOf(workspace)
    expect(await import2026(workspace, of2026)).toMatchObject({
      events: { appended: 0 },
      vanished: { kept: ['treaty-cat fra consent/1'] },
    })
    expect(await import2015(workspace, of2015)).toMatchObject({
      rows: { known: 3 },
      events: { appended: 0 },
      vanished: { kept: [] },
    })
    expect(await ordinalOf(workspace)).toBe(ordinal)
    expect(await odd(workspace)).toHaveLength(1)
  })

  it('is no anomaly once its withdrawal is recorded', async () => {
    const { workspace } = await both()
    const line = {
      stream: 'treaty-cat',
      type: 'TreatyWithdrawalNotified',
      occurred: '2020-01-01',
      sources: [{ citation: 'Made up, for tests', kind: 'depositary' }],
      data: { actor: 'fra' },
    }
    await appendLines(workspace, [{ where: 'a test', text: JSON.stringify(line) }], { recordedBy: 'a user' })
    expect(await statusOf(workspace)).toBe('EXITED')
    expect(await odd(workspace)).toEqual([])
  })

  it('is marked under the treaties that the later table lists, and under no other', async () => {
    const workspace = await fresh()
    // ICCPR, MTDSG IV.4
    await import2015(workspace, [...of2015, { treaty: '4-4', participant: 'France', date: '1980-11-04', suffix: 'a' }])
    expect((await import2026(workspace, of2026)).vanished.kept).toEqual(['treaty-cat fra consent/1'])
  })

  it('is left alone in acts that the later table has no column for: a second consent', async () => {
    const workspace = await fresh()
    await import2015(workspace, [
      { participant: 'Japan', date: '1999-06-29', suffix: 'a' },
      { participant: 'Chad', date: '1995-06-09', suffix: 'a' },
      { participant: 'Chad', date: '1996-06-09', suffix: 'a' },
    ])
    expect((await import2026(workspace, of2026)).vanished.kept).toEqual([])
  })

  it('that is listed again loses the mark, and may vanish once more', async () => {
    const { workspace } = await both()
    const release = (day: string) => ({
      ...untc2026,
      release: { ...untc2026.release, id: `untc-${day}`, version: day, published: day },
    })
    const table = (rows: typeof of2026) =>
      tableInMemory(
        untc2026.header,
        rows.map(({ participant, date, word }) => ({
          mtdsg_no: 'IV-9',
          country_name: participant,
          action_type: word,
          action_date: date,
        })),
      )
    const withFrance = table([...of2026, { participant: 'France', date: '1986-02-18', word: 'Ratification' }])
    const report = await importOne(workspace, release('2026-06-01'), withFrance, { recordedBy: 'a test' })
    // The registration, what the file holds and covers, and the mark is taken back.
    expect(report).toMatchObject({ events: { appended: 4 }, vanished: { kept: [] } })
    expect(await odd(workspace)).toEqual([])
    await importOne(workspace, release('2026-09-01'), table(of2026), { recordedBy: 'a test' })
    expect(await odd(workspace)).toHaveLength(1)
  })
})
