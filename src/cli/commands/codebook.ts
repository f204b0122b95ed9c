import type { Command } from 'commander'
import { codebookOf } from '../../exports/codebook.ts'
import type { House } from '../context/cli-context.ts'
import { importers } from '../../sources/index.ts'
import { sourcesPage } from '../../sources/importer/page.ts'
import { toStdout } from '../context/output.ts'

/** `codebook`: what the columns of all tables mean, as Markdown; or where each dataset is to be had. */
export const codebookCommand = (program: Command, { questions, terminal }: House): void => {
  program
    .command('codebook')
    .description('What every column of every table means, its type and what an empty cell says, as Markdown.')
    .option('--sources', 'the datasets instead: where to download each, on which terms, what it covers, how to cite it')
    .action(({ sources = false }: { sources?: boolean }) =>
      toStdout(terminal, [sources ? sourcesPage(importers) : codebookOf(questions)]),
    )
}
