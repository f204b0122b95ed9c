/** Flags of the program that take a value, which is no command. */
const withValue: ReadonlySet<string> = new Set(['--data', '--log', '--read', '--log-name'])

/** The command that a command line names; undefined where another flag stands before it, or there is none. */
export const firstWord = (args: readonly string[]): string | undefined => {
  const [first, ...rest] = args
  if (first === undefined || !first.startsWith('-')) return first
  if (withValue.has(first)) return firstWord(rest.slice(1))
  const [name = ''] = first.split('=', 1)
  return withValue.has(name) ? firstWord(rest) : undefined
}
