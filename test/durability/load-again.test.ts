import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aLoadToKill, inspectLog } from './a-load-to-kill.ts'
import { runProcess, whereItHalts } from './a-process.ts'

const { folder, whole } = aLoadToKill()

describe('a process that is killed in the middle of a backdated load', () => {
  it('again, while it goes through what is there and behind it, gets there all the same', async () => {
    const data = join(folder, 'again')
    await runProcess([data, 'load', 'bundled', 'appending:1300'], whereItHalts('appending:1300'))
    const { commits } = await inspectLog(data)
    await runProcess(
      [data, 'load', 'bundled', 'going through what is there:500'],
      whereItHalts('going through what is there:500'),
    )
    expect((await inspectLog(data)).commits).toBe(commits)
    await runProcess([data, 'load', 'bundled', 'appending:200'], whereItHalts('appending:200'))
    expect((await inspectLog(data)).commits).toBeGreaterThan(commits)
    await runProcess([data, 'load', 'bundled'])
    expect(await inspectLog(data)).toEqual(whole())
  })
})
