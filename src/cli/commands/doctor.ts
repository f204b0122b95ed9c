import type { Command } from 'commander'
import { examine } from '../../workspace/doctor.ts'
import { NormtrailError } from '../../common/error.ts'
import { settingsOf, type Places } from '../../workspace/settings.ts'
import type { CliContext } from '../context/cli-context.ts'
import { asTyped } from '../context/field-labels.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `doctor`: whether everything that normtrail stands on is well, and what to do where it is not. */
export const doctorCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('doctor')
    .description('Checks connections, versions, clocks and lag, and says what to do.')
    .option(...reportFormat)
    .action(async () => {
      const { format, ...places } = command.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const checks = await examine(settingsOf(places, house.terminal.env))
      const lines = checks.flatMap(({ what, well, says, todo }) => [
        `${well ? 'well' : 'ILL '}  ${what.padEnd(10)} ${says}`,
        ...(todo === undefined ? [] : [`                 ${todo}`]),
      ])
      await printReport(house.terminal, format, { checks }, asTyped(lines.join('\n')))
      const ill = checks.filter(({ well }) => !well).length
      if (ill > 0)
        throw new NormtrailError(
          'check-failed',
          'not-well',
          `${ill} of ${checks.length} checks ${ill === 1 ? 'is' : 'are'} not well.`,
        )
    })
}
