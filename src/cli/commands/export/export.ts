import type { Command } from 'commander'
import type { CliContext } from '../../context/cli-context.ts'
import { exportInitCommand } from './export-init.ts'
import { exportTableCommand } from './export-table.ts'

/** `export`: tables by recipe, and what is made of them. */
export const exportCommands = (program: Command, house: CliContext): void => {
  const group = program.command('export').description('Tables by recipe, to be fed to R, Python and SQL.')
  for (const add of [exportInitCommand, exportTableCommand]) add(group, house)
}
