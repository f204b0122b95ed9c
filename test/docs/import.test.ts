import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { imported } from '../sources/fixtures/written-table.ts'
import { inShort } from '../sources/table-in-memory.ts'

/** A mapping, a table and what becomes of it, as the page shows them in three blocks one after the other. */
const shown = [
  ...readFileSync(packagePath('docs/import.md'), 'utf8').matchAll(
    /^\*\*(.+?)\*\*[^`]*(?:`[^`\n]+`[^`]*)*\n\n```json\n([^`]*)```\n\n```csv\n([^`]*)```\n\n```text\n([^`]*)```/gm,
  ),
].map(([, about = '', mapping = '', table = '', result = '']) => ({ about, mapping, table, result }))

describe('docs/import.md shows tables as they come', () => {
  it('in several examples', () => expect(shown.length).toBeGreaterThanOrEqual(4))

  it.each(shown)('$about', async ({ mapping, table, result }) => {
    const named = { name: 'mine', reads: 'x', release: { citation: 'x', series: 'mine', version: '1' } }
    const importer = tableImporter(readMapping({ ...named, ...(JSON.parse(mapping) as object) }, 'my.json'))
    expect(inShort(await imported(importer, table.trimEnd()))).toEqual(result.trimEnd().split('\n'))
  })
})
