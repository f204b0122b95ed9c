import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import { unfinishedLoad } from '../../src/log/unfinished-load.ts'
import { packagePath } from '../../src/package-path.ts'
import type { Settings } from '../../src/settings.ts'
import { untc2015 } from '../../src/sources/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc-2026.ts'
import { openWorkspace } from '../../src/workspace.ts'
import { runProcess, whereItHalts } from '../durability/a-process.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'
import { historyOf } from '../support/history-of.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-killed-import-'))
const scores = join(folder, 'scores')
const treaties = join(folder, 'treaties')
let server: LogServer

const table = (file: string, header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): void =>
  writeFileSync(
    file,
    [header.join(','), ...rows.map((row) => header.map((column) => `"${row[column] ?? ''}"`).join(','))].join('\n'),
  )

const onServer = (): Settings => {
  const logName = server.freshLogName()
  return { log: server.connection, read: `sqlite:${join(folder, `${logName}.sqlite`)}`, logName }
}

const inspect = async (place: string | Settings) => {
  const workspace = await openWorkspace(place)
  const { log } = workspace
  expect((await log.verify()).broken).toEqual([])
  const found = {
    history: await historyOf(log),
    commits: (await log.head()).commits,
    unfinished: await unfinishedLoad(log),
  }
  await workspace.close()
  return found
}

beforeAll(async () => {
  if (!existsSync(packagePath('dist/src/workspace.js')))
    throw new Error('This suite kills a built process: run `npm run build` first.')
  server = await startLogServer()
  for (const made of [scores, treaties]) mkdirSync(made)
  for (const [n, name] of ['made-1', 'made-2'].entries())
    writeFileSync(
      join(scores, `${name}.csv`),
      `state,year,score\n${['fra', 'deu', 'ita', 'usa'].flatMap((id, i) => [1990, 1991, 1992].map((year) => `${id},${year},${i + n + year - 1990}`)).join('\n')}\n`,
    )
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
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a process that is killed on EventStoreDB', () => {
  /** Each table says that it appends for five streams: its source and four states. */
  it('in the middle of an import has recorded nothing of that file, and completes when it runs again', async () => {
    const embedded = join(folder, 'embedded')
    await runProcess([embedded, 'import', scores])
    const place = onServer()
    const { said, killed } = await runProcess(
      [JSON.stringify(place), 'import', scores, 'appending:9'],
      whereItHalts('appending:9'),
    )
    expect(killed).toBe(true)
    expect(said.flatMap(({ acknowledged }) => acknowledged ?? [])).toEqual(['made-1'])
    expect((await inspect(place)).history.filter((line) => line.includes('made-2'))).toEqual([])
    await runProcess([JSON.stringify(place), 'import', scores])
    // An import is recorded when it is made: that differs, and the hash with it.
    const untimed = ({ history }: { history: readonly string[] }) =>
      history.map((line) => line.split(' ').toSpliced(4, 1).slice(0, -1).join(' '))
    expect(untimed(await inspect(place))).toEqual(untimed(await inspect(embedded)))
  })

  it.each([
    ['in the definitions', 60],
    ['twenty streams before its end', -20],
    ['at the last stream', 0],
  ])(
    'in the middle of a backdated load (%s) holds whole turns that say they are a part, and comes to what the embedded log comes to',
    async (_, stream) => {
      const embedded = join(folder, `embedded-${stream}`)
      const { said } = await runProcess([embedded, 'load', treaties])
      const whole = await inspect(embedded)
      const halt = `appending:${stream > 0 ? stream : said.filter(({ at }) => at === 'appending').length + stream}`
      const place = onServer()
      expect((await runProcess([JSON.stringify(place), 'load', treaties, halt], whereItHalts(halt))).killed).toBe(true)
      const { history, commits, unfinished } = await inspect(place)
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
      expect(await inspect(place)).toEqual(whole)
    },
  )
})
