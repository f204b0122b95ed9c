/** Of which classifications everybody's classes are told: whoever is in none of them is in none. */
import { from, type CodeList } from '../sources.ts'
import { said, type CatalogueEvent } from '../said.ts'

const claims: readonly {
  readonly source: CodeList
  readonly classification: string
  readonly from: string
  readonly through: string
}[] = [
  { source: 'cow-majors-2016', classification: 'major-power', from: '1816-01-01', through: '2016-12-31' },
  // Article 23 has not been amended since in what it says of the permanent members.
  { source: 'un-charter', classification: 'unsc-permanent', from: '1945-10-24', through: '2025-12-31' },
]

export const claimEventsOf = (source: string): readonly CatalogueEvent[] =>
  claims
    .filter((one) => one.source === source)
    .map(({ classification, ...days }) =>
      said(
        `source-${source}`,
        { type: 'CoverageClaimed', fact: `coverage/${classification}` },
        {
          classifications: [classification],
          actors: 'all',
          classes: ['class'],
          from: days.from,
          through: days.through,
        },
        from(days.source),
      ),
    )
