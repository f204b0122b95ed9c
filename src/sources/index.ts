import { closest } from '../closest.ts'
import { badInput } from '../error.ts'
import { amnestyAppeals } from './amnesty-appeals.ts'
import { cowIgoImputed } from './cow-igo-imputed.ts'
import { cowIgoList } from './cow-igo-list.ts'
import { cowIgo } from './cow-igo.ts'
import type { Importer } from './draft.ts'
import { shippedMappings } from './mappings/index.ts'
import { paris2020 } from './paris-2020.ts'
import { tableImporter } from './table.ts'
import { untc2015 } from './untc-2015.ts'
import { untc2026 } from './untc-2026.ts'
import { untcDeclarations } from './untc-declarations.ts'
import { untcIndex } from './untc-index.ts'
import { untcNondate } from './untc-nondate.ts'
import { uprRecommendations } from './upr.ts'

/** Every dataset format that normtrail reads, in the order in which the files of one folder are imported. */
export const importers: readonly Importer[] = [
  ...shippedMappings.map(tableImporter),
  cowIgo,
  cowIgoList,
  cowIgoImputed,
  untc2015,
  untc2026,
  untcIndex,
  untcNondate,
  untcDeclarations,
  paris2020,
  amnestyAppeals,
  uprRecommendations,
].toSorted((a, b) => a.order - b.order)

/** The format of a file, by its columns: of several that fit, the one that asks for most. */
export const recognise = (header: readonly string[]): Importer | undefined => {
  const columns = new Set(header)
  return importers
    .filter((importer) => importer.header.every((column) => columns.has(column)))
    .toSorted((a, b) => b.header.length - a.header.length)[0]
}

/** The importer of that name; throws `unknown-importer`, naming the closest. */
export const importerNamed = (name: string): Importer => {
  const found = importers.find((importer) => importer.name === name)
  if (found !== undefined) return found
  const near = closest(
    name,
    importers.map((importer) => importer.name),
  )
  throw badInput('unknown-importer', `"${name}" is no dataset format that normtrail reads.`, {
    hint:
      near.length > 0
        ? `Closest: ${near.join(', ')}.`
        : `Known: ${importers.map((importer) => importer.name).join(', ')}.`,
  })
}
