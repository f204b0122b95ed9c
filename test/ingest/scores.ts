import { importOne, type ImportOptions, type ImportReport } from '../../src/ingest/index.ts'
import type { Redistributable } from '../../src/events/source.ts'
import type { Importer, OpenFile } from '../../src/sources/importer/draft.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'

export const header = ['ccode', 'year', 'score'] as const

/** A small table of scores, 0 to 8, one row for each state and year: release after release of one series. */
export const scoresImporter = (
  version = '1',
  more: {
    series?: string
    published?: string
    unmatched?: 'stop' | 'skip'
    terms?: { licence: string; redistributable: Redistributable }
  } = {},
): Importer =>
  tableImporter(
    readMapping(
      {
        name: 'small-scores',
        reads: 'scores typed by hand',
        release: {
          citation: 'Scores typed by hand, for tests',
          series: more.series ?? 'small',
          version,
          ...(more.published !== undefined && { published: more.published }),
          ...more.terms,
        },
        unmatched: more.unmatched ?? 'stop',
        rows: {
          kind: 'scores',
          rater: 'small',
          actor: { scheme: 'cow', column: 'ccode' },
          year: 'year',
          direction: 'higher-is-better',
          indicators: [{ id: 'index', column: 'score', range: [0, 8], integer: true }],
        },
      },
      'a mapping for tests',
    ),
  )

export type ScoreRow = readonly [ccode: string, year: string, score: string]

export const scoreTable = (rows: readonly ScoreRow[]): OpenFile =>
  tableInMemory(
    header,
    rows.map(([ccode, year, score]) => ({ ccode, year, score })),
  )

export const importScores = (
  workspace: Workspace,
  rows: readonly ScoreRow[],
  options: Partial<ImportOptions> & {
    version?: string
    series?: string
    published?: string
    unmatched?: 'stop' | 'skip'
  } = {},
): Promise<ImportReport> => {
  const { version, series, published, unmatched, ...rest } = options
  const more = {
    ...(series !== undefined && { series }),
    ...(published !== undefined && { published }),
    ...(unmatched !== undefined && { unmatched }),
  }
  return importOne(workspace, scoresImporter(version, more), scoreTable(rows), { recordedBy: 'a test', ...rest })
}
