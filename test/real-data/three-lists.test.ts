import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/ingest/index.ts'
import { mtdsg } from '../../src/sources/mtdsg/importer.ts'
import { importerNamed } from '../../src/sources/index.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import { untcIndex } from '../../src/sources/untc/untc-index.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { dataFolder } from '../support/run/published.ts'
import { partOf } from './part-of.ts'

const long = 600_000
const lists = join(dataFolder, 'un_treaties')
const statusFolder = join(lists, 'mtdsg_2018')

/** Instruments that all three lists have, among them some with brackets, a re-accession, and acts after 2018. */
const treaties = [
  'iccpr-op1',
  'iccpr-op2',
  'opcat',
  'ced',
  'cmw',
  'IV-15-a',
  'ottawa',
  'ccm',
  'ctbt',
  'cwc',
  'crc-opac',
  'IV-6',
  'IV-7',
  'IV-10',
]
/** Those, as the table of 2015 and the names of the status files number them. */
const isOfThem = /^(?:(?:4|IV)-(?:5|6|7|9-b|10|11-b|12|13|15-a|16)|(?:26|XXVI)-[3-6])(?:\.|$)/
const today = '2026-11-26'

/** Of the table of 2015 and of the status files: what they have of these treaties. The table of 2026 is whole. */
describe.skipIf(!existsSync(statusFolder))('the table of 2015, the status files of 2018 and the table of 2026', () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-three-'))
  const opened: Workspace[] = []
  const by = { recordedBy: 'a test' } as const
  const acts2015 = join(folder, 'untc_actions_2015.csv')
  const status2018 = join(folder, 'mtdsg_2018')
  const load = {
    of2015: (workspace: Workspace) => importFiles(workspace, untc2015, [acts2015], by),
    of2018: (workspace: Workspace) => importFiles(workspace, mtdsg, [status2018], { ...by, retrieved: '2018-01-15' }),
    of2026: (workspace: Workspace) => importFiles(workspace, untc2026, [join(lists, 'untc_hr_arms_2026.csv')], by),
  }
  type List = keyof typeof load
  /** What each of the loads begins with, made once: what comes with normtrail, states, and the index of treaties. */
  const before = join(folder, 'before')
  const begin = async (): Promise<void> => {
    const workspace = await openWorkspace(before)
    const states = join(dataFolder, 'states', 'cow_states2016.csv')
    await importFiles(workspace, importerNamed('cow-states'), [states], by)
    await importFiles(workspace, untcIndex, [join(lists, 'untc_index_2015.csv')], by)
    await workspace.catchUp()
    await workspace.close()
  }
  /** What stood of every act, by the lists in this order. */
  const loaded = async (name: string, order: readonly List[], onLoaded?: (workspace: Workspace) => Promise<void>) => {
    cpSync(before, join(folder, name), { recursive: true })
    const workspace = await openWorkspace(join(folder, name))
    opened.push(workspace)
    for (const list of order) {
      await load[list](workspace)
      await onLoaded?.(workspace)
    }
    await workspace.catchUp()
    const ask = asker(() => workspace)
    const statuses: unknown[] = []
    const conflicts: unknown[] = []
    for (const subject of treaties) {
      const world = await ask<{ states: readonly { state: string; status: string; possible: readonly string[] }[] }>(
        'world',
        { subject },
        { asOf: today },
      )
      statuses.push([subject, world.states.map(({ state, status, possible }) => [state, status, possible])])
      const found = await ask<{ rows: readonly { actor: string; fact?: string }[] }>('conflicts', { subject })
      conflicts.push([subject, found.rows.map(({ actor }) => actor).toSorted()])
    }
    return { statuses, conflicts }
  }
  /** Panels of status, as written into a file. */
  const panelsKnownAt = async (workspace: Workspace, asKnownAt: string) => {
    const panels = new Map<string, string>()
    for (const subject of ['iccpr-op1', 'ottawa', 'IV-15-a']) {
      const panel = await asker(() => workspace)(
        'panel status',
        { subject, from: '1960', to: '2016', system: 'cow' },
        { asOf: today, asKnownAt },
      )
      panels.set(subject, JSON.stringify(panel))
    }
    return panels
  }
  /** What was known after each of the lists, in order. */
  const known: { readonly at: string; readonly panels: ReadonlyMap<string, string> }[] = []
  let first: Awaited<ReturnType<typeof loaded>>

  beforeAll(async () => {
    writeFileSync(acts2015, partOf('un_treaties/untc_actions_2015.csv', { rows: (number) => isOfThem.test(number) }))
    mkdirSync(status2018)
    for (const name of readdirSync(statusFolder).filter((file) => isOfThem.test(file)))
      copyFileSync(join(statusFolder, name), join(status2018, name))
    await begin()
    first = await loaded('in-order', ['of2015', 'of2018', 'of2026'], async (workspace) => {
      const at = String((await workspace.log.head()).recordedAt)
      known.push({ at, panels: await panelsKnownAt(workspace, at) })
    })
  }, long)
  afterAll(async () => {
    for (const workspace of opened) await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([[['of2026', 'of2018', 'of2015']], [['of2018', 'of2026', 'of2015']]] as const)(
    'come to the same statuses and the same conflicts in the order %j',
    async (order) => {
      const other = await loaded(order.join('-'), order)
      expect(other.statuses).toEqual(first.statuses)
      expect(other.conflicts).toEqual(first.conflicts)
    },
    long,
  )

  it(
    'leave the panels as they were known after each, to the letter',
    async () => {
      const [workspace] = opened
      if (workspace === undefined) throw new Error('nothing was loaded')
      expect(known).toHaveLength(3)
      for (const { at, panels } of known) expect(await panelsKnownAt(workspace, at)).toEqual(panels)
      expect(new Set(known.map(({ panels }) => panels.get('iccpr-op1'))).size).toBe(3)
    },
    long,
  )

  it('unmake nobody: who vanished from the table of 2026 stands by the others, who is bracketed has left', async () => {
    const [workspace] = opened
    if (workspace === undefined) throw new Error('nothing was loaded')
    const ask = asker(() => workspace)
    const on = async (state: string, subject: string, asOf: string) =>
      (await ask<{ status: string }>('status', { state, subject }, { asOf })).status
    // MTDSG, chapter IV.5: acceded on 25 August 1993.
    expect(await on('deu', 'iccpr-op1', today)).toBe('IN_FORCE')
    // In brackets in 2018: denounced, notes 1 and 3.
    expect([await on('jam', 'iccpr-op1', today), await on('tto', 'iccpr-op1', today)]).toEqual(['EXITED', 'EXITED'])
    // Left after 2018 (notes to XXVI.5): no list tells it, and the act of 2004 is not undone.
    expect(await on('est', 'ottawa', '2020-01-01')).toBe('IN_FORCE')
  })
})
