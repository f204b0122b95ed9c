import { messageOf, NormtrailError } from '../../common/error.ts'

/**
 * Works on files one by one, each a commit of its own. Where one fails, the error says also which are in and which are
 * not: those before it stay. `before` is what went in ahead of them.
 */
export const oneByOne = async <T extends { readonly file: string }, R>(
  files: readonly T[],
  { dryRun, before = [] }: { readonly dryRun: boolean; readonly before?: readonly string[] },
  work: (file: T) => Promise<R>,
): Promise<readonly R[]> => {
  const done: R[] = []
  for (const file of files) {
    try {
      done.push(await work(file))
    } catch (thrown) {
      if (files.length + before.length === 1) throw thrown
      const names = files.map((one) => one.file)
      const inside = [...before, ...names.slice(0, done.length)]
      throw withStanding(thrown, standing(inside, names.slice(done.length), dryRun))
    }
  }
  return done
}

const standing = (inside: readonly string[], outside: readonly string[], dryRun: boolean): string => {
  const named = (names: readonly string[]) => names.join(', ') || 'none'
  const [before, after] = dryRun ? ['Checked', 'Not checked to the end'] : ['In the log', 'Not in it']
  return `${before}: ${named(inside)}.\n  ${after}: ${named(outside)}.`
}

/** The same error, which says besides where that leaves the log. */
export const withStanding = (thrown: unknown, words: string): Error => {
  if (!(thrown instanceof NormtrailError)) return new Error(`${messageOf(thrown)}\n  ${words}`, { cause: thrown })
  const { code, message, where } = thrown
  return new NormtrailError(thrown.class, code, message, {
    ...(where !== undefined && { where }),
    hint: thrown.hint === undefined ? words : `${thrown.hint}\n  ${words}`,
    cause: thrown,
  })
}
