import { messageOf, NormtrailError } from '../error.ts'

/**
 * Works on files one by one, each a commit of its own. Where one fails, the error says also which are in and which are not: those before it stay.
 */
export const oneByOne = async <T extends { readonly file: string }, R>(
  files: readonly T[],
  dryRun: boolean,
  work: (file: T) => Promise<R>,
): Promise<readonly R[]> => {
  const done: R[] = []
  for (const file of files) {
    try {
      done.push(await work(file))
    } catch (thrown) {
      if (files.length === 1) throw thrown
      throw withStanding(thrown, standing(files, done.length, dryRun))
    }
  }
  return done
}

const standing = (files: readonly { readonly file: string }[], done: number, dryRun: boolean): string => {
  const namesOf = (some: typeof files) => (some.length === 0 ? 'none' : some.map(({ file }) => file).join(', '))
  const [before, after] = dryRun ? ['Checked', 'Not checked to the end'] : ['In the log', 'Not in it']
  return `${before}: ${namesOf(files.slice(0, done))}.\n  ${after}: ${namesOf(files.slice(done))}.`
}

const withStanding = (thrown: unknown, words: string): Error => {
  if (!(thrown instanceof NormtrailError)) return new Error(`${messageOf(thrown)}\n  ${words}`, { cause: thrown })
  const { code, message, where } = thrown
  return new NormtrailError(thrown.class, code, message, {
    ...(where !== undefined && { where }),
    hint: thrown.hint === undefined ? words : `${thrown.hint}\n  ${words}`,
    cause: thrown,
  })
}
