import { Argument, Option, type Command } from 'commander'
import { fieldsOf, type Field } from '../../queries/question/fields.ts'
import { columnInWords } from '../../exports/codebook.ts'
import { formatsOf } from '../../exports/format.ts'
import type { Question } from '../../queries/question/question.ts'
import { answerCommand } from './answer-command.ts'
import type { Given } from '../../queries/question/given.ts'
import type { Places } from '../../workspace/settings.ts'
import type { CliContext } from '../context/cli-context.ts'
import { helpAlone, ownOptions } from '../context/own-options.ts'
import { asTyped } from '../context/field-labels.ts'

/** Adds the command of one question, which answers it. */
export const addQuestion = (program: Command, question: Question, house: CliContext): void => {
  const formats = `${formatsOf(question).join(', ')} (default: that of the file, else ${question.format ?? 'text'})`
  const command = questionCommand(
    program,
    question,
    house.questions,
    (given, options) => answerCommand(house, question, given, options),
    formats,
  ).option('--output <file>', 'writes to a file instead of the terminal')
  if (question.passesOn !== undefined) command.addOption(mayRedistribute())
  command.addHelpText('after', (context) => columnsHelp(question, context.command))
}

/** For what holds values as sources published them. */
export const mayRedistribute = (): Option =>
  new Option(
    '--i-may-redistribute',
    'passes on, as they came, values of sources that forbid it: you have the right; else they are refused by name',
  )

/** A command that takes what a question takes: positional arguments, one flag a field, the two clocks, a format. */
export const questionCommand = <O extends Places & { readonly format?: string }>(
  parent: Command,
  question: Question,
  questions: readonly Question[],
  act: (given: Given, options: O) => Promise<void>,
  formats: string | undefined,
): Command => {
  const fields = fieldsOf(question)
  const command = commandFor(parent, question.name.split(' '), questions).description(question.asks)
  const described = fields.map((field) => ({ ...field, description: asTyped(field.description, question) }))
  for (const field of described) if (field.positional) command.addArgument(argumentOf(field))
  for (const field of described) if (!field.positional) command.addOption(optionOf(field))
  // Known only to be refused with the reason.
  if (question.withoutRivals !== undefined)
    command.addOption(new Option('--sources <list>', question.withoutRivals).hideHelp())
  command
    .option('--as-of <date>', 'the day the answer is about, YYYY-MM-DD (default: today)')
    .option(
      '--as-known-at <instant>',
      'what the log knew then: an instant, or the end of a day (default: all it knows)',
    )
    .action((...passed: unknown[]) => act(givenOf(fields, passed, command), command.optsWithGlobals()))
  return formats === undefined ? command : command.option('--format <format>', formats)
}

/** `panel status` is the command `status` of the command `panel`, which is made on the way. */
const commandFor = (parent: Command, words: readonly string[], questions: readonly Question[]): Command => {
  const [word = '', ...rest] = words
  const known = parent.commands.find((command) => command.name() === word)
  const command = known ?? helpAlone(parent.command(word))
  if (rest.length === 0) return command
  if (known === undefined)
    command.description(
      questions
        .filter(({ name }) => ` ${name}`.includes(` ${word} `))
        .map(({ name }) => name.slice(` ${name}`.indexOf(` ${word} `) + word.length + 1))
        .join(', '),
    )
  return commandFor(command, rest, questions)
}

const argumentOf = ({ kebab, required, description }: Field): Argument =>
  new Argument(required ? `<${kebab}>` : `[${kebab}]`, description)

const optionOf = ({ kebab, isFlag, description, choices, fallback, required }: Field): Option => {
  const notes = [
    ...(choices.length > 0 ? [choices.join(', ')] : []),
    ...(fallback !== undefined && !isFlag ? [`default: ${String(fallback)}`] : []),
    ...(required ? ['required'] : []),
  ]
  return new Option(
    isFlag ? `--${kebab}` : `--${kebab} <${valueWord(kebab)}>`,
    notes.length === 0 ? description : `${description} (${notes.join('; ')})`,
  )
}

const valueWord = (kebab: string): string => kebab.split('-').at(-1) ?? 'value'

const givenOf = (fields: readonly Field[], passed: readonly unknown[], command: Command): Given => {
  const positional = fields
    .filter((field) => field.positional)
    .map(({ name }, index) => [name, passed[index] as string | undefined])
  return { ...ownOptions<Record<string, string | boolean>>(command), ...Object.fromEntries(positional) }
}

/** The columns of the table, in the shape of commander's own lists. */
const columnsHelp = ({ table }: Question, command: Command): string => {
  if (table === undefined) return ''
  const help = command.createHelp()
  const width = Math.max(...table.columns.map(({ name }) => name.length))
  const lines = table.columns.map((column) => help.formatItem(column.name, width, columnInWords(column), help))
  return `\nColumns of its table:${table.note === undefined ? '' : `\n  ${table.note}`}\n${lines.join('\n')}`
}
