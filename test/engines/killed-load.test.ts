import { describe, expect, it } from 'vitest'
import { importBundled } from '../../src/ingest/index.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { aLoadToKill, inspectLog } from '../durability/a-load-to-kill.ts'
import { runProcess, whereItHalts } from '../durability/a-process.ts'
import { aPlaceToKill } from './a-place-to-kill.ts'

const { onServer } = aPlaceToKill()
/** The same load on the embedded log. */
const { tables, whole, beforeItsEnd } = aLoadToKill()

describe('a process that is killed on EventStoreDB', () => {
  it.each([
    ['in the definitions', () => 'appending:60'],
    ['twenty streams before its end', () => beforeItsEnd(20)],
    ['at the last stream', () => beforeItsEnd(0)],
  ])(
    'in the middle of a backdated load (%s) holds whole turns that say they are a part, ' +
      'and comes to what the embedded log comes to',
    async (_, where) => {
      const halt = where()
      const place = onServer()
      expect((await runProcess([JSON.stringify(place), 'load', tables, halt], whereItHalts(halt))).killed).toBe(true)
      const { history, commits, unfinished } = await inspectLog(place)
      expect(history).toEqual(whole().history.slice(0, history.length))
      expect(history.length).toBeLessThan(whole().history.length)
      expect(unfinished !== undefined).toBe(commits > 0)
      if (commits > 0) {
        const workspace = await openWorkspace(place)
        await expect(importBundled(workspace, { recordedBy: 'a test' })).rejects.toMatchObject({
          code: 'unfinished-load',
        })
        await workspace.close()
      }
      await runProcess([JSON.stringify(place), 'load', tables])
      expect(await inspectLog(place)).toEqual(whole())
    },
  )
})
