import type { Command } from 'commander'
import { badInput } from '../../../common/error.ts'
import { designs, starterOf } from '../../../queries/recipes/starters.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { toFile, toStdout } from '../../context/output.ts'

const designsText = designs.map(({ id, says }) => `  ${id.padEnd(16)}${says}`).join('\n')

/** `export init <design>`: a recipe to begin from. It opens no log. */
export const exportInitCommand = (group: Command, { terminal }: CliContext): void => {
  const command = group
    .command('init')
    .description('Writes a recipe to begin from, with remarks on what each part does.')
    .argument('<design>', designs.map(({ id }) => id).join(', '))
    .option('--output <file>', 'writes to a file instead of the terminal')
    .addHelpText('after', `\nDesigns:\n${designsText}`)
    .action(async (design: string) => {
      const { output } = command.opts<{ output?: string }>()
      const starter = starterOf(design)
      if (starter === undefined)
        throw badInput('bad-input', `"${design}" is no design.`, {
          where: '<design>',
          hint: `Expected one of: ${designs.map(({ id }) => id).join(', ')}.`,
        })
      const text = [`${JSON.stringify(starter, null, 2)}\n`]
      await (output === undefined ? toStdout(terminal, text) : toFile(output, text))
    })
}
