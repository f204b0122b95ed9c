import type { Command } from 'commander'

const preface = `# Commands

Every command of \`normtrail\`, with all that it takes: made from the command line itself, as
\`normtrail <command> --help\` is. [ask.md](ask.md) and [record.md](record.md) say what to do with them;
[codebook.md](codebook.md) what the columns of each table mean.
`

/** The command before a question that takes what the question takes: listed once, not once more for every question. */
const takesAQuestion = 'cite'

const asListed = (text: string): string => text.replaceAll('<', String.raw`\<`)

const item = (term: string, description: string): string =>
  `- \`${term}\`${description === '' ? '' : `: ${asListed(description)}`}`

const optionsOf = (command: Command): readonly string[] => {
  const help = command.createHelp()
  return help
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((option) => item(help.optionTerm(option), help.optionDescription(option)))
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`

/** A command that does something by itself; one that only holds others is told by them. */
const sectionOf = (command: Command): string => {
  const help = command.createHelp()
  const named = command.registeredArguments.map((argument) => help.argumentTerm(argument))
  const terms = command.registeredArguments.map(({ required, variadic }, index) => {
    const word = `${named[index]}${variadic ? '...' : ''}`
    return required ? `<${word}>` : `[${word}]`
  })
  const lines = [
    ...command.registeredArguments.map((argument, index) =>
      item(terms[index] ?? '', help.argumentDescription(argument)),
    ),
    ...optionsOf(command),
  ]
  return [
    `### ${pathOf(command).replace(/^\S+ /, '')}`,
    `\`${[pathOf(command), ...terms].join(' ')}\``,
    asListed(command.description()),
    ...(command.name() === takesAQuestion
      ? ['Takes any of the questions, with what that one takes, and `--format`.']
      : []),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ].join('\n\n')
}

const sectionsBelow = (command: Command): readonly string[] => {
  const holdsOnly = command.commands.length > 0 && command.options.length === 0 && command.name() !== takesAQuestion
  return [
    ...(holdsOnly ? [] : [sectionOf(command)]),
    ...(command.name() === takesAQuestion ? [] : command.commands.flatMap(sectionsBelow)),
  ]
}

/** A page on every command and option, in the order and the groups of the help, as Markdown: `docs/cli.md`. */
export const commandsPage = (program: Command): string => {
  const groups = [...new Set(program.commands.map((command) => command.helpGroup()))]
  return [
    preface.trimEnd(),
    `## What every command takes\n\n${optionsOf(program).join('\n')}`,
    ...groups.flatMap((group) => [
      `## ${group.replace(/:$/, '')}`,
      ...program.commands.filter((command) => command.helpGroup() === group).flatMap(sectionsBelow),
    ]),
    '',
  ].join('\n\n')
}
