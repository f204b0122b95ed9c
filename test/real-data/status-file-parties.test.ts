import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/ingest/index.ts'
import { mtdsg } from '../../src/sources/mtdsg/importer.ts'
import { readMtdsg } from '../../src/sources/mtdsg/read-mtdsg.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { asker } from '../support/ask.ts'
import { dataFolder } from '../support/run/published.ts'

const long = 300_000
const folder = join(dataFolder, 'un_treaties', 'mtdsg_2018')
const taken = '2018-01-15'

/** Header only: the files are cut, or the instrument has no table. Their acts come from other sources. */
const withoutTable: ReadonlySet<string> = new Set(
  `III-3 IV-11-b IV-11 IV-15 IV-2 IV-3 IV-4 IV-8 IV-9 V-1 V-2 VI-19 XIX-10-b XIX-23 XIX-25-a XIX-25-b XIX-25-g XIX-26
   XIX-28-a XIX-28-b XIX-32 XIX-36 XIX-38 XIX-40-a XIX-41-b XIX-41-c XIX-42 XIX-43 XV-1 XV-2 XV-3 XVIII-10 XVIII-11
   XVIII-12 XVIII-14 XVIII-9 XXI-6 XXI-7 XXIII-1`.split(/\s+/),
)

describe.skipIf(!existsSync(folder))('parties by the status files of 2018, and by their headers', () => {
  const data = mkdtempSync(join(tmpdir(), 'normtrail-mtdsg-'))
  let workspace: Workspace
  const ask = asker(() => workspace)

  beforeAll(async () => {
    workspace = await openWorkspace(data)
    await importFiles(workspace, mtdsg, [folder], { recordedBy: 'a test', retrieved: taken, bundled: 'always' })
    await workspace.catchUp()
  }, long)
  afterAll(async () => {
    await workspace.close()
    rmSync(data, { recursive: true, force: true })
  })

  it(
    'agree in 246 of the 249 files that have a table and a number; each other one is known by name',
    async () => {
      const differs: Record<string, readonly [header: number, counted: number]> = {}
      let compared = 0
      for (const file of readdirSync(folder)) {
        const { code, number, header, participants } = readMtdsg(readFileSync(join(folder, file)), file)
        if (header.parties === undefined) continue
        if (participants === undefined) {
          expect([...withoutTable], number).toContain(number)
          continue
        }
        compared += 1
        const { consented } = await ask<{ consented: { count: number } }>('treaty', { treaty: code }, { asOf: taken })
        if (consented.count !== header.parties) differs[number] = [header.parties, consented.count]
      }
      expect(compared).toBe(249)
      expect(differs).toEqual({
        // The table has 54 participants, each with a date: one more than the header counts.
        'VII-9': [53, 54],
        // The header counts five who confirmed a signature ad referendum: to us that is a signature (VCLT art
        // 12(2)(b)), in a legend of its own.
        'XIV-7-a': [33, 28],
        // The header counts two who accepted provisionally, and not definitively.
        'XIX-34': [12, 10],
      })
    },
    long,
  )

  it('is asked by the number as the depositary writes it', async () => {
    const { parties } = await ask<{ parties: { count: number } }>('treaty', { treaty: 'IV-5' }, { asOf: taken })
    // The header of IV-5.en.xml.
    expect(parties.count).toBe(116)
  })

  it(
    'Madagascar left the Convention of 1954 on stateless persons, ' +
      'and only the brackets and a note of the file say so',
    async () => {
      // Note 6 to V-3.en.xml: denounced on 2 April 1965, with effect from 2 April 1966.
      const on = async (asOf: string) =>
        ask<{ status: string; possible: readonly string[] }>('status', { state: 'mdg', subject: 'V-3' }, { asOf })
      expect(await on(taken)).toMatchObject({ status: 'EXITED' })
      expect(await on('1970-01-01')).toMatchObject({ status: 'UNKNOWN', possible: ['IN_FORCE', 'EXITED'] })
    },
  )
})
