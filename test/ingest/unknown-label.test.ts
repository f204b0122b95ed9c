import { expect, it } from 'vitest'
import { reportText } from '../../src/cli/reports/import-report-text.ts'
import { importOne } from '../../src/ingest/index.ts'
import { untc2015 } from '../../src/sources/untc/untc-2015.ts'
import { tableInMemory } from '../sources/table-in-memory.ts'
import { freshWorkspaces } from './a-workspace.ts'

const fresh = freshWorkspaces()

it('a label that nobody has decided on is skipped with its reason, and listed', async () => {
  const rows = [
    { treaty: '4-9', participant: 'Chad', date: '1995-06-09', suffix: 'a', column_header: 'Accession(a)' },
    {
      treaty: '4-9',
      participant: 'Togo',
      date: '1995-06-10',
      suffix: 'A',
      column_header: 'Acceptance of an amendment(A)',
    },
  ]
  const report = await importOne(await fresh(), untc2015, tableInMemory(untc2015.header, rows), {
    recordedBy: 'a test',
  })
  expect(report.rows).toEqual({ read: 2, appended: 1, known: 0, skipped: 1 })
  expect(report.skipped).toEqual({ 'unknown-label': 1 })
  expect(report.unmatched).toEqual([{ name: 'Acceptance of an amendment (A)', rows: 1 }])
  expect(reportText(report)).toContain('unmatched: Acceptance of an amendment (A) (1)')
})
