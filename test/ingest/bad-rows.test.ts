import { describe, expect, it } from 'vitest'
import { reportText } from '../../src/cli/reports/import-report-text.ts'
import { freshWorkspaces, ordinalOf } from './a-workspace.ts'
import { importScores, type ScoreRow } from './scores.ts'

const fresh = freshWorkspaces()
const good: ScoreRow = ['2', '1990', '6']

describe('a row that breaks the format', () => {
  it('stops the import, naming file, row, column, value and what was expected', async () => {
    const workspace = await fresh()
    const ordinal = await ordinalOf(workspace)
    const failure = await importScores(workspace, [good, ['2', '1991', '9']]).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({
      code: 'bad-row',
      exitCode: 2,
      where: 'in-memory.csv, row 2',
      message: expect.stringMatching(/^column "score": got "9", expected a whole number from 0 to 8/) as unknown,
      hint: expect.stringContaining('`skipBadRows`') as unknown,
    })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })

  it('is left out and listed where bad rows are skipped', async () => {
    const report = await importScores(await fresh(), [good, ['2', '1991', '9'], ['2', 'MCM', '3']], {
      skipBadRows: true,
    })
    expect(report.rows).toEqual({ read: 3, appended: 1, known: 0, skipped: 2 })
    expect(report.skipped).toEqual({ 'bad-row': 2 })
    expect(report.badRows).toEqual([
      expect.stringMatching(/^in-memory.csv, row 2: column "score": got "9", expected a whole number from 0 to 8/),
      expect.stringMatching(/^in-memory.csv, row 3: column "year": got "MCM", expected a year/),
    ])
    expect(reportText(report)).toContain('bad row: in-memory.csv, row 3')
  })

  it('stops a dry run as well', async () => {
    await expect(importScores(await fresh(), [['2', '1991', '9']], { dryRun: true })).rejects.toMatchObject({
      code: 'bad-row',
    })
  })

  it('that lies in the future is refused: nobody has scored it yet', async () => {
    await expect(importScores(await fresh(), [['2', '9000', '6']])).rejects.toMatchObject({
      code: 'not-yet',
      where: 'in-memory.csv, row 1',
    })
  })
})

describe('a name that nobody knows', () => {
  it('stops the import of a source that should know it, and nothing is appended', async () => {
    const workspace = await fresh()
    const ordinal = await ordinalOf(workspace)
    await expect(importScores(workspace, [good, ['9999', '1990', '6']])).rejects.toMatchObject({
      code: 'unknown-actor',
      exitCode: 2,
      where: 'in-memory.csv, row 2',
      message: expect.stringContaining('9999 (cow)') as unknown,
    })
    expect(await ordinalOf(workspace)).toBe(ordinal)
  })

  it('is listed with the number of rows that use it, where the source or the user says skip', async () => {
    const rows: readonly ScoreRow[] = [good, ['9999', '1990', '6'], ['8888', '1990', '6'], ['9999', '1991', '6']]
    for (const how of [{ unmatched: 'skip' as const }, { skipBadRows: true }]) {
      const report = await importScores(await fresh(), rows, how)
      expect(report.unmatched).toEqual([
        { name: '9999 (cow)', rows: 2 },
        { name: '8888 (cow)', rows: 1 },
      ])
      expect(report.rows).toEqual({ read: 4, appended: 1, known: 0, skipped: 3 })
      expect(report.skipped).toEqual({ 'unmatched-name': 3 })
      expect(reportText(report)).toContain('unmatched: 9999 (cow) (2), 8888 (cow) (1)')
    }
  })
})
