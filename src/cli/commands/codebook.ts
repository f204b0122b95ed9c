import type { Command } from 'commander'
import type { CliContext } from '../context/cli-context.ts'
import { commandsPage } from '../context/commands-page.ts'
import { toStdout } from '../context/output.ts'

interface Options {
  readonly sources?: boolean
  readonly commands?: boolean
  readonly events?: boolean
  readonly openapi?: boolean
  readonly recipes?: boolean
}

/** `codebook`: what the columns of all tables mean, as Markdown; or another page that is made from definitions. */
export const codebookCommand = (program: Command, { questions, networks = [], terminal }: CliContext): void => {
  /** A page names the release alone; only a server is of one build. */
  const openApi = async (): Promise<string> => {
    const { openApiOf } = await import('../../http/openapi/document.ts')
    const { openapi, info, ...rest } = openApiOf(questions)
    const [release = ''] = info.version.split('+')
    return `${JSON.stringify({ openapi, info: { ...info, version: release }, ...rest }, null, 2)}\n`
  }
  const pageOf = async (options: Options): Promise<string> => {
    if (options.sources === true) return datasetsPage()
    if (options.commands === true) return commandsPage(program)
    if (options.events === true) return eventTypesPage()
    if (options.openapi === true) return openApi()
    if (options.recipes === true) return recipesPage()
    return (await import('../../exports/codebook.ts')).codebookOf([...questions, ...networks])
  }
  program
    .command('codebook')
    .description('What every column of every table means, its type and what an empty cell says, as Markdown.')
    .option('--sources', 'the datasets instead: where to download each, on which terms, what it covers, how to cite it')
    .option('--commands', 'the commands instead: every one, with all that it takes')
    .option('--events', 'the event types instead: every one, with its fields')
    .option('--openapi', 'the OpenAPI document of the questions over HTTP instead, as JSON')
    .option('--recipes', 'the JSON Schema of recipes instead, for editors')
    .action(async (options: Options) => toStdout(terminal, [await pageOf(options)]))
}

// What a page is made from is loaded when the page is asked for: no other command needs it.

const datasetsPage = async (): Promise<string> => {
  const { importers } = await import('../../sources/index.ts')
  return (await import('../../sources/importer/page.ts')).sourcesPage(importers)
}

const eventTypesPage = async (): Promise<string> => {
  const { catalogue } = await import('../../events/registry.ts')
  return (await import('../../events/described/events-page.ts')).eventsPage([...catalogue.values()])
}

const recipesPage = async (): Promise<string> => {
  const { recipeSchema } = await import('../../queries/recipes/recipe-schema.ts')
  return `${JSON.stringify(recipeSchema(), null, 2)}\n`
}
