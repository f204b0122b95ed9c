import { isWebAddress } from '../report-citations.ts'
import { mediaTypes, type Table } from '../format.ts'
import type { UsedSource } from '../../queries/holdings/cited-in.ts'
import { licencesOf } from './licences.ts'
import type { PackageOf, TableFile } from './package-of.ts'
import { descriptionOf } from './sayings.ts'
import { tableSchemaOf } from './table-schema.ts'

/** How a file of each format is to be read; Parquet says it itself. */
const dialects: Readonly<Partial<Record<Table, object>>> = {
  csv: {
    $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
    header: true,
    delimiter: ',',
    lineTerminator: '\n',
    quoteChar: '"',
    doubleQuote: true,
    skipInitialSpace: false,
  },
  jsonl: { $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json', itemType: 'object' },
}

const resourceOf = (of: PackageOf, { format, name, bytes, sha256 }: TableFile) => ({
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name: format === of.files[0]?.format ? 'data' : `data-${format}`,
  path: name,
  type: 'table',
  title: of.recipe.title,
  format,
  mediatype: (mediaTypes[format].split(';')[0] ?? '').trim(),
  ...(format !== 'parquet' && { encoding: 'utf-8' }),
  bytes,
  hash: `sha256:${sha256}`,
  ...(dialects[format] !== undefined && { dialect: dialects[format] }),
  schema: tableSchemaOf(of),
  rows: of.table.rows,
})

/** Where a source has no address that a program may follow, its title alone stands. */
const sourceOf = ({ citation, url, version }: UsedSource) => ({
  title: citation,
  ...(url !== undefined && isWebAddress(url) && { path: url }),
  ...(version !== undefined && { version }),
})

/**
 * The descriptor of a package: Data Package 2.0 (datapackage.org), with the release that it is of beside. Dates are
 * those of the release.
 */
export const dataPackageOf = (of: PackageOf): string => {
  const { recipe, release, sources } = of
  const licences = licencesOf(sources)
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: recipe.name,
    id: `urn:normtrail:release:${release.releaseId}`,
    title: recipe.title,
    description: descriptionOf(of),
    version: release.releaseId,
    created: release.asKnownAt,
    ...(licences.length > 0 && { licenses: licences }),
    contributors: [
      ...recipe.authors.map((title) => ({ title, roles: ['author'] })),
      { title: `normtrail ${release.program}`, roles: ['compiler'] },
    ],
    sources: sources.map(sourceOf),
    resources: of.files.map((file) => resourceOf(of, file)),
    normtrail: { ...release, unit: recipe.unit, mayRedistribute: of.mayRedistribute },
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
