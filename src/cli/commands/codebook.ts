import type { Command } from 'commander'
import { codebookOf } from '../../exports/codebook.ts'
import type { House } from '../house.ts'
import { toStdout } from '../output.ts'

/** `codebook`: what the columns of all tables mean, as Markdown. */
export const codebookCommand = (program: Command, { questions, terminal }: House): void => {
  program
    .command('codebook')
    .description('What every column of every table means, its type and what an empty cell says, as Markdown.')
    .action(() => toStdout(terminal, [codebookOf(questions)]))
}
