import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NormtrailError } from '../common/error.ts'
import { systemWords } from '../common/system-words.ts'
import { withFileLock } from '../sqlite/file-lock.ts'
import { readTokens, tokensText } from './tokens-file.ts'
import type { Token } from './token.ts'
import type { TokenStore } from './token-store.ts'

/**
 * Tokens in `access.json`, which only its owner may read. A change is made under a lock, to what the file holds by
 * then, and put in its place whole; whoever has read it looks whether it is still the same file.
 */
export const tokensInFile = (file: string): TokenStore => {
  let known: { readonly version: string; readonly tokens: readonly Token[] } | undefined
  const read = (): readonly Token[] => {
    const version = versionOf(file)
    if (version === undefined) return []
    if (known?.version !== version) known = { version, tokens: readTokens(readFileSync(file, 'utf8'), file) }
    return known.tokens
  }
  const change = (work: (tokens: readonly Token[]) => readonly Token[]): Promise<void> =>
    plainly(file, () =>
      withFileLock(join(dirname(file), 'access.lock'), () => {
        const before = read()
        const after = work(before)
        if (after !== before) putInPlace(file, tokensText(after))
      }),
    )
  return {
    place: file,
    all: () => plainly(file, read),
    find: (id) => plainly(file, () => read().find((token) => token.id === id)),
    add: (token) => change((tokens) => [...tokens, token]),
    revoke: async (id) => {
      if (versionOf(file) === undefined) return undefined
      let gone: Token | undefined
      await change((tokens) => {
        gone = tokens.find((token) => token.id === id)
        return gone === undefined ? tokens : tokens.filter((token) => token !== gone)
      })
      return gone
    },
    noteUse: (id, day) =>
      change((tokens) =>
        tokens.some((token) => token.id === id && token.lastUsed !== day)
          ? tokens.map((token) => (token.id === id ? { ...token, lastUsed: day } : token))
          : tokens,
      ),
    close: async () => undefined,
  }
}

/** What changes when another file comes to stand there; undefined where there is none. */
const versionOf = (file: string): string | undefined => {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true })
  return found === undefined ? undefined : `${found.ino} ${found.mtimeNs} ${found.ctimeNs} ${found.size}`
}

/** Under another name first, onto the disk, then in its place: whoever reads sees the one or the other whole. */
const putInPlace = (file: string, text: string): void => {
  const part = `${file}.${randomBytes(6).toString('hex')}.part`
  try {
    writeFileSync(part, text, { flag: 'wx', mode: 0o600, flush: true })
    renameSync(part, file)
  } catch (thrown) {
    rmSync(part, { force: true })
    throw thrown
  }
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** What the system refuses, in plain words. */
const plainly = async <T>(file: string, work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    const why = systemWords(thrown)
    if (thrown instanceof NormtrailError || why === undefined) throw thrown
    throw new NormtrailError('unavailable', 'access-unavailable', `the tokens at ${file} cannot be used: ${why}.`, {
      hint: 'Check that this user may read and write the file and its folder.',
      cause: thrown,
    })
  }
}
