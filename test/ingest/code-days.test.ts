import { describe, expect, it } from 'vitest'
import { reportText } from '../../src/cli/reports/import-report-text.ts'
import { importOne, type ImportOptions } from '../../src/ingest/index.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()
type Rows = readonly Readonly<Record<string, string>>[]

const importRows = (workspace: Workspace, mapping: object, rows: Rows, options: Partial<ImportOptions> = {}) => {
  const importer = tableImporter(
    readMapping(
      {
        name: 'mine',
        reads: 'my table',
        release: { citation: 'Me. 2020. My table', series: 'mine', version: '1' },
        ...mapping,
      },
      'my.json',
    ),
  )
  return importOne(workspace, importer, tableInMemory(Object.keys(rows[0] ?? {}), rows), {
    recordedBy: 'a test',
    ...options,
  })
}

const scoresBy = (scheme: string) => ({
  kind: 'scores',
  rater: 'me',
  actor: { scheme, column: 'state' },
  year: 'year',
  direction: 'higher-is-better',
  indicators: [{ id: 'v', column: 'v' }],
})
const row = (state: string, year: number) => ({ state, year: String(year), v: '1' })

describe('a code that is read outside its days', () => {
  const rows = [row('CSK', 1995), row('CSK', 1997), row('DDR', 2005), row('FRA', 1995)]

  it('is skipped, and listed with its days: nothing of it is recorded', async () => {
    const workspace = await fresh()
    const report = await importRows(workspace, { rows: scoresBy('iso3') }, rows)
    expect(report.rows).toEqual({ read: 4, appended: 1, known: 0, skipped: 3 })
    expect(report.skipped).toEqual({ 'outside-days': 3 })
    expect(report.outsideDays).toEqual([
      { code: 'CSK (iso3)', when: ['1995', '1997'], held: 'csk from 1918-10-28 to 1992-12-31', rows: 2, taken: false },
      { code: 'DDR (iso3)', when: ['2005', '2005'], held: 'ddr from 1945-05-09 to 1990-10-02', rows: 1, taken: false },
    ])
    expect(await streamOf(workspace, 'practice-me-v-csk')).toEqual([])
    expect(reportText(report)).toContain(
      'outside its days: CSK (iso3) in 1995 to 1997: csk from 1918-10-28 to 1992-12-31 (2 rows skipped)',
    )
  })
  it('stops the import where the mapping says so, with all such rows in one error', async () => {
    const workspace = await fresh()
    await expect(importRows(workspace, { outsideDays: 'stop', rows: scoresBy('iso3') }, rows)).rejects.toMatchObject({
      code: 'outside-days',
      where: 'in-memory.csv, row 1',
      message: expect.stringMatching(
        /"CSK \(iso3\)" is read in 1995[\s\S]*row 2: [\s\S]*1997[\s\S]*row 3: "DDR/,
      ) as string,
    })
    expect(await streamOf(workspace, 'practice-me-v-fra')).toEqual([])
  })
  it('is taken for its only holder where the mapping says so, and listed', async () => {
    const workspace = await fresh()
    const report = await importRows(workspace, { outsideDays: 'take', rows: scoresBy('iso3') }, [
      ...rows,
      row('YUG', 2010),
    ])
    expect(report.rows).toEqual({ read: 5, appended: 4, known: 0, skipped: 1 })
    expect(report.outsideDays.map(({ code, taken, rows: count }) => `${code} ${taken} ${count}`)).toEqual([
      'CSK (iso3) true 2',
      'DDR (iso3) true 1',
      'YUG (iso3) false 1',
    ])
    expect(await streamOf(workspace, 'practice-me-v-csk')).toHaveLength(2)
  })
  it('tells nothing of what a release leaves out: its score is not retracted', async () => {
    const workspace = await fresh()
    const release = (version: string, published: string) => ({
      release: { citation: 'Me. My table', series: 'mine', version, published },
    })
    await importRows(workspace, { ...release('1', '2020'), rows: scoresBy('iso3') }, [
      row('CSK', 1990),
      row('FRA', 1990),
    ])
    const report = await importRows(workspace, { ...release('2', '2021'), rows: scoresBy('iso3') }, [
      row('CSK', 1995),
      row('FRA', 1990),
      row('FRA', 1995),
    ])
    expect(report.vanished.retracted).toBe(0)
  })
  it('is read by the scheme that the mapping names: 347 of Polity is no Kosovo', async () => {
    const workspace = await fresh()
    const report = await importRows(workspace, { rows: scoresBy('polity') }, [row('347', 1995), row('347', 2010)])
    expect(report.rows).toMatchObject({ appended: 1, skipped: 1 })
    expect(await streamOf(workspace, 'practice-me-v-srb')).toHaveLength(1)
    expect(await streamOf(workspace, 'practice-me-v-xkx')).toHaveLength(0)
  })
})

describe('an event row', () => {
  const ratified = (more: object) => ({
    rows: {
      kind: 'events',
      type: 'TreatyRatified',
      stream: ['treaty', { scheme: 'untc', column: 'number' }],
      fact: 'consent/1',
      locator: '{state}',
      references: { actor: { scheme: 'iso3', column: 'state' } },
      ...more,
    },
  })
  const actors = async (workspace: Workspace) =>
    (await streamOf(workspace, 'treaty-cat')).map(({ data }) => data['actor'])

  it.each([
    [{ occurred: { column: 'date' } }, { date: '1991-11-05' }, 'yem'],
    [{ occurred: { column: 'date' } }, { date: '1989-11-05' }, 'yar'],
    [{ occurred: { column: 'date' } }, { date: '1989' }, 'yar'],
    [{ occurred: { year: 'y', month: 'm' } }, { y: '1990', m: '6' }, 'yem'],
    [{ occurred: { year: 'y', month: 'm' } }, { y: '1990', m: '4' }, 'yar'],
    [{ occurred: { firstYear: 'a', lastYear: 'b' } }, { a: '1980', b: '1985' }, 'yar'],
  ])('reads its codes on its own date: %j %j is of %s', async (when, cells, actor) => {
    const workspace = await fresh()
    const known = (await actors(workspace)).length
    await importRows(workspace, ratified(when), [{ number: '4-9', state: 'YEM', ...cells }])
    expect((await actors(workspace)).slice(known)).toEqual([actor])
  })
  it('is refused where its date does not tell whom the code means, naming both', async () => {
    await expect(
      importRows(await fresh(), ratified({ occurred: { column: 'date' } }), [
        { number: '4-9', state: 'YEM', date: '1985/1995' },
      ]),
    ).rejects.toMatchObject({
      code: 'several-holders',
      message: expect.stringContaining('yar to 1990-05-21, yem from 1990-05-22 on') as string,
    })
  })
  it.each([
    ['iso3c', 'rows.references.actor.scheme: "iso3c" is no scheme of actors. Closest: iso3'],
    ['iso-3', 'Closest: iso3'],
    ['untc', 'no scheme of actors'],
    ['correlates', 'Known: amnesty, cow, '],
  ])('is refused with the mapping where its scheme %s is unknown', async (scheme, words) => {
    await expect(
      importRows(
        await fresh(),
        {
          unmatched: 'skip',
          ...ratified({ occurred: { column: 'date' }, references: { actor: { scheme, column: 'state' } } }),
        },
        [{ number: '4-9', state: 'YEM', date: '1991' }],
      ),
    ).rejects.toMatchObject({ code: 'bad-mapping', message: expect.stringContaining(words) as string })
  })
  it('is refused in words where the scheme of its treaties is unknown', async () => {
    const stream = ['treaty', { scheme: 'untcc', column: 'number' }]
    await expect(
      importRows(await fresh(), ratified({ occurred: { column: 'date' }, stream }), [
        { number: '4-9', state: 'FRA', date: '1991' },
      ]),
    ).rejects.toMatchObject({
      message: expect.stringContaining('"untcc" is no scheme of treaties. Closest: untc') as string,
    })
  })
})

const spells = (scheme: string, system = 'cow', more: object = {}) => ({
  rows: {
    kind: 'spells',
    system,
    actor: { scheme, column: 'code' },
    start: { column: 'start' },
    end: { column: 'end' },
    lastDay: '2016-12-31',
    ...more,
  },
})

describe('a spell whose code changes its holder', () => {
  // The days are those on which the states followed each other: Yemen 22 May 1990, Yugoslavia 27 April 1992,
  // Czechoslovakia and the Czech Republic 1 January 1993.
  it.each([
    ['cow', '345', '1944-10-20', ['yug 1944-10-20 to 1992-04-26', 'srb 1992-04-27 to …']],
    ['gw', '678', '1918-10-30', ['yar 1918-10-30 to 1990-05-21', 'yem 1990-05-22 to …']],
    ['iso3', 'YEM', '1918-10-30', ['yar 1918-10-30 to 1990-05-21', 'yem 1990-05-22 to …']],
    ['iso3', 'YUG', '1944-10-20', ['yug 1944-10-20 to 1992-04-26', 'srb 1992-04-27 to …']],
    ['vdem', '157', '1918-10-28', ['csk 1918-10-28 to 1992-12-31', 'cze 1993-01-01 to …']],
    ['name', 'Yemen', '1918-10-30', ['yar 1918-10-30 to 1990-05-21', 'yem 1990-05-22 to …']],
    ['cow', '260', '1955-05-05', ['deu 1955-05-05 to …']],
    ['gw', '260', '1949-09-21', ['deu 1949-09-21 to …']],
    ['cow', '365', '1816-01-01', ['rus 1816-01-01 to …']],
    ['cow', '530', '1941-05-05', ['eth 1941-05-05 to …']],
    ['gw', '340', '2006-06-05', ['srb 2006-06-05 to …']],
  ])('%s %s is broken where it does', async (scheme, code, start, expected) => {
    const workspace = await fresh()
    const report = await importRows(workspace, spells(scheme), [{ code, start, end: '2016-12-31' }])
    const told: string[] = []
    for (const id of ['yug', 'srb', 'yar', 'yem', 'csk', 'cze', 'deu', 'rus', 'eth']) {
      const acts = (await streamOf(workspace, `state-${id}`)).filter(({ type }) => /^State(Entered|Ended)$/.test(type))
      if (acts.length > 0) told.push(`${id} ${acts[0]?.occurred} to ${acts[1]?.occurred ?? '…'}`)
    }
    expect(told.toSorted()).toEqual(expected.toSorted())
    expect(report.notes).toHaveLength(expected.length - 1)
    expect(report.rows).toEqual({ read: 1, appended: 1, known: 0, skipped: 0 })
  })
  it('says so in the report', async () => {
    const report = await importRows(await fresh(), spells('gw', 'gw'), [
      { code: '678', start: '1918-10-30', end: '2016-12-31' },
    ])
    expect(reportText(report)).toContain(
      'note: the spell of gw 678 is broken on 1990-05-22: gw 678 means yar until then, and yem from 1990-05-22 on',
    )
  })
  it('names the first day out where the table does', async () => {
    const workspace = await fresh()
    await importRows(workspace, spells('iso3', 'cow', { endNames: 'firstDayOut' }), [
      { code: 'YEM', start: '1950-01-01', end: '2000-01-01' },
    ])
    const ended = (await streamOf(workspace, 'state-yar')).find(({ type }) => type === 'StateEnded')
    expect(ended).toMatchObject({ occurred: '1990-05-22', data: { names: 'firstDayOut' } })
  })
  it('is left out where it lies outside the days of its code', async () => {
    const report = await importRows(await fresh(), spells('iso3'), [
      { code: 'XKX', start: '1980-01-01', end: '1990-12-31' },
    ])
    expect(report.skipped).toEqual({ 'outside-days': 1 })
    expect(report.outsideDays[0]).toMatchObject({
      code: 'XKX (iso3)',
      when: ['1980-01-01/1990-12-31', '1980-01-01/1990-12-31'],
    })
  })
})

describe('a table of spells', () => {
  // Gleditsch and Ward: Haiti 1 January 1816 to 4 July 1915, and from 15 August 1934 on.
  const haiti = [
    { code: '41', start: '1816-01-01', end: '1915-07-04' },
    { code: '41', start: '1934-08-15', end: '2016-12-31' },
    { code: '678', start: '1918-10-30', end: '2016-12-31' },
  ]
  it('says the same in whatever order its rows stand', async () => {
    const workspace = await fresh()
    expect((await importRows(workspace, spells('gw', 'gw'), haiti)).events.appended).toBeGreaterThan(0)
    for (const rows of [haiti.toReversed(), [haiti[1], haiti[0], haiti[2]].flatMap((one) => one ?? [])])
      expect(await importRows(workspace, spells('gw', 'gw'), rows)).toMatchObject({
        rows: { read: 3, appended: 0, known: 3 },
        events: { appended: 0 },
        vanished: { retracted: 0 },
      })
  })
  it('says it once where a row stands twice', async () => {
    const workspace = await fresh()
    const report = await importRows(workspace, spells('gw', 'gw'), [...haiti, ...haiti.slice(0, 2)])
    expect(report.rows).toEqual({ read: 5, appended: 3, known: 0, skipped: 2 })
    expect(report.skipped).toEqual({ repeated: 2 })
    const acts = (await streamOf(workspace, 'state-hti')).filter(({ type }) => /^State(Entered|Ended)$/.test(type))
    expect(acts.map(({ occurred }) => occurred)).toEqual(['1816-01-01', '1915-07-04', '1934-08-15'])
  })
})

describe('a spell that goes on after its state', () => {
  // The last days: Czechoslovakia 31 December 1992, the German Democratic Republic 2 October 1990, the Republic of Viet
  // Nam 1975 or 1976.
  it.each<[string, string, [string, string], string, string]>([
    ['gw', '315', ['1918-10-28', '2016-12-31'], '315 (gw)', '1993-01-01/2016-12-31'],
    ['iso3', 'CSK', ['1918-10-28', '2005-06-30'], 'CSK (iso3)', '1993-01-01/2005-06-30'],
    ['name', 'Czechoslovakia', ['1918', '2016-12-31'], 'Czechoslovakia', '1993-01-01/2016-12-31'],
    ['cow', '265', ['1954-03-25', '2016-12-31'], '265 (cow)', '1990-10-03/2016-12-31'],
    ['gw', '817', ['1954-05-01', '2016-12-31'], '817 (gw)', '1976-07-02/2016-12-31'],
  ])('is left out, and listed: %s %s', async (scheme, code, [start, end], written, time) => {
    const workspace = await fresh()
    const report = await importRows(workspace, spells(scheme), [{ code, start, end }])
    expect(report.skipped).toEqual({ 'outside-days': 1 })
    expect(report.outsideDays).toMatchObject([{ code: written, when: [time, time] }])
    for (const id of ['csk', 'ddr', 'rvn'])
      expect((await streamOf(workspace, `state-${id}`)).filter(({ type }) => type === 'StateEntered')).toEqual([])
  })
  it('is left out where an empty cell says that it goes on', async () => {
    const more = { lastDay: undefined, openEnd: [''] }
    const report = await importRows(await fresh(), spells('gw', 'gw', more), [
      { code: '315', start: '1918-10-28', end: '' },
      { code: '316', start: '1993-01-01', end: '' },
    ])
    expect(report.skipped).toEqual({ 'outside-days': 1 })
    expect(report.rows.appended).toBe(1)
  })
  it('is taken where the mapping says so, and where the table only dates the end a little later', async () => {
    const csk = { code: '315', start: '1918-10-28', end: '2016-12-31' }
    const taken = await importRows(await fresh(), { ...spells('gw', 'gw'), outsideDays: 'take' }, [csk])
    expect([taken.rows.appended, taken.outsideDays.length]).toEqual([1, 1])
    const workspace = await fresh()
    const report = await importRows(workspace, spells('cow'), [
      { code: '315', start: '1918-10-28', end: '1993-01-01' },
      { code: '265', start: '1954-03-25', end: '1990-10-03' },
    ])
    expect(report.rows.appended).toBe(2)
    expect(await streamOf(workspace, 'state-ddr')).toContainEqual(
      expect.objectContaining({ type: 'StateEnded', occurred: '1990-10-03' }),
    )
  })
})

describe('rows that contradict each other', () => {
  it('are named with both values', async () => {
    const rows = [row('FRA', 1995), { ...row('FRA', 1995), v: '2' }, row('FRA', 1995)]
    const report = await importRows(await fresh(), { rows: scoresBy('iso3') }, rows)
    expect(report.skipped).toEqual({ contradicted: 1, repeated: 1 })
    expect(report.notes).toEqual([
      { text: 'practice-me-v-fra fra 1995: value 2 in row 2, but value 1 in row 1, which stands', rows: 1 },
    ])
  })
})
