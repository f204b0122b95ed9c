import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'

/**
 * What was given to a command that stands below another one: `proposals agreement` below `proposals`. The upper one
 * reads whatever it knows, before and after the second word; the lower one takes that over as its own, and refuses what
 * it does not know itself.
 */
export const ownOptions = <O extends object>(command: Command): O => {
  const { parent } = command
  const known = new Set(command.options.map((option) => option.attributeName()))
  const above = parent === null || parent.parent === null ? undefined : parent
  const stray = Object.keys(above?.opts() ?? {}).find(
    (name) => !known.has(name) && above?.getOptionValueSource(name) === 'cli',
  )
  if (stray !== undefined) {
    const flag = above?.options.find((option) => option.attributeName() === stray)?.long ?? stray
    throw badInput('bad-usage', `unknown option '${flag}'.`, {
      hint: `\`${pathOf(command)} --help\` lists what it takes.`,
    })
  }
  return { ...command.opts(), ...above?.opts() } as O
}

/**
 * The help of such a command: its own options and those of the program, not those that only the upper command knows.
 */
export const helpAlone = (command: Command): Command =>
  command.configureHelp({
    showGlobalOptions: true,
    visibleGlobalOptions: ({ parent }) => (parent === null ? [] : [...rootOf(parent).options]),
  })

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent))

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`
