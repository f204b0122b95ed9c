import { describe, expect, it } from 'vitest'
import { importOne } from '../../src/ingest/index.ts'
import { acceptProposals } from '../../src/ingest/proposals/accept.ts'
import { proposeTable } from '../../src/ingest/proposals/propose-table.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { ask, freshWorkspaces, ordinalOf, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

const sheet = tableImporter(
  readMapping(
    {
      name: 'sheet',
      reads: 'consents as coders read them',
      release: { citation: 'Coding of consents, for tests', series: 'sheet', version: '1', published: '2020' },
      rows: {
        kind: 'events',
        type: { column: 'act', codes: { r: 'TreatyRatified', a: 'TreatyAcceded' } },
        stream: ['treaty', 'cat'],
        occurred: { column: 'date' },
        fact: 'consent/1',
        locator: '{state}',
        references: { actor: { scheme: 'iso3', column: 'state' } },
        data: {},
      },
    },
    'a mapping for tests',
  ),
)

type Row = readonly [state: string, act: string, date: string]
const propose = (
  workspace: Workspace,
  coder: string,
  rows: readonly Row[],
  more: { readonly skipBadRows?: true } = {},
) =>
  proposeTable(
    workspace,
    sheet,
    tableInMemory(
      ['state', 'act', 'date'],
      rows.map(([state, act, date]) => ({ state, act, date })),
    ),
    { recordedBy: 'a lab', coder, ...more },
  )

// The depositary, chapter IV-9: France ratified on 18 February 1986, Japan acceded on 29 June 1999, Kenya on 21
// February 1997, Brazil ratified on 28 September 1989.
const anna: readonly Row[] = [
  ['FRA', 'r', '1986-02-18'],
  ['JPN', 'a', '1999-06-29'],
  ['KEN', 'a', '1997-02-21'],
  ['BRA', 'r', '1989-09-28'],
]
const ben: readonly Row[] = [
  ['FRA', 'r', '1986-02-18'],
  ['JPN', 'a', '1999-06-29'],
  ['KEN', 'r', '1997-02-22'],
]
const rowsOf = async (workspace: Workspace, name: string, input: Readonly<Record<string, string>> = {}) =>
  (await ask(workspace, name, input))[name === 'proposals' ? 'items' : 'rows'] as readonly Readonly<
    Record<string, unknown>
  >[]

describe("a coder's sheet", () => {
  it('is proposed, not asserted: each row is one proposal of that coder', async () => {
    const workspace = await fresh()
    const report = await propose(workspace, 'anna', anna)
    expect(report).toMatchObject({
      coder: 'anna',
      rows: { read: 4, appended: 4, known: 0, skipped: 0 },
      events: { appended: 4 },
    })
    expect((await streamOf(workspace, 'treaty-cat')).filter(({ data }) => data.actor === 'ken')).toEqual([])
    expect(await rowsOf(workspace, 'proposals', { coder: 'anna', actor: 'Kenya' })).toMatchObject([
      { treaty: 'cat', coder: 'anna', rule: null, locator: 'KEN', occurred: '1997-02-21', beside: 'new' },
    ])
  })
  it('is known the second time, and superseded where it is coded anew', async () => {
    const workspace = await fresh()
    await propose(workspace, 'ben', ben)
    const before = await ordinalOf(workspace)
    expect(await propose(workspace, 'ben', ben)).toMatchObject({ rows: { appended: 0, known: 3 } })
    expect(await ordinalOf(workspace)).toBe(before)
    const mended = ben.map((row): Row => (row[0] === 'KEN' ? ['KEN', 'a', '1997-02-21'] : row))
    expect(await propose(workspace, 'ben', mended)).toMatchObject({ rows: { appended: 1, known: 2 }, superseded: 1 })
    expect((await rowsOf(workspace, 'proposals', { state: 'superseded' })).map(({ actor }) => actor)).toEqual(['ken'])
  })
  it('stands apart from what another coder says, the same or not', async () => {
    const workspace = await fresh()
    await propose(workspace, 'anna', anna)
    expect(await propose(workspace, 'ben', ben)).toMatchObject({ rows: { appended: 3, known: 0 }, superseded: 0 })
    expect(await rowsOf(workspace, 'proposals')).toHaveLength(7)
  })
  it('is untouched by an import of its own table once it is accepted', async () => {
    const workspace = await fresh()
    await propose(workspace, 'ben', ben)
    const pending = (await rowsOf(workspace, 'proposals')) as readonly { readonly id: string }[]
    await acceptProposals(workspace, { ids: pending.map(({ id }) => id) }, { recordedBy: 'clara' })
    const table = tableInMemory(['state', 'act', 'date'], [{ state: 'KEN', act: 'a', date: '1997-02-21' }])
    expect(await importOne(workspace, sheet, table, { recordedBy: 'a lab' })).toMatchObject({
      events: { corrections: 0 },
      vanished: { retracted: 0 },
    })
    const kenya = (await streamOf(workspace, 'treaty-cat')).filter(({ data }) => data.actor === 'ken')
    expect(kenya.map(({ occurred, sources: [source] }) => [occurred, source?.series])).toEqual([
      ['1997-02-22', 'review'],
      ['1997-02-21', 'sheet'],
    ])
  })
  it('accounts for every row: repeated, contradicted, bad', async () => {
    const workspace = await fresh()
    const rows: readonly Row[] = [...ben, ['FRA', 'r', '1986-02-18'], ['JPN', 'a', '1999-06-30'], ['FRA', 'x', '1986']]
    expect(await propose(workspace, 'ben', rows, { skipBadRows: true })).toMatchObject({
      rows: { read: 6, appended: 3, skipped: 3 },
      skipped: { repeated: 1, contradicted: 1, 'bad-row': 1 },
    })
  })
})

describe('what two coders agree on', () => {
  it("is told by field, with Krippendorff's alpha", async () => {
    const workspace = await fresh()
    await propose(workspace, 'anna', anna)
    await propose(workspace, 'ben', ben)
    const answer = await ask(workspace, 'proposals agreement', { treaty: 'cat' })
    expect(answer).toMatchObject({ coders: ['anna', 'ben'], coded: { units: 4, byTwoOrMore: 3, byOne: 1 } })
    expect(answer['method']).toContain('2011')
    // By hand. Type: R R, A A, A R: D_o = 2/6, D_e = (36 - 9 - 9)/30, alpha 4/9. Dates: f f, j j, k l: D_e = (36 - 4 -
    // 4 - 1 - 1)/30, alpha 8/13.
    expect(answer['rows']).toEqual([
      {
        field: 'type',
        metric: 'nominal',
        units: 3,
        values: 6,
        raw: closeTo(2 / 3),
        alpha: closeTo(4 / 9),
        missing: null,
      },
      {
        field: 'occurred',
        metric: 'nominal',
        units: 3,
        values: 6,
        raw: closeTo(2 / 3),
        alpha: closeTo(8 / 13),
        missing: null,
      },
      // Days since 1970: 5892 twice, 10771 twice, 9913 and 9914. D_o = 2/6, D_e = 325699282/30.
      {
        field: 'occurred',
        metric: 'interval',
        units: 3,
        values: 6,
        raw: closeTo(2 / 3),
        alpha: closeTo(1 - 1 / 3 / (325_699_282 / 30)),
        missing: null,
      },
    ])
  })
  it('leaves to somebody what they do not agree on, until one coding is accepted', async () => {
    const workspace = await fresh()
    await propose(workspace, 'anna', anna)
    await propose(workspace, 'ben', ben)
    const open = await rowsOf(workspace, 'proposals disagreements')
    expect(open.map(({ actor, field }) => [actor, field])).toEqual([
      ['ken', 'type'],
      ['ken', 'occurred'],
      ['bra', 'coded'],
    ])
    expect(open[1]).toMatchObject({
      codings: [
        { coder: 'anna', value: '1997-02-21', state: 'pending' },
        { coder: 'ben', value: '1997-02-22', state: 'pending' },
      ],
    })
    const [{ codings } = { codings: [] }] = open as readonly { codings: readonly { proposal: string }[] }[]
    await acceptProposals(workspace, { ids: [codings[0]?.proposal ?? ''] }, { recordedBy: 'clara' })
    expect((await rowsOf(workspace, 'proposals disagreements')).map(({ actor }) => actor)).toEqual(['bra'])
    expect(await rowsOf(workspace, 'proposals disagreements', { all: 'true' })).toHaveLength(3)
    // What they said apart is not changed by who was right.
    expect(await ask(workspace, 'proposals agreement', {})).toMatchObject({ coded: { byTwoOrMore: 3 } })
    expect(await rowsOf(workspace, 'proposals', { actor: 'ken', state: 'pending' })).toMatchObject([
      { coder: 'ben', beside: 'differs' },
    ])
  })
  it('is nothing where one coder codes alone', async () => {
    const workspace = await fresh()
    await propose(workspace, 'anna', anna)
    expect(await ask(workspace, 'proposals agreement', {})).toMatchObject({ coders: ['anna'], rows: [] })
  })
})

const closeTo = (value: number): unknown => expect.closeTo(value, 12)
