import { Argument, Option, type Command } from 'commander'
import { fieldsOf, type Field } from '../queries/fields.ts'
import { formatsOf } from '../exports/format.ts'
import type { Question } from '../queries/question.ts'
import { answerCommand } from './answer-command.ts'
import type { House } from './house.ts'

/** Adds the command of one question: positional arguments, one flag a field, the two clocks, the formats. */
export const addQuestion = (program: Command, question: Question, house: House): void => {
  const fields = fieldsOf(question)
  const command = commandFor(program, question.name.split(' '), house).description(question.asks)
  for (const field of fields) if (field.positional) command.addArgument(argumentOf(field))
  for (const field of fields) if (!field.positional) command.addOption(optionOf(field))
  command
    .option('--as-of <date>', 'the day the answer is about, YYYY-MM-DD (default: today)')
    .option('--as-known-at <instant>', 'what the log knew then: an instant, or the end of a day (default: all it knows)')
    .option('--format <format>', `${formatsOf(question).join(', ')} (default: that of the file, else ${question.format ?? 'text'})`)
    .option('--output <file>', 'writes to a file instead of the terminal')
    .action((...passed: unknown[]) => answerCommand(house, question, givenOf(fields, passed, command), command.optsWithGlobals()))
}

/** `panel status` is the command `status` of the command `panel`, which is made on the way. */
const commandFor = (parent: Command, words: readonly string[], house: House): Command => {
  const [word = '', ...rest] = words
  const known = parent.commands.find((command) => command.name() === word)
  const command = known ?? parent.command(word)
  if (rest.length === 0) return command
  if (known === undefined) command.description(house.questions.filter(({ name }) => name.startsWith(`${word} `)).map(({ name }) => name.slice(word.length + 1)).join(', '))
  return commandFor(command, rest, house)
}

const argumentOf = ({ kebab, required, description }: Field): Argument => new Argument(required ? `<${kebab}>` : `[${kebab}]`, description)

const optionOf = ({ kebab, isFlag, description, choices, fallback, required }: Field): Option => {
  const notes = [
    ...(choices.length > 0 ? [choices.join(', ')] : []),
    ...(fallback !== undefined && !isFlag ? [`default: ${String(fallback)}`] : []),
    ...(required ? ['required'] : []),
  ]
  return new Option(isFlag ? `--${kebab}` : `--${kebab} <${valueWord(kebab)}>`, notes.length === 0 ? description : `${description} (${notes.join('; ')})`)
}

const valueWord = (kebab: string): string => kebab.split('-').at(-1) ?? 'value'

const givenOf = (fields: readonly Field[], passed: readonly unknown[], command: Command): Readonly<Record<string, string | boolean | undefined>> => {
  const positional = fields.filter((field) => field.positional).map(({ name }, index) => [name, passed[index] as string | undefined])
  return { ...command.opts<Record<string, string | boolean>>(), ...Object.fromEntries(positional) }
}
