import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { importFolder } from '../../src/ingest/index.ts'
import { ask, freshWorkspaces, streamOf } from './a-workspace.ts'

const fresh = freshWorkspaces()

// ASEAN is an organisation of COW IGO, too; the G7 is one of the catalogue, which has Canada in it since 1976-06-27,
// and the United States since the summit of Rambouillet, 1975-11-15.
const table = [
  'igo,ccode,value,start_year,end_year',
  'ASEAN,840,1,1967,2008',
  'ASEAN,910,3,1976,2008',
  'G7,20,1,1976,2010',
  'G7,2,1,1973,2010',
  'XYZ,840,1,1990,2010',
  'XYZ,20,1,1990,2010',
  '',
].join('\n')

describe('a table of informal organisations', () => {
  const brought = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'normtrail-informal-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(join(folder, 'informal.csv'), table)
    const workspace = await fresh()
    const { reports } = await importFolder(workspace, folder, { recordedBy: 'a test' })
    return { workspace, reports }
  }
  const places = (answer: { readonly memberships?: unknown }) =>
    (answer.memberships as { igo: string; kind: string }[]).map(({ igo, kind }) => `${igo} ${kind}`).toSorted()

  it('has streams of its own, but for bodies that the catalogue has', async () => {
    const { workspace, reports } = await brought()
    expect(reports.map(({ importer, rows }) => [importer, rows.appended])).toEqual([['migo-spells', 6]])
    const observed = async (igo: string) =>
      (await streamOf(workspace, `igo-${igo}`))
        .filter(({ type }) => type === 'MembershipObserved')
        .map(({ data }) => `${String(data['actor'])} ${String(data['code'])}`)
    expect(await observed('migo-asean')).toEqual(['phl full', 'png observer'])
    expect(await observed('asean')).toEqual([])
    expect(await observed('g7')).toEqual(['can full', 'usa full'])
    expect(await observed('migo-g7')).toEqual([])
  })
  it('counts a body once that the catalogue has, and among informal ones only', async () => {
    const { workspace } = await brought()
    const on = { asOf: '2000-06-01' }
    expect(places(await ask(workspace, 'memberships', { state: 'can', formality: 'informal' }, on))).toEqual([
      'g20 full',
      'g7 full',
      'migo-xyz full',
    ])
    expect(places(await ask(workspace, 'memberships', { state: 'png' }, on))).toEqual([])
    expect(places(await ask(workspace, 'memberships', { state: 'png', formality: 'informal' }, on))).toEqual([
      'migo-asean observer',
    ])
  })
  it('tells of such a body as a rival source', async () => {
    const { workspace } = await brought()
    const { rows } = await ask(workspace, 'conflicts', { subject: 'g7' }, { asOf: '2000-06-01' })
    expect((rows as object[]).find((row) => 'actor' in row && row.actor === 'usa')).toMatchObject({
      from: '1973-01-01',
      to: '1975-11-15',
      follows: { value: 'none' },
      against: { value: 'full' },
    })
  })
  it('leaves the words of others alone: ASEAN is the organisation', async () => {
    const { workspace } = await brought()
    const { names } = await workspace.world({})
    expect([names.lookUp('igo', 'ASEAN'), names.lookUp('igo', 'migo-asean')]).toEqual(['asean', 'migo-asean'])
  })
  it('covers the states that it names, through 2010', async () => {
    const { workspace } = await brought()
    const reach = async (state: string, asOf: string) =>
      (await ask(workspace, 'memberships', { state, igo: 'migo-xyz' }, { asOf }))['coverage']
    expect(await reach('phl', '2000-06-01')).toMatchObject({ state: 'covered' })
    expect(await reach('bra', '2000-06-01')).not.toMatchObject({ state: 'covered' })
    expect(await reach('phl', '2012-06-01')).not.toMatchObject({ state: 'covered' })
  })
})
