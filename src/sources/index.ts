import { closest } from '../common/closest.ts'
import { badInput } from '../common/error.ts'
import { amnestyAppeals } from './campaigns/amnesty-appeals.ts'
import { cowAllianceMembers } from './cow/cow-alliance-members.ts'
import { cowIgoImputed } from './cow/cow-igo-imputed.ts'
import { cowIgoList } from './cow/cow-igo-list.ts'
import { cowIgo } from './cow/cow-igo.ts'
import type { Importer } from './importer/draft.ts'
import type { TableHead } from './files/header.ts'
import { migo, migoSpells } from './igos/migo.ts'
import { shippedMappings } from './mappings/index.ts'
import { mtdsg } from './mtdsg/importer.ts'
import { paris2020 } from './untc/paris-2020.ts'
import type { Mapping } from './tables/mapping.ts'
import { tableImporter } from './tables/table.ts'
import { untc2015 } from './untc/untc-2015.ts'
import { untc2026 } from './untc/untc-2026.ts'
import { untcDeclarations } from './untc/untc-declarations.ts'
import { untcIndex } from './untc/untc-index.ts'
import { untcNondate } from './untc/undated-cells.ts'
import { uprRecommendations } from './upr/upr.ts'

/** What a shipped mapping names is known to fit: a list that the log lacks is no fault of it. */
function shippedImporter(mapping: Mapping): Importer {
  const { schemes: _, ...importer } = tableImporter(mapping)
  return importer
}

/** Every dataset format that normtrail reads, in the order in which the files of one folder are imported. */
export const importers: readonly Importer[] = [
  ...shippedMappings.map(shippedImporter),
  cowAllianceMembers,
  cowIgo,
  cowIgoList,
  cowIgoImputed,
  migo,
  migoSpells,
  untc2015,
  untc2026,
  untcIndex,
  untcNondate,
  untcDeclarations,
  paris2020,
  mtdsg,
  amnestyAppeals,
  uprRecommendations,
].toSorted((a, b) => a.order - b.order)

/**
 * The format of a file, by its columns: of several that fit, the one that asks for most. Where several releases have
 * the same columns, its first row tells which it is; without that row, it is taken for the oldest.
 */
export const recognise = (
  header: readonly string[],
  first?: TableHead['first'],
  among: readonly Importer[] = importers,
): Importer | undefined => {
  const columns = new Set(header)
  return among
    .filter(
      ({ header: asked, lacks = [] }) => asked.every((it) => columns.has(it)) && !lacks.some((it) => columns.has(it)),
    )
    .filter((importer) => first === undefined || isOfEdition(importer, first))
    .toSorted((a, b) => b.header.length - a.header.length)[0]
}

const isOfEdition = ({ edition }: Importer, first: TableHead['first']): boolean =>
  edition === undefined || first[edition.column]?.trim() === edition.is

/**
 * The importer of the release that a file says it is: the one that was named, or another of its series. Throws
 * `other-edition` where none reads it.
 */
export const ofEdition = (named: Importer, { first }: TableHead, file: string): Importer => {
  const { edition, release } = named
  if (edition === undefined || isOfEdition(named, first)) return named
  const ofSeries = importers.filter((one) => one.release.series === release.series && one.edition !== undefined)
  const fits = ofSeries.find((one) => isOfEdition(one, first))
  if (fits !== undefined) return fits
  throw badInput('other-edition', `The column "${edition.column}" says "${first[edition.column] ?? ''}".`, {
    where: `${file}, row 1`,
    hint:
      `Releases that are read: ${ofSeries.map((one) => one.edition?.is ?? '').join(', ')}. ` +
      'Another is read by a mapping of your own, which says on which day its data end.',
  })
}

/** Formats that come from one place, under the name of that place: which of them a file is in, its columns tell. */
export const collections: Readonly<Record<string, { readonly reads: string; readonly formats: readonly Importer[] }>> =
  {
    'un-treaty-collection': {
      reads: 'any table of the United Nations Treaty Collection that is listed here, known by its columns',
      formats: [untc2015, untc2026, untcIndex, untcNondate, untcDeclarations, paris2020],
    },
  }

/** The formats of that name: one, or all of a collection. Throws `unknown-importer`, naming the closest. */
export const formatsNamed = (name: string): readonly Importer[] => collections[name]?.formats ?? [importerNamed(name)]

/** The importer of that name; throws `unknown-importer`, naming the closest. */
export const importerNamed = (name: string): Importer => {
  const found = importers.find((importer) => importer.name === name)
  if (found !== undefined) return found
  const known = [...importers.map((importer) => importer.name), ...Object.keys(collections)]
  const near = closest(name, known)
  throw badInput('unknown-importer', `"${name}" is no dataset format that normtrail reads.`, {
    hint: near.length > 0 ? `Closest: ${near.join(', ')}.` : `Known: ${known.join(', ')}.`,
  })
}
