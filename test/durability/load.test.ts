import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLoadToKill, inspectLog } from './a-load-to-kill.ts'
import { runProcess, whereItHalts } from './a-process.ts'

const { folder, tables, whole, beforeItsEnd } = aLoadToKill()
/** A process that loads, and is killed where it was told to halt. */
const killed = async (data: string, halt: string): Promise<void> =>
  expect((await runProcess([data, 'load', tables, halt], whereItHalts(halt))).killed).toBe(true)

describe('a process that is killed in the middle of a backdated load', () => {
  it.each([
    ['in the transaction of the definitions', () => 'appending:60', undefined],
    ['in the transaction of a later turn', () => beforeItsEnd(15), '2015-03-14T00:00:00'],
    ['near its end', () => beforeItsEnd(1), '2026-02-03T00:00:00'],
  ])('%s leaves whole turns that say they are a part, and goes on when it runs again', async (where, halt, turn) => {
    const data = join(folder, where.replaceAll(' ', '-'))
    await killed(data, halt())
    const { history, commits, unfinished } = await inspectLog(data)
    expect(history).toEqual(whole().history.slice(0, history.length))
    if (turn === undefined) expect(history).toEqual([])
    else expect(whole().history[history.length]).toContain(turn)
    expect([commits > 0, unfinished !== undefined]).toEqual([turn !== undefined, turn !== undefined])
    const { said } = await runProcess([data, 'load', tables])
    expect(said.find(({ acknowledged }) => acknowledged === 'load')?.there).toEqual({ commits, events: history.length })
    expect(await inspectLog(data)).toEqual(whole())
    rmSync(data, { recursive: true })
  })

  it('again, while it goes through what is there and behind it, gets there all the same', async () => {
    const data = join(folder, 'again')
    await killed(data, beforeItsEnd(100))
    const { commits } = await inspectLog(data)
    expect(commits).toBeGreaterThan(0)
    await killed(data, 'going through what is there:500')
    expect((await inspectLog(data)).commits).toBe(commits)
    await killed(data, 'appending:50')
    expect((await inspectLog(data)).commits).toBeGreaterThan(commits)
    await runProcess([data, 'load', tables])
    expect(await inspectLog(data)).toEqual(whole())
  })
})
