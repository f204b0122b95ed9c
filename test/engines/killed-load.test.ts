import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { inspectLog } from '../durability/a-load-to-kill.ts'
import { runProcess, whereItHalts, type Said } from '../durability/a-process.ts'
import { aPlaceToKill } from './a-place-to-kill.ts'

const { folder, onServer } = aPlaceToKill()
const treaties = join(folder, 'treaties')
/** What the same load says and comes to on the embedded log, where nobody kills it. */
let said: readonly Said[]
let whole: Awaited<ReturnType<typeof inspectLog>>

const table = (file: string, header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): void =>
  writeFileSync(
    file,
    [header.join(','), ...rows.map((row) => header.map((column) => `"${row[column] ?? ''}"`).join(','))].join('\n'),
  )

beforeAll(async () => {
  mkdirSync(treaties)
  table(
    join(treaties, '2015.csv'),
    untc2015.header,
    [
      ['United States of America', '1993-10-21'],
      ['Denmark', '1987-05-27'],
    ].map(([participant = '', date = '']) => ({
      treaty: '4-9',
      participant,
      date,
      column_header: 'Ratification, Accession(a), Succession(d)',
      raw_value: date,
    })),
  )
  table(join(treaties, '2026.csv'), untc2026.header, [
    {
      mtdsg_no: 'IV-9',
      country_name: 'United States of America',
      action_type: 'Ratification',
      action_date: '1994-10-21',
    },
  ])
  const embedded = join(folder, 'embedded')
  ;({ said } = await runProcess([embedded, 'load', treaties]))
  whole = await inspectLog(embedded)
})

describe('a process that is killed on EventStoreDB', () => {
  it.each([
    ['in the definitions', 60],
    ['twenty streams before its end', -20],
    ['at the last stream', 0],
  ])(
    'in the middle of a backdated load (%s) holds whole turns that say they are a part, ' +
      'and comes to what the embedded log comes to',
    async (_, stream) => {
      const halt = `appending:${stream > 0 ? stream : said.filter(({ at }) => at === 'appending').length + stream}`
      const place = onServer()
      expect((await runProcess([JSON.stringify(place), 'load', treaties, halt], whereItHalts(halt))).killed).toBe(true)
      const { history, commits, unfinished } = await inspectLog(place)
      expect(history).toEqual(whole.history.slice(0, history.length))
      expect(history.length).toBeLessThan(whole.history.length)
      expect(unfinished !== undefined).toBe(commits > 0)
      if (commits > 0) {
        const workspace = await openWorkspace(place)
        await expect(importBundled(workspace, { recordedBy: 'a test' })).rejects.toMatchObject({
          code: 'unfinished-load',
        })
        await workspace.close()
      }
      await runProcess([JSON.stringify(place), 'load', treaties])
      expect(await inspectLog(place)).toEqual(whole)
    },
  )
})
