import { expect } from 'vitest'
import { importFolder } from '../../src/ingest/index.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** The published files have one release of status files, taken on this day. */
export const publishedBy = { recordedBy: 'a test', retrieved: '2018-01-15' } as const

/** Loads a folder that a log has already: nothing is appended; what a later table dated otherwise is superseded. */
export const expectNothingNew = async (workspace: Workspace, folder: string): Promise<void> => {
  const { ordinal } = await workspace.log.head()
  const { reports } = await importFolder(workspace, folder, publishedBy)
  expect(reports).toHaveLength(30)
  expect(reports.filter(({ events }) => events.appended > 0)).toEqual([])
  expect((await workspace.log.head()).ordinal).toBe(ordinal)
  for (const { rows } of reports) expect(rows.appended + rows.known + rows.skipped).toBe(rows.read)
  expect(
    reports.flatMap(({ file, skipped }) => (skipped.superseded === undefined ? [] : [[file, skipped.superseded]])),
  ).toEqual([['untc_actions_2015.csv', 1]])
}
