import type { Command } from 'commander'
import type { CliContext } from '../../context/cli-context.ts'
import { helpAlone } from '../../context/own-options.ts'
import { exportInitCommand } from './export-init.ts'
import { exportNetworkCommands } from './export-network.ts'
import { exportPackageCommand } from './export-package.ts'
import { exportTableCommand } from './export-table.ts'
import { exportVerifyCommand } from './export-verify.ts'

/** `export`: tables by recipe, what is made of them, and networks. */
export const exportCommands = (program: Command, house: CliContext): void => {
  const group = helpAlone(program.command('export')).description('Tables by recipe, and networks, for other programs.')
  for (const add of [
    exportInitCommand,
    exportTableCommand,
    exportPackageCommand,
    exportVerifyCommand,
    exportNetworkCommands,
  ])
    add(group, house)
}
