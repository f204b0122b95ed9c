import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFolder } from '../../../src/ingest/index.ts'
import { dataFolder } from '../../support/run/published.ts'
import { long, theLog } from './the-log.ts'

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { workspace } = theLog()

  it(
    'loaded again append nothing; what a later table dated otherwise is superseded',
    async () => {
      const { ordinal } = await workspace().log.head()
      const { reports } = await importFolder(workspace(), dataFolder, { recordedBy: 'a test', retrieved: '2018-01-15' })
      expect(reports.filter(({ events }) => events.appended > 0)).toEqual([])
      expect((await workspace().log.head()).ordinal).toBe(ordinal)
      for (const { rows } of reports) expect(rows.appended + rows.known + rows.skipped).toBe(rows.read)
      expect(
        reports.flatMap(({ file, skipped }) => (skipped.superseded === undefined ? [] : [[file, skipped.superseded]])),
      ).toEqual([['untc_actions_2015.csv', 1]])
    },
    long,
  )
})
