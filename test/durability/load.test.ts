import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unfinishedLoad } from '../../src/log/unfinished-load.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { historyOf } from '../support/history-of.ts'
import { runProcess, whereItHalts } from './a-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-load-'))

const inspect = async (data: string) => {
  const { log, close } = await openWorkspace(data)
  expect((await log.verify()).broken).toEqual([])
  const found = {
    history: await historyOf(log),
    commits: (await log.head()).commits,
    unfinished: await unfinishedLoad(log),
  }
  await close()
  return found
}

let whole: Awaited<ReturnType<typeof inspect>>

beforeAll(async () => {
  if (!existsSync(packagePath('dist/src/workspace/workspace.js')))
    throw new Error('This suite kills a built process: run `npm run build` first.')
  await runProcess([join(folder, 'whole'), 'load', 'bundled'])
  whole = await inspect(join(folder, 'whole'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a process that is killed in the middle of a backdated load', () => {
  it.each([
    ['in the transaction of the definitions', 'appending:60', false],
    ['in the transaction of a later turn', 'appending:700', true],
    ['near its end', 'appending:1400', true],
  ])('%s leaves whole turns that say they are a part, and goes on when it runs again', async (_, halt, begun) => {
    const data = join(folder, halt.replace(':', '-'))
    expect((await runProcess([data, 'load', 'bundled', halt], whereItHalts(halt))).killed).toBe(true)
    const { history, commits, unfinished } = await inspect(data)
    expect(history).toEqual(whole.history.slice(0, history.length))
    expect([commits > 0, unfinished !== undefined]).toEqual([begun, begun])
    const { said } = await runProcess([data, 'load', 'bundled'])
    expect(said.find(({ acknowledged }) => acknowledged === 'load')?.there).toEqual({ commits, events: history.length })
    expect(await inspect(data)).toEqual(whole)
    rmSync(data, { recursive: true })
  })

  it('again, while it goes through what is there and behind it, gets there all the same', async () => {
    const data = join(folder, 'again')
    await runProcess([data, 'load', 'bundled', 'appending:700'], whereItHalts('appending:700'))
    const { commits } = await inspect(data)
    await runProcess(
      [data, 'load', 'bundled', 'going through what is there:500'],
      whereItHalts('going through what is there:500'),
    )
    expect((await inspect(data)).commits).toBe(commits)
    await runProcess([data, 'load', 'bundled', 'appending:200'], whereItHalts('appending:200'))
    expect((await inspect(data)).commits).toBeGreaterThan(commits)
    await runProcess([data, 'load', 'bundled'])
    expect(await inspect(data)).toEqual(whole)
  })
})
