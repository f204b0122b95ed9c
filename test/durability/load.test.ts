import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLoadToKill, inspectLog } from './a-load-to-kill.ts'
import { runProcess, whereItHalts } from './a-process.ts'

const { folder, tables, whole, beforeItsEnd } = aLoadToKill()

describe('a process that is killed in the middle of a backdated load', () => {
  /** One log after the other would show the same, with a load more for each; so it goes on where it was killed. */
  it('again and again leaves whole turns that say they are a part, and gets there all the same', async () => {
    const data = join(folder, 'killed')
    let there = { commits: 0, events: 0 }
    for (const [where, halt, turn] of [
      ['in the transaction of the definitions', 'appending:60', undefined],
      ['in the transaction of a later turn', beforeItsEnd(15), '2015-03-14T00:00:00'],
      ['while it goes through what is there', 'going through what is there:500', '2015-03-14T00:00:00'],
      // Of the turn in which it was killed it says four streams again, and ten and four of those behind it.
      ['near its end', 'appending:17', '2026-02-03T00:00:00'],
    ] as const) {
      const { said, killed } = await runProcess([data, 'load', tables, halt], whereItHalts(halt))
      expect(killed, where).toBe(true)
      expect(said.filter(({ at }) => at === 'finished')).toEqual([])
      const { history, commits, unfinished } = await inspectLog(data)
      expect(history, where).toEqual(whole().history.slice(0, history.length))
      if (turn === undefined) expect(history).toEqual([])
      else expect(whole().history[history.length], where).toContain(turn)
      expect([commits > 0, unfinished !== undefined], where).toEqual([turn !== undefined, turn !== undefined])
      there = { commits, events: history.length }
    }
    const { said } = await runProcess([data, 'load', tables])
    expect(said.find(({ acknowledged }) => acknowledged === 'load')?.there).toEqual(there)
    expect(await inspectLog(data)).toEqual(whole())
  })
})
