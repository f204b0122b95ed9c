import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkClock } from '../../src/ingest/commit/clock.ts'
import { instantOf } from '../../src/time/instant.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { aSealedEvent } from '../support/events.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
beforeEach(async () => {
  folder = await aDataFolder()
})
afterEach(() => folder.remove())

const day = 24 * 60 * 60_000
const inDays = (days: number): Date => new Date(Date.now() + days * day)

const withLog = async <T>(work: (log: Awaited<ReturnType<typeof openWorkspace>>['log']) => Promise<T>): Promise<T> => {
  const workspace = await openWorkspace(folder.data)
  try {
    return await work(workspace.log)
  } finally {
    await workspace.close()
  }
}

describe('a clock', () => {
  it.each<[days: number, code: string | undefined]>([
    [0, undefined],
    [179, undefined],
    [181, 'clock-ahead-of-log'],
    [365, 'clock-ahead-of-log'],
    [36_500, 'clock-ahead-of-log'],
    [-1 / 24 / 60, undefined],
    [-1 / 24, 'clock-behind-log'],
    [-365, 'clock-behind-log'],
  ])('that is %d days from the last commit: %s', (days, code) =>
    withLog(async (log) => {
      const checked = checkClock(log, inDays(days), 'say so')
      if (code === undefined) await checked
      else
        await expect(checked).rejects.toMatchObject({
          code,
          exitCode: 2,
          hint: expect.stringMatching(/^Set the clock right\. If it is right, .*: say so\.$/) as string,
        })
    }),
  )
})

describe('what records', () => {
  const because = ['--reason', 'a misprint', '--source', 'The register']
  it.each([
    ['append', []],
    ['correct', ['some-id', ...because]],
    ['retract', ['some-id', ...because]],
    ['import', ['cow-igo', 'a.csv']],
    ['import', ['folder', 'data']],
    ['import', ['bundled']],
    ['import', ['table', '--mapping', 'my.json', 'mine.csv']],
  ])('%s %j is refused where the log is ahead of this machine, and is done on demand', async (command, args) => {
    await withLog((log) =>
      log.appendCommit([{ stream: 'igo-un', expected: 'no-stream', events: [aSealedEvent()] }], {
        recordedBy: 'a clock that ran ahead',
        recordedAt: instantOf(inDays(365)),
      }),
    )
    const env = { NORMTRAIL_DATA: folder.data }
    const refused = await shell([command, ...args], { env })
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(
      /^clock-behind-log: this machine's clock says .*, 365 days later\.\n.*give --accept-clock\./,
    )
    expect((await shell([command, ...args, '--accept-clock'], { env })).code).toBe(0)
  })
  it('append takes the revision that was seen, or none', async () => {
    const env = { NORMTRAIL_DATA: folder.data }
    const file = join(folder.folder, 'a.jsonl')
    writeFileSync(file, '{}\n')
    for (const [written, expected] of [
      ['7', 7],
      ['none', 'no-stream'],
    ] as const) {
      const { out } = await shell(['append', file, '--expected-revision', written, '--format', 'json'], { env })
      expect(JSON.parse(out)).toMatchObject({ expected })
    }
    expect(await shell(['append', file, '--expected-revision', 'last'], { env })).toMatchObject({
      code: 2,
      err: expect.stringContaining('bad-input: --expected-revision: "last" is no revision') as string,
    })
  })
})
