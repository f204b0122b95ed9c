import type { UsedSource } from '../../queries/holdings/cited-in.ts'
import type { Column } from '../../queries/question/columns.ts'
import type { Table } from '../format.ts'
import type { TableTally } from './tally.ts'

/** What the cells of a column were made from. */
export interface PackagedColumn extends Column {
  /** Whether cells are values as a source publishes them: then its terms bind whoever passes them on. */
  readonly isRaw: boolean
  /** The ids of the sources that it rests on. */
  readonly sources: readonly string[]
  /** What the recipe asks for, as it says it; absent of what says which row it is. */
  readonly asked?: Readonly<Record<string, unknown>>
}

/** What names a release: the same release is the same bytes. No clock has a say in it. */
export interface Release {
  readonly releaseId: string
  /** The release of normtrail, and the first digits of the digest of its sources. */
  readonly program: string
  readonly asOf: string
  readonly asKnownAt: string
  /** The last event known then, and the hash of the log up to it. */
  readonly ordinal: number
  readonly prefix: string
}

/** A file with a table in it, as it was written. */
export interface TableFile {
  readonly format: Table
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** The recipe: as it was given, and what its table is. */
export interface PackagedRecipe {
  readonly text: string
  readonly unit: string
  readonly name: string
  readonly title: string
  readonly description?: string
  /** Who made the table; those of the program where the recipe names none. */
  readonly authors: readonly string[]
}

/** Everything that the documents of a package are made from. */
export interface PackageOf {
  readonly recipe: PackagedRecipe
  readonly columns: readonly PackagedColumn[]
  /** The columns that together name a row. */
  readonly key: readonly string[]
  readonly release: Release
  readonly sources: readonly UsedSource[]
  readonly formats: readonly Table[]
  /** Whether who made it has said that it may pass on what the terms of a source forbid. */
  readonly mayRedistribute: boolean
  readonly table: TableTally
  readonly files: readonly TableFile[]
}

/** What is known of a package before its table is written. */
export type PackagePlan = Omit<PackageOf, 'table' | 'files'>

/** The sources of a column, in the order of their ids. */
export const sourcesOfColumn = (
  { sources }: Pick<PackageOf, 'sources'>,
  column: Pick<PackagedColumn, 'sources'>,
): readonly UsedSource[] => sources.filter(({ id }) => column.sources.includes(id))
