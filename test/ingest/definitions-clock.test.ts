import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBackdated } from '../../src/ingest/backdated/backdated-load.ts'
import { importFolder } from '../../src/ingest/index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker, rowsOf } from '../support/ask.ts'
import { streamOf } from './a-workspace.ts'

/*
 * Spells as in the list of the Correlates of War, v2016, which came out in 2017: Austria-Hungary until 1918, the United
 * States and Denmark to the end of the data, South Sudan from its independence on 9 July 2011 on. Denmark ratified the
 * Convention against Torture on 27 May 1987 (UN Treaty Collection).
 */
const list = [
  'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version',
  'USA,2,United States of America,1816,1,1,2016,12,31,2016',
  'AUH,300,Austria-Hungary,1816,1,1,1918,11,12,2016',
  'DEN,390,Denmark,1945,5,6,2016,12,31,2016',
  'SSD,626,South Sudan,2011,7,9,2016,12,31,2016',
]
/** An invented later list, which dates one beginning anew; releases tell each other apart by their last column. */
const later = [
  list[0],
  'USA,2,United States of America,1816,1,1,2024,12,31,2024',
  'AUH,300,Austria-Hungary,1816,1,1,1918,11,12,2024',
  'DEN,390,Denmark,1945,5,5,2024,12,31,2024',
  'SSD,626,South Sudan,2011,7,9,2024,12,31,2024',
]
const participants = [
  'treaty,participant,action,date,suffix,column_header,raw_value',
  '4-9,Denmark,ratification,1987-05-27,,"Ratification, Accession(a), Succession(d)",27 May 1987',
]

let folder: string
let workspace: Workspace
const by = { recordedBy: 'a test' }
const ask = asker(() => workspace)
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-definitions-'))
  mkdirSync(join(folder, 'tables'))
  writeFileSync(join(folder, 'tables', 'states.csv'), list.join('\n'))
  writeFileSync(join(folder, 'tables', 'later-states.csv'), later.join('\n'))
  writeFileSync(join(folder, 'tables', 'acts.csv'), participants.join('\n'))
  workspace = await openWorkspace(join(folder, 'log'))
  await loadBackdated(workspace, { bundled: false, folder: join(folder, 'tables') }, 'source', by)
})
afterAll(async () => {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const panel = async (years: { from: string; to: string }, asKnownAt?: string) =>
  rowsOf(await ask<never>('panel status', { subject: 'cat', ...years }, asKnownAt === undefined ? {} : { asKnownAt }))

describe('in a backdated log', () => {
  it(
    'the first list of states is known with the definitions: a panel as known in 2010 holds all states of the ' +
      'time',
    async () => {
      const rows = await panel({ from: '2005', to: '2006' }, '2010-01-01')
      expect(rows.map(({ state, year }) => `${String(state)} ${String(year)}`)).toEqual([
        'dnk 2005',
        'dnk 2006',
        'usa 2005',
        'usa 2006',
      ])
      expect(
        await ask('panel status', { subject: 'cat', from: '2005', to: '2005' }, { asKnownAt: '2010-01-01' }),
      ).toMatchObject({
        parameters: { system: 'cow' },
      })
    },
  )

  it('a later list is known from its own day on, as corrections of the first', async () => {
    const said = (await streamOf(workspace, 'state-dnk'))
      .filter(({ type, data }) => type === 'EventCorrected' || data['system'] === 'cow')
      .map(({ type, recordedAt }) => [type, recordedAt < '2010' ? 'before 2010' : recordedAt.slice(0, 4)])
    expect(said[0]).toEqual(['StateEntered', 'before 2010'])
    expect(said.slice(1)).toEqual([['EventCorrected', expect.stringMatching(/^202[56]$/)]])
  })

  it('what the acts were is known from their own source on, as before', async () => {
    const dnk = async (asKnownAt: string) =>
      (await panel({ from: '2005', to: '2005' }, asKnownAt)).find(({ state }) => state === 'dnk')?.['status']
    expect(await dnk('2010-01-01')).not.toBe('IN_FORCE')
    expect(await dnk('2015-03-14')).toBe('IN_FORCE')
  })

  it('a curve has its states, too', async () => {
    const { curve } = await ask<{ curve: { year: number; system: number }[] }>(
      'spread',
      { subject: 'cat' },
      { asOf: '2012-12-31', asKnownAt: '2013-01-01' },
    )
    expect(curve.filter(({ year }) => year >= 2010).map(({ year, system }) => [year, system])).toEqual([
      [2010, 2],
      [2011, 3],
      [2012, 3],
    ])
  })

  it('nothing of the list is new to a later import', async () => {
    const { reports } = await importFolder(workspace, join(folder, 'tables'), by)
    expect(reports.map(({ events }) => events.appended)).toEqual([0, 0, 0])
  })
})
