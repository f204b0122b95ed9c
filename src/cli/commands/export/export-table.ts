import type { Command } from 'commander'
import { badInput } from '../../../common/error.ts'
import { tableFormats } from '../../../exports/format.ts'
import { refusalText } from '../../../exports/terms.ts'
import { writtenPages } from '../../../exports/write-by-page.ts'
import { loadSources } from '../../../queries/holdings/registered-sources.ts'
import { clocksOf, clocksText } from '../../../queries/question/snapshot.ts'
import type { ReleasedTable } from '../../../queries/recipes/table-of-recipe.ts'
import type { Places } from '../../../workspace/settings.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { toFile, toStdout } from '../../context/output.ts'
import { progressLine } from '../../context/progress.ts'
import { tableFormatOf } from './table-format.ts'
import { readRecipeFile, withTable } from './with-recipe.ts'

interface Options extends Places {
  readonly format?: string
  readonly output?: string
}

/** `export table <recipe>`: the table that a recipe describes. */
export const exportTableCommand = (group: Command, house: CliContext): void => {
  const { terminal } = house
  const command = group
    .command('table')
    .description('Writes the table that a recipe describes. `export init` writes a recipe to begin from.')
    .argument('<recipe>', 'a file with a recipe, in JSON; - is standard input')
    .option('--format <format>', `${tableFormats.join(', ')} (default: that of the file, else csv)`)
    .option('--output <file>', 'writes to a file instead of the terminal')
    .action(async (path: string) => {
      const { format, output, ...places } = command.optsWithGlobals<Options>()
      const chosen = tableFormatOf(format, output)
      if (chosen === 'parquet' && output === undefined && terminal.stdout.isTTY === true)
        throw badInput('bad-input', 'Parquet is no text for a terminal.', {
          where: '--format',
          hint: 'Name a file: --output table.parquet.',
        })
      const { recipe, text } = await readRecipeFile(path, terminal)
      const line = progressLine(terminal)
      // Rows on a terminal and a line that is written over would spoil each other.
      const isShown = output !== undefined || terminal.stdout.isTTY !== true
      const show: typeof line.show = (...said) => isShown && line.show(...said)
      try {
        await withTable(house, { recipe, places, show }, async (table) => {
          const { chunks, rows } = await writtenPages({ ...table, pages: table.pages() }, chosen, { recipe: text })
          await (output === undefined ? toStdout(terminal, chunks) : toFile(output, chunks))
          line.clear()
          terminal.stderr.write(`${await closing(table, rows?.() ?? 0)}\n`)
        })
      } finally {
        line.clear()
      }
    })
}

/** What the table was made of, and what its sources say of passing it on. */
const closing = async ({ world, releaseId, columns }: ReleasedTable, rows: number): Promise<string> => {
  const refusal = refusalText(await loadSources(world))
  const made = `${rows} rows, ${columns.length} columns; ${clocksText(clocksOf(world))}; release ${releaseId}`
  return refusal === undefined ? made : `${made}\n${refusal}`
}
