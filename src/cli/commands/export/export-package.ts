import type { Command } from 'commander'
import { badInput } from '../../../common/error.ts'
import { tableFormats, type Table } from '../../../exports/format.ts'
import type { Places } from '../../../workspace/settings.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { progressLine } from '../../context/progress.ts'
import { writeFailure } from '../../context/write-failure.ts'
import { readRecipeFile, withTable } from './with-recipe.ts'

interface Options extends Places {
  readonly into: string
  readonly formats: string
  readonly iMayRedistribute?: boolean
  readonly replace?: boolean
}

const isTable = (word: string): word is Table => (tableFormats as readonly string[]).includes(word)

/** The formats of a list, in the order of the house. */
const formatsIn = (list: string): readonly Table[] => {
  const words = list.split(',').map((word) => word.trim())
  const stray = words.find((word) => !isTable(word))
  if (stray === undefined) return tableFormats.filter((format) => words.includes(format))
  throw badInput('bad-input', `"${stray}" is no format of tables.`, {
    where: '--formats',
    hint: `Expected some of: ${tableFormats.join(', ')}; with commas between.`,
  })
}

/** `export package <recipe> --into <folder>`: a table with all that a reader needs to trust it. */
export const exportPackageCommand = (group: Command, house: CliContext): void => {
  const { terminal } = house
  const command = group
    .command('package')
    .description(
      'Writes the table that a recipe describes into a folder, with its codebook, sources, citation, recipe and ' +
        'checksums.',
    )
    .argument('<recipe>', 'a file with a recipe, in JSON')
    .requiredOption('--into <folder>', 'where to: a folder that is empty or not there yet')
    .option('--formats <list>', `some of ${tableFormats.join(', ')}, with commas between`, 'csv,parquet')
    .option('--replace', 'replaces a package that lies there, and nothing else')
    .option('--i-may-redistribute', 'you have the right to pass on what the terms of a source forbid')
    .action(async (path: string) => {
      const {
        into,
        formats: list,
        iMayRedistribute = false,
        replace = false,
        ...places
      } = command.optsWithGlobals<Options>()
      const formats = formatsIn(list)
      const [{ checkPlace, placed }, { planOf }, { forbiddenIn }, { refuseWithheld }, { writePackage }] =
        await Promise.all([
          import('../../../exports/package/place-package.ts'),
          import('../../../exports/package/plan-of.ts'),
          import('../../../exports/package/forbidden.ts'),
          import('../../../exports/redistribution.ts'),
          import('../../../exports/package/write-package.ts'),
        ])
      await checkPlace(into, replace)
      const { recipe, text } = await readRecipeFile(path, terminal)
      const line = progressLine(terminal)
      try {
        await withTable(house, { recipe, places, show: line.show }, async (table) => {
          const plan = await planOf(table, { recipe, text, formats, mayRedistribute: iMayRedistribute })
          refuseWithheld(forbiddenIn(plan), { iMayRedistribute })
          const made = await placed(into, replace, (folder) => writePackage(folder, plan, table.pages())).catch(
            (thrown: unknown) => {
              throw writeFailure(thrown, into, '--into')
            },
          )
          line.clear()
          terminal.stderr.write(
            `${into}: ${made.table.rows} rows, ${made.columns.length} columns, ${made.sources.length} sources; ` +
              `as known at ${made.release.asKnownAt}; release ${made.release.releaseId}\n`,
          )
        })
      } finally {
        line.clear()
      }
    })
}
