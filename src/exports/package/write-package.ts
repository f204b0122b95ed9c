import type { TableCell } from '../../queries/question/question.ts'
import { termsText } from '../terms.ts'
import { checksumsName, checksumsText } from './checksums.ts'
import { citationCff } from './citation-cff.ts'
import { codebookHtml } from './codebook-html.ts'
import { codebookMarkdown } from './codebook-markdown.ts'
import { codebookPageOf } from './codebook-page.ts'
import { dataPackageOf } from './data-package.ts'
import { begunHashedFile, writtenText } from './hashed-file.ts'
import type { PackageOf, PackagePlan, TableFile } from './package-of.ts'
import { readMe } from './read-me.ts'
import { releaseFileOf } from './release.ts'
import { sourcesBib } from './sources-bib.ts'
import { begunTable } from './table-files.ts'
import { begunTally, type TableTally } from './tally.ts'

type Pages = AsyncIterable<Iterable<readonly TableCell[]>>

/** The documents of a package beside its tables, each a pure function of what the package is. */
const documents: Readonly<Record<string, (of: PackageOf) => string>> = {
  'CITATION.cff': citationCff,
  'README.md': readMe,
  'codebook.html': (of) => codebookHtml(codebookPageOf(of)),
  'codebook.md': (of) => codebookMarkdown(codebookPageOf(of)),
  'datapackage.json': dataPackageOf,
  'recipe.json': ({ recipe }) => recipe.text,
  'release.json': releaseFileOf,
  'sources.bib': ({ sources }) => sourcesBib(sources),
}

/** What names a Parquet file from within: it may part from its folder. */
const aboutOf = ({ release, recipe, sources }: PackagePlan): Readonly<Record<string, string>> => {
  const terms = termsText(sources)
  return {
    releaseId: release.releaseId,
    asOf: release.asOf,
    asKnownAt: release.asKnownAt,
    ordinal: String(release.ordinal),
    recipe: recipe.text,
    ...(terms !== undefined && { terms }),
  }
}

/** Writes the table in every format at once: the rows of a page are made once, and no more than they are in memory. */
const writeTables = async (
  folder: string,
  plan: PackagePlan,
  pages: Pages,
): Promise<{ readonly table: TableTally; readonly files: readonly TableFile[] }> => {
  const { columns, formats } = plan
  const tally = begunTally(columns)
  const about = aboutOf(plan)
  const opened = await Promise.all(
    formats.map(async (format) => ({
      format,
      table: begunTable(format, columns, about),
      file: await begunHashedFile(folder, `data.${format}`),
    })),
  )
  try {
    for await (const page of pages) {
      const rows = [...page]
      for (const row of rows) tally.take(row)
      for (const { table, file } of opened) await file.write(table.take(rows))
    }
    for (const { table, file } of opened) await file.write(table.end())
    const files = await Promise.all(opened.map(async ({ format, file }) => ({ format, ...(await file.end()) })))
    return { table: tally.told(), files }
  } catch (thrown) {
    await Promise.all(opened.map(({ file }) => file.abandon()))
    throw thrown
  }
}

/** Writes a package into an empty folder. What it is made of decides every byte: no clock is asked. */
export const writePackage = async (folder: string, plan: PackagePlan, pages: Pages): Promise<PackageOf> => {
  const of: PackageOf = { ...plan, ...(await writeTables(folder, plan, pages)) }
  const texts = await Promise.all(Object.entries(documents).map(([name, make]) => writtenText(folder, name, make(of))))
  await writtenText(folder, checksumsName, checksumsText([...of.files, ...texts]))
  return of
}
