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

/** Commands whose help, or whose page, lists the formats that `import` knows; `undefined` is help without a command. */
const listing: ReadonlySet<string | undefined> = new Set([undefined, 'help', 'import', 'codebook'])

/** Whether the formats that `import` knows may be listed for a command line, or are used. */
export const listsFormats = (args: readonly string[]): boolean =>
  listing.has(firstWord(args)) && (args.includes('import') || args.includes('codebook'))
