import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importOne } from '../../src/ingest/index.ts'
import { prepared } from '../../src/ingest/commit/open-for-writing.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { readMapping } from '../../src/sources/tables/read-mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { measured, type Measured } from '../phase.ts'

const indicators = ['torture', 'killings', 'freedom', 'media', 'courts', 'elections', 'women'] as const
const years = 144

const mapping = (version: string) => ({
  name: 'bench-scores',
  reads: 'a generated table',
  release: {
    citation: 'A generated table, for benchmarks',
    series: 'bench-scores',
    version,
    published: String(2000 + Number(version)),
  },
  rows: {
    kind: 'scores',
    rater: 'bench',
    actor: { scheme: 'id', column: 'state' },
    year: 'year',
    direction: 'higher-is-better',
    indicators: indicators.map((id) => ({ id, column: id, range: [0, 1] })),
  },
})

/**
 * How a release stands to the first: it says the same, it says otherwise throughout, or every other year of it is gone.
 */
export type Difference = 'same' | 'revised' | 'thinned'

/**
 * Imports one release of a table of seven indicators by state and year: from the file to the log, without the folding.
 */
export const importRelease = async (
  folder: string,
  values: string,
  version: string,
  difference: string,
): Promise<Measured> => {
  const workspace = await openWorkspace(join(folder, 'log'))
  const names = await prepared(workspace, false)
  const states = names
    .subjects('state')
    .map(({ id }) => id)
    .slice(0, Math.ceil(Number(values) / years / indicators.length))
  const shift = difference === 'revised' ? 0.001 * Number(version) : 0
  const rows = states.flatMap((state, index) =>
    Array.from({ length: years }, (_, year) =>
      [
        state,
        1880 + year,
        ...indicators.map((_id, nth) => ((((index * 7 + year * 13 + nth * 29) % 900) + 1) / 1000 + shift).toFixed(3)),
      ].join(','),
    ),
  )
  const file = join(folder, `release-${version}.csv`)
  writeFileSync(
    file,
    `state,year,${indicators.join(',')}\n` +
      `${(difference === 'thinned' ? rows.filter((_, index) => index % 2 === 0) : rows).join('\n')}\n`,
  )
  const importer = tableImporter(readMapping(mapping(version), 'a mapping for benchmarks'))
  const result = await measured(async () => {
    const report = await importOne(workspace, importer, await openFile(file), { recordedBy: 'bench' })
    if (difference === 'revised' && report.events.corrections !== rows.length * indicators.length)
      throw new Error(`${report.events.corrections} corrections of ${rows.length * indicators.length} values`)
    return rows.length * indicators.length
  })
  rmSync(file)
  await workspace.catchUp()
  await workspace.close()
  return result
}
