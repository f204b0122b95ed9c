import { Command } from 'commander'
import { version } from '../package/version.ts'
import { appendCommand } from './commands/append.ts'
import { citeCommand } from './commands/cite.ts'
import { codebookCommand } from './commands/codebook.ts'
import { correctCommands } from './commands/correct.ts'
import { doctorCommand } from './commands/doctor.ts'
import { exportCommands } from './commands/export/export.ts'
import { fetchCommand } from './commands/fetch.ts'
import { importCommand } from './commands/import.ts'
import { logCommand } from './commands/log.ts'
import { projectorCommand } from './commands/projector.ts'
import { proposalsCommands } from './commands/proposals.ts'
import { rebuildCommand } from './commands/rebuild.ts'
import { schemaCommand } from './commands/schema.ts'
import { serveCommand } from './commands/serve.ts'
import { tokenCommands } from './commands/token.ts'
import { verifyCommand } from './commands/verify.ts'
import { exitCodes } from './context/exit.ts'
import type { CliContext } from './context/cli-context.ts'
import { addQuestion } from './commands/question-command.ts'

const about =
  'The audit trail of international norms: what states did, what was true on any date, as known on any date, and why.'

/** The whole command line. Errors are thrown, so that one place says what they mean to a shell. */
export const programOf = (house: CliContext): Command => {
  const { stdout, stderr } = house.terminal
  const program = new Command('normtrail')
    .description(about)
    .version(version)
    .option('--data <folder>', 'where the log and its read model are (environment: NORMTRAIL_DATA; default: ./data)')
    .option(
      '--log <place>',
      'the log: sqlite:<file> or esdb://… (environment: NORMTRAIL_LOG; default: in the data folder)',
    )
    .option(
      '--read <place>',
      'the read model: sqlite:<file> or postgres://… (environment: NORMTRAIL_READ; default: in the data folder)',
    )
    .option(
      '--log-name <name>',
      'sets several logs on one server apart (environment: NORMTRAIL_LOG_NAME; default: main)',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => {},
    })
    .configureHelp({ showGlobalOptions: true })
  program.addHelpText('after', `\n${exitCodes}`)
  program.commandsGroup('Recording:')
  for (const add of [appendCommand, schemaCommand, correctCommands, importCommand, fetchCommand]) add(program, house)
  program.commandsGroup('Asking:')
  for (const question of house.questions) addQuestion(program, question, house)
  proposalsCommands(program, house)
  exportCommands(program, house)
  citeCommand(program, house)
  codebookCommand(program, house)
  program.commandsGroup('Keeping:')
  for (const add of [
    rebuildCommand,
    verifyCommand,
    doctorCommand,
    logCommand,
    projectorCommand,
    serveCommand,
    tokenCommands,
  ])
    add(program, house)
  program.addHelpCommand(
    new Command('help').argument('[command]').description('What a command does, and its flags.').helpGroup('Keeping:'),
  )
  return program
}
