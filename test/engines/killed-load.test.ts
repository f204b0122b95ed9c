import { describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { aLoadToKill, inspectLog } from '../durability/a-load-to-kill.ts'
import { runProcess, whereItHalts } from '../durability/a-process.ts'
import { aPlaceToKill } from './a-place-to-kill.ts'

const { onServer } = aPlaceToKill()
/** The same load on the embedded log. */
const { tables, whole, beforeItsEnd } = aLoadToKill()

const expectRefusal = async (place: Settings): Promise<void> => {
  const workspace = await openWorkspace(place)
  await expect(importBundled(workspace, { recordedBy: 'a test' })).rejects.toMatchObject({ code: 'unfinished-load' })
  await workspace.close()
}

describe('a process that is killed on EventStoreDB', () => {
  /** It goes on where it was killed, in one log. That it may be killed again as it goes on, the embedded log shows. */
  it(
    'in the middle of a backdated load holds whole turns that say they are a part, ' +
      'and comes to what the embedded log comes to',
    async () => {
      const place = onServer()
      for (const [where, halt, begun] of [
        ['in the definitions', 'appending:60', false],
        ['at the last stream', beforeItsEnd(0), true],
      ] as const) {
        const { killed } = await runProcess([JSON.stringify(place), 'load', tables, halt], whereItHalts(halt))
        expect(killed, where).toBe(true)
        const { history, commits, unfinished } = await inspectLog(place)
        expect(history, where).toEqual(whole().history.slice(0, history.length))
        expect(history.length, where).toBeLessThan(whole().history.length)
        expect([commits > 0, unfinished !== undefined], where).toEqual([begun, begun])
        if (begun) await expectRefusal(place)
      }
      await runProcess([JSON.stringify(place), 'load', tables])
      expect(await inspectLog(place)).toEqual(whole())
    },
  )
})
