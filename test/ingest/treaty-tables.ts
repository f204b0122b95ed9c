import { importOne, type ImportReport } from '../../src/ingest/index.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { untc2026 } from '../../src/sources/untc/untc-2026.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'

type Cells = Readonly<Record<string, string>>

const columnHeader = 'Ratification, Accession(a), Acceptance(A), Approval(AA), Succession(d)'

/** The UN Treaty Collection as of 2015: one row for each act, a letter behind the date. */
export const import2015 = (
  workspace: Workspace,
  rows: readonly { participant: string; date: string; suffix?: string; treaty?: string }[],
): Promise<ImportReport> =>
  importOne(
    workspace,
    untc2015,
    tableInMemory(
      untc2015.header,
      rows.map(({ participant, date, suffix = '', treaty = '4-9' }): Cells => ({
        treaty,
        participant,
        date,
        suffix,
        action: '',
        column_header: columnHeader,
        raw_value: `${date} ${suffix}`,
      })),
    ),
    { recordedBy: 'a test' },
  )

/** The same collection as of 2026, a later release of the same series. */
export const import2026 = (
  workspace: Workspace,
  rows: readonly { participant: string; date: string; word?: string }[],
): Promise<ImportReport> =>
  importOne(
    workspace,
    untc2026,
    tableInMemory(
      untc2026.header,
      rows.map(({ participant, date, word = 'Ratification' }): Cells => ({
        mtdsg_no: 'IV-9',
        country_name: participant,
        action_type: word,
        action_date: date,
      })),
    ),
    { recordedBy: 'a test' },
  )

/** A scholar's table of ratifications: another series. */
export const importScholar = (
  workspace: Workspace,
  rows: readonly { state: string; date: string }[],
): Promise<ImportReport> =>
  importOne(
    workspace,
    tableImporter(
      readMapping(
        {
          name: 'scholar',
          reads: 'ratifications as a scholar found them',
          release: { citation: 'A scholar, for tests', series: 'scholar', version: '1', kind: 'scholarly' },
          rows: {
            kind: 'events',
            type: 'TreatyRatified',
            stream: ['treaty', 'cat'],
            occurred: { column: 'date' },
            fact: 'consent/1',
            locator: '{state}',
            references: { actor: { scheme: 'iso3', column: 'state' } },
          },
        },
        'a mapping for tests',
      ),
    ),
    tableInMemory(['state', 'date'], rows),
    { recordedBy: 'a test' },
  )
