import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLoadToKill, inspectLog } from './a-load-to-kill.ts'
import { runProcess, whereItHalts } from './a-process.ts'

const { folder, whole } = aLoadToKill()

describe('a process that is killed in the middle of a backdated load', () => {
  it.each([
    ['in the transaction of the definitions', 'appending:60', false],
    ['in the transaction of a later turn', 'appending:1300', true],
    ['near its end', 'appending:2000', true],
  ])('%s leaves whole turns that say they are a part, and goes on when it runs again', async (_, halt, begun) => {
    const data = join(folder, halt.replace(':', '-'))
    expect((await runProcess([data, 'load', 'bundled', halt], whereItHalts(halt))).killed).toBe(true)
    const { history, commits, unfinished } = await inspectLog(data)
    expect(history).toEqual(whole().history.slice(0, history.length))
    expect([commits > 0, unfinished !== undefined]).toEqual([begun, begun])
    const { said } = await runProcess([data, 'load', 'bundled'])
    expect(said.find(({ acknowledged }) => acknowledged === 'load')?.there).toEqual({ commits, events: history.length })
    expect(await inspectLog(data)).toEqual(whole())
    rmSync(data, { recursive: true })
  })
})
