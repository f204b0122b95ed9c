import { describe, expect, it } from 'vitest'
import { appendLines, importOne } from '../../src/ingest/index.ts'
import { cowIgoList } from '../../src/sources/cow/cow-igo-list.ts'
import type { Draft, Importer } from '../../src/sources/importer/draft.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

type Cells = Readonly<Record<string, string>>

/** Rows of a mapping that a user wrote: dates typed by hand. */
const typed = (rows: Readonly<Record<string, unknown>>, more: { unmatched?: 'skip' } = {}): Importer =>
  tableImporter(
    readMapping(
      {
        name: 'typed',
        reads: 'a table typed by hand',
        release: { citation: 'Typed by hand, for tests', series: 'typed', version: '1' },
        ...(more.unmatched !== undefined && { unmatched: more.unmatched }),
        rows: {
          kind: 'events',
          type: 'TreatyRatified',
          occurred: { column: 'date' },
          fact: 'consent/1',
          locator: '{state}',
          references: { actor: { scheme: 'iso3', column: 'state' } },
          ...rows,
        },
      },
      'a mapping for tests',
    ),
  )

const importTable = (
  workspace: Workspace,
  rows: Readonly<Record<string, unknown>>,
  cells: readonly Cells[],
  more: { unmatched?: 'skip' } = {},
) =>
  importOne(workspace, typed(rows, more), tableInMemory(Object.keys(cells[0] ?? {}), cells), { recordedBy: 'a test' })

const append = (workspace: Workspace, lines: readonly Readonly<Record<string, unknown>>[]) =>
  appendLines(
    workspace,
    lines.map((line, index) => ({
      where: `line ${index + 1}`,
      text: JSON.stringify({ sources: [{ citation: 'Typed by hand, for tests', kind: 'depositary' }], ...line }),
    })),
    { recordedBy: 'a test' },
  )

const france = { state: 'FRA', date: '2001-01-01' }
const japan = { state: 'JPN', date: '2002-01-01' }
const treatyColumn = (scheme: string) => ({ stream: ['treaty', { scheme, column: 'treaty' }] })

describe('a table of a mapping that speaks of what nobody has defined', () => {
  it.each<[what: string, rows: Readonly<Record<string, unknown>>, cells: Cells, code: string, near: RegExp]>([
    ['a treaty', { stream: ['treaty', 'icppr'] }, france, 'unknown-stream', /there is no treaty "icppr".*/],
    ['a treaty by its number', treatyColumn('untc'), { ...france, treaty: '99-9' }, 'unknown-actor', /99-9 \(untc\)/],
    ['a treaty by our id', treatyColumn('id'), { ...france, treaty: 'icppr' }, 'unknown-actor', /icppr \(id\)/],
    [
      'an organisation',
      { type: 'MembershipStarted', stream: ['igo', 'uno'], data: { kind: { constant: 'full' } } },
      france,
      'unknown-stream',
      /there is no igo "uno"/,
    ],
    [
      'a norm',
      { type: 'NormEndorsed', stream: ['norm', 'tortur'], data: { by: { constant: 'vote' } } },
      france,
      'unknown-stream',
      /there is no norm "tortur"/,
    ],
    [
      'an instrument in the payload',
      {
        type: 'InstrumentLinked',
        stream: ['norm', 'torture'],
        occurred: undefined,
        references: {},
        data: { instrument: { constant: 'icppr' }, role: { constant: 'regional' } },
      },
      france,
      'unknown-treaty',
      /data\.instrument: "icppr"/,
    ],
    ['a name of a stream that is none', { stream: ['treaty', 'cat '] }, france, 'unknown-stream', /treaty-cat /],
  ])('is refused: %s', async (_, rows, cells, code, near) => {
    const workspace = await fresh()
    const { ordinal } = await workspace.log.head()
    const given = importTable(workspace, rows, [cells])
    await expect(given).rejects.toMatchObject({ code, exitCode: 2, message: expect.stringMatching(near) as string })
    await expect(given).rejects.toMatchObject({ hint: expect.stringContaining('Nothing of this file') as string })
    expect((await workspace.log.head()).ordinal).toBe(ordinal)
  })

  it('is told with the nearest names, and the number of rows', async () => {
    await expect(importTable(await fresh(), { stream: ['treaty', 'icppr'] }, [france, japan])).rejects.toMatchObject({
      message: '"treaty-icppr": there is no treaty "icppr". One more row is like it.',
      hint: expect.stringContaining('Closest: ICCPR (iccpr)') as string,
    })
  })

  it('skips and lists what a code of a column leaves unknown, where the mapping says so', async () => {
    const cells = [
      { ...france, treaty: '99-9' },
      { ...japan, treaty: '4-9' },
    ]
    const report = await importTable(await fresh(), treatyColumn('untc'), cells, { unmatched: 'skip' })
    expect(report).toMatchObject({ rows: { appended: 1, skipped: 1 }, unmatched: [{ name: '99-9 (untc)' }] })
  })

  it('takes names and other spellings of a constant for the id that they mean', async () => {
    const workspace = await fresh()
    await importTable(
      workspace,
      {
        type: 'InstrumentLinked',
        stream: ['norm', 'torture'],
        occurred: undefined,
        fact: 'instrument/{state}',
        references: {},
        data: { instrument: { constant: 'ICCPR' }, role: { constant: 'regional' } },
      },
      [france],
    )
    expect((await streamOf(workspace, 'norm-torture')).at(-1)?.data).toMatchObject({ instrument: 'iccpr' })
  })
})

describe('a table that defines what it speaks of', () => {
  const concluded = {
    type: 'TreatyConcluded',
    occurred: '2000-01-01',
    data: { treaty: 'pact', title: 'A Pact of Tests', entryIntoForce: 'unknown', exit: 'unknown' },
  }
  const ratified = { type: 'TreatyRatified', occurred: '2001-01-01', data: {} }
  const rowsOf = (drafts: readonly Pick<Draft, 'type' | 'occurred' | 'data'>[]): Importer['rows'] =>
    async function* () {
      for (const [index, draft] of drafts.entries())
        yield {
          rows: [index + 1, index + 1],
          stream: ['treaty', { scheme: 'id', code: 'pact' }],
          fact: draft.type,
          references: draft.type === 'TreatyRatified' ? { actor: { scheme: 'iso3', code: 'FRA' } } : {},
          locator: 'a row',
          ...draft,
        } as Draft
    }

  it.each([
    ['before', [concluded, ratified]],
    ['after', [ratified, concluded]],
  ])('may say so %s', async (_, drafts) => {
    const workspace = await fresh()
    const importer = { ...typed({ stream: ['treaty', 'cat'] }), rows: rowsOf(drafts) }
    const report = await importOne(workspace, importer, tableInMemory([], []), { recordedBy: 'a test' })
    expect(report.rows).toMatchObject({ read: 2, appended: 2 })
    expect((await streamOf(workspace, 'treaty-pact')).map(({ type }) => type).toSorted()).toEqual([
      'TreatyConcluded',
      'TreatyRatified',
    ])
    const later = await importTable(workspace, treatyColumn('id'), [{ ...japan, treaty: 'pact' }])
    expect(later.rows.appended).toBe(1)
  })

  it('may be the list of organisations of COW, whose codes nobody knows before', async () => {
    const row = {
      ioname: 'NEWORG',
      orgname: 'New Organisation',
      sdate: '1950',
      first_year: '1950',
      last_year: '2014',
      dead: '0',
    }
    const list = tableInMemory(cowIgoList.header, [row])
    const workspace = await fresh()
    expect((await importOne(workspace, cowIgoList, list, { recordedBy: 'a test' })).rows.appended).toBe(1)
    expect((await streamOf(workspace, 'igo-neworg'))[0]?.data).toMatchObject({ igo: 'neworg' })
    expect(
      (
        await append(workspace, [
          { stream: 'igo-neworg', type: 'MembershipStarted', occurred: '1960', data: { actor: 'fra', kind: 'full' } },
        ])
      ).appended,
    ).toBe(1)
  })

  it('is refused where it does not, whatever else it defines', async () => {
    const importer = { ...typed({ stream: ['treaty', 'cat'] }), rows: rowsOf([ratified]) }
    const given = importOne(await fresh(), importer, tableInMemory([], []), { recordedBy: 'a test' })
    await expect(given).rejects.toMatchObject({ code: 'unknown-actor' })
  })
})

const faroe = {
  stream: 'state-fro',
  type: 'ActorDefined',
  data: { actor: 'fro', name: 'Faroe Folk', kind: 'territory' },
}
const actor = (id: string, name: string) => ({
  stream: `state-${id}`,
  type: 'ActorDefined',
  data: { actor: id, name, kind: 'territory' },
})
const code = (id: string, scheme: string, word: string, more: Readonly<Record<string, string>> = {}) => ({
  stream: `state-${id}`,
  type: 'IdentifierMapped',
  data: { scheme, code: word, ...more },
})
const signature = (word: string) => ({
  stream: 'treaty-cat',
  type: 'TreatySigned',
  occurred: '2001-01-01',
  data: { actor: word },
})

describe('the name that an actor is defined with', () => {
  it.each([['Newland'], ['NEWLAND'], ['nwl'], ['NWL']])('means it, in the next batch: %s', async (word) => {
    const workspace = await fresh()
    await append(workspace, [actor('nwl', 'Newland')])
    await append(workspace, [signature(word)])
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.data).toEqual({ actor: 'nwl' })
  })

  it('means it in the same batch, before and after', async () => {
    const workspace = await fresh()
    await append(workspace, [signature('New-Land'), actor('nwl', 'New Land')])
    expect((await streamOf(workspace, 'treaty-cat')).at(-1)?.data).toEqual({ actor: 'nwl' })
  })

  it('means it in a table that names its actors', async () => {
    const workspace = await fresh()
    await append(workspace, [actor('nwl', 'Newland')])
    const references = { actor: { scheme: 'name', column: 'state' } }
    const report = await importTable(workspace, { stream: ['treaty', 'cat'], references }, [
      { state: 'Newland', date: '2001-01-01' },
    ])
    expect(report.rows.appended).toBe(1)
  })

  // Codes of ISO 3166-1 and of COW (220 France), names of the UN.
  it.each<[what: string, line: Readonly<Record<string, unknown>>, code: string]>([
    ['a name that another has', actor('nwl', 'France'), 'name-taken'],
    ['an id as the name', actor('nwl', 'fra'), 'name-taken'],
    ['a code of another as the id', actor('frn', 'Newland'), 'name-taken'],
    ['the word for every actor as the id', actor('all', 'Newland'), 'name-taken'],
    [
      'another actor in the stream',
      { ...actor('nwl', 'Newland'), data: { ...faroe.data, actor: 'fra' } },
      'wrong-stream',
    ],
    ['a code that another has', code('fra', 'cow', '255'), 'name-taken'],
    ['a name that another has, as a code', code('fra', 'name', 'Germany'), 'name-taken'],
  ])('is refused: %s', async (_, line, expected) => {
    await expect(append(await fresh(), [line])).rejects.toMatchObject({ code: expected, exitCode: 2 })
  })

  it('may be one that another had on other days, and may be given again', async () => {
    const workspace = await fresh()
    // COW 679 is Yemen, from its unification on 22 May 1990.
    const before = code('fra', 'cow', '679', { to: '1980-01-01' })
    await append(workspace, [before])
    const line = actor('nwl', 'Newland')
    await append(workspace, [line])
    expect((await append(workspace, [line])).known).toBe(1)
  })
})
