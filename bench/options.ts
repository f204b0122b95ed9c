/** What follows `--name` on the command line, else what the environment says; an empty text says nothing. */
export const option = (name: string, variable?: string): string | undefined => {
  const index = process.argv.indexOf(`--${name}`)
  const said = index < 0 ? undefined : process.argv[index + 1]
  if (index >= 0 && (said === undefined || said.startsWith('--'))) throw new Error(`--${name} needs a value`)
  const value = said ?? (variable === undefined ? undefined : process.env[variable])
  return value === '' ? undefined : value
}

/** A number above zero. */
export const numberOption = (name: string, otherwise: number): number => {
  const text = option(name)
  const value = text === undefined ? otherwise : Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new Error(`--${name} ${text}: expected a number above zero`)
}
