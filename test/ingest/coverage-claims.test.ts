import { describe, expect, it } from 'vitest'
import { importOne, type ImportReport } from '../../src/ingest/index.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { append } from '../support/append.ts'
import { freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

const mapping = {
  name: 'ratifications',
  reads: 'ratifications typed by hand',
  release: { citation: 'Typed by hand, for tests', series: 'typed', version: '1', kind: 'depositary' },
  unmatched: 'skip',
  rows: {
    kind: 'events',
    type: 'TreatyRatified',
    stream: ['treaty', { scheme: 'untc', column: 'treaty' }],
    occurred: { column: 'date' },
    fact: 'consent/1',
    locator: '{state}',
    references: { actor: { scheme: 'iso3', column: 'state' } },
  },
}
const complete = { classes: ['consent'], from: '1984-12-10', through: '2015-03-14' }

/** `4-9 fra 1986-02-18`, a row each. */
const bring = async (
  workspace: Workspace,
  rows: readonly string[],
  more: object = { complete },
): Promise<ImportReport> =>
  importOne(
    workspace,
    tableImporter(readMapping({ ...mapping, ...more }, 'a mapping for tests')),
    tableInMemory(
      ['treaty', 'state', 'date'],
      rows.map((row) => {
        const [treaty = '', state = '', date = ''] = row.split(' ')
        return { treaty, state, date }
      }),
    ),
    { recordedBy: 'a test' },
  )

const claimed = async (workspace: Workspace): Promise<readonly unknown[]> =>
  (await streamOf(workspace, 'source-typed-1')).filter(({ type }) => type === 'CoverageClaimed').map(({ data }) => data)

const ofTorture = { treaties: ['cat'], actors: 'existing', ...complete }

describe('what a table holds in full', () => {
  it('is claimed with what it holds, once', async () => {
    const workspace = await fresh()
    await bring(workspace, ['4-9 fra 1986-02-18'])
    expect(await claimed(workspace)).toEqual([ofTorture])
    const again = await bring(workspace, ['4-9 fra 1986-02-18'])
    expect(again.events.appended).toBe(0)
  })
  it('is added to a log that was made before anybody claimed', async () => {
    const workspace = await fresh()
    await bring(workspace, ['4-9 fra 1986-02-18'], {})
    expect(await claimed(workspace)).toEqual([])
    expect((await bring(workspace, ['4-9 fra 1986-02-18'])).events.appended).toBe(1)
    expect(await claimed(workspace)).toEqual([ofTorture])
  })
  it('grows with a later file of the release', async () => {
    const workspace = await fresh()
    await bring(workspace, ['4-9 fra 1986-02-18'])
    await bring(workspace, ['4-4 fra 1980-11-04'])
    expect(await claimed(workspace)).toEqual([ofTorture, { ...ofTorture, treaties: ['iccpr'] }])
  })
  it('leaves out a treaty of which some row names nobody that is known', async () => {
    const workspace = await fresh()
    const report = await bring(workspace, ['4-9 fra 1986-02-18', '4-4 xyz 1980-11-04', '4-4 fra 1980-11-04'])
    expect(await claimed(workspace)).toEqual([ofTorture])
    expect(report.notes.map(({ text }) => text).join()).toContain('that it covers iccpr is not recorded')
  })
  it('speaks of the actors in the table where it says so', async () => {
    const workspace = await fresh()
    await bring(workspace, ['4-9 fra 1986-02-18'], { complete: { ...complete, actors: 'named' } })
    expect(await claimed(workspace)).toEqual([{ ...ofTorture, actors: ['fra'] }])
  })
  it('cannot be said of spells, nor of days that are not in order or yet to come', async () => {
    const workspace = await fresh()
    const spells = {
      kind: 'spells',
      system: 'cow',
      actor: { scheme: 'cow', column: 'treaty' },
      start: { column: 'date' },
      end: { column: 'date' },
      openEnd: [''],
    }
    await expect(bring(workspace, [], { complete, rows: spells })).rejects.toThrow('complete: spells')
    const backwards = { ...complete, through: '1984-12-09' }
    await expect(bring(workspace, [], { complete: backwards })).rejects.toThrow('complete.through')
    const ahead = { ...complete, through: '9999-01-01' }
    await expect(bring(workspace, ['4-9 fra 1986-02-18'], { complete: ahead })).rejects.toThrow('data.through')
  })
})

describe('a claim that somebody writes', () => {
  const cited = [{ citation: 'A list, for tests', kind: 'depositary' }]
  const source = {
    stream: 'source-list',
    type: 'SourceRegistered',
    sources: cited,
    data: { source: 'list', citation: 'A list, for tests', kind: 'depositary' },
  }
  const claim = (data: object, stream = 'source-list') => ({ stream, type: 'CoverageClaimed', sources: cited, data })
  const whole = { treaties: ['4-9'], actors: ['France'], classes: ['signature'], through: '2015-03-14' }

  it('names treaties and actors as any line does', async () => {
    const workspace = await fresh()
    await append(workspace, source, claim(whole))
    expect((await streamOf(workspace, 'source-list')).map(({ data }) => data)[1]).toEqual({
      ...whole,
      treaties: ['cat'],
      actors: ['fra'],
    })
  })
  it.each([
    ['stands in the stream of a registered source', claim(whole, 'source-nobody'), 'no registered source'],
    ['names what it covers', claim({ ...whole, treaties: undefined }), 'names nothing that is covered'],
    ['has its days in order', claim({ ...whole, from: '2016-01-01' }), 'data.through'],
    ['covers no day that is yet to come', claim({ ...whole, through: '9999-01-01' }), 'data.through'],
    ['knows its treaties', claim({ ...whole, treaties: ['nothing'] }), 'data.treaties'],
  ])('%s', async (_, line, message) => {
    const workspace = await fresh()
    await expect(append(workspace, source, line)).rejects.toThrow(message)
  })
})

it(
  'the release of 2015 claims less of tables that were older than it: ' +
    'Oman acceded to the Ottawa Convention on 20 August 2014, and is not in it',
  async () => {
    const workspace = await fresh()
    const header = ['treaty', 'participant', 'action', 'date', 'suffix', 'column_header', 'raw_value']
    const acceded = (treaty: string, date: string) => ({
      treaty,
      participant: 'Kenya',
      action: 'Accession',
      date,
      suffix: 'a',
      column_header: 'Ratification, Accession(a)',
      raw_value: `${date} a`,
    })
    await importOne(
      workspace,
      untc2015,
      tableInMemory(header, [acceded('4-9', '1997-02-21'), acceded('26-5', '2001-01-23')]),
      { recordedBy: 'a test' },
    )
    const claims = (await streamOf(workspace, 'source-untc-2015-03-14')).filter(
      ({ type }) => type === 'CoverageClaimed',
    )
    expect(claims.map(({ data }) => [data['treaties'], data['through']])).toEqual([
      [['cat'], '2015-03-12'],
      [['ottawa'], '2014-08-19'],
    ])
  },
)
