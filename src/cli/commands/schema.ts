import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import { lineSchemaOf, lineText, typesText } from '../../events/described/describe.ts'
import { catalogue, definitionOf, isSaidByNormtrail } from '../../events/registry.ts'
import type { CliContext } from '../context/cli-context.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `schema [type]`: what `append` takes. It opens no log. */
export const schemaCommand = (program: Command, { terminal }: CliContext): void => {
  const command = program
    .command('schema')
    .description('What an event of a type takes: every field, and a line that can be appended as it is.')
    .argument('[type]', 'an event type, such as TreatyRatified; without it, all types by family')
    .option(...reportFormat)
    .addHelpText('after', '\nWith --format json: the JSON Schema of the line.')
    .action(async (type: string | undefined) => {
      const { format } = command.optsWithGlobals<{ format: string }>()
      checkReportFormat(format)
      if (type === undefined) {
        const types = [...catalogue.values()].filter((one) => !isSaidByNormtrail(one))
        const report = types.map(({ type: name, family, means }) => ({ type: name, families: [family].flat(), means }))
        return printReport(terminal, format, { types: report }, typesText(types))
      }
      const definition = definitionOf(type)
      if (isSaidByNormtrail(definition))
        throw badInput('bad-event', `${type} is said by normtrail alone, of its own log.`)
      return printReport(terminal, format, lineSchemaOf(definition), lineText(definition))
    })
}
