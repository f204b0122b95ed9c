import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspectLog } from '../durability/a-load-to-kill.ts'
import { runProcess, whereItHalts } from '../durability/a-process.ts'
import { aPlaceToKill } from './a-place-to-kill.ts'

const { folder, onServer } = aPlaceToKill()
const scores = join(folder, 'scores')
const states = ['fra', 'deu', 'ita', 'usa']
const years = [1990, 1991, 1992]

beforeAll(() => {
  mkdirSync(scores)
  for (const [n, name] of ['made-1', 'made-2'].entries())
    writeFileSync(
      join(scores, `${name}.csv`),
      `state,year,score\n` +
        states.flatMap((id, i) => years.map((year) => `${id},${year},${i + n + year - 1990}\n`)).join(''),
    )
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
    expect((await inspectLog(place)).history.filter((line) => line.includes('made-2'))).toEqual([])
    await runProcess([JSON.stringify(place), 'import', scores])
    // An import is recorded when it is made: that differs, and the hash with it.
    const untimed = ({ history }: { history: readonly string[] }) =>
      history.map((line) => line.split(' ').toSpliced(4, 1).slice(0, -1).join(' '))
    expect(untimed(await inspectLog(place))).toEqual(untimed(await inspectLog(embedded)))
  })
})
