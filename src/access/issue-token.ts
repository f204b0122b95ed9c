import { badInput } from '../common/error.ts'
import { closest } from '../common/closest.ts'
import { printable } from '../text/printable.ts'
import { formatDay, parseDay, type Day } from '../time/day.ts'
import { isScope, scopes as allScopes, type Scope } from './scope.ts'
import { digestOf, newTokenText } from './token-text.ts'
import type { Token } from './token.ts'
import type { TokenStore } from './token-store.ts'

/** What is asked for, as somebody typed it. */
export interface TokenWish {
  readonly scopes: readonly string[]
  readonly name: string
  /** The last day on which it is good: `2027-12-31`. */
  readonly expires?: string | undefined
}

export interface Issued {
  readonly token: Token
  /** What its holder sends. It is kept nowhere. */
  readonly text: string
}

const longestName = 200

/** Makes a token and keeps what is known of it. Throws `bad-scope`, `bad-name`, `bad-expiry`, `bad-date`. */
export const issueToken = async (store: TokenStore, wish: TokenWish, now: Date): Promise<Issued> => {
  const scopes = readScopes(wish.scopes)
  const name = readName(wish.name)
  const expires = wish.expires === undefined ? undefined : readExpiry(wish.expires, now)
  const { id, text } = newTokenText()
  const token: Token = {
    id,
    name,
    scopes,
    digest: digestOf(text),
    created: now.toISOString(),
    ...(expires !== undefined && { expires }),
  }
  await store.add(token)
  return { token, text }
}

/** In the order of the house, each once. */
const readScopes = (given: readonly string[]): readonly Scope[] => {
  const wrong = given.find((text) => !isScope(text))
  if (wrong !== undefined)
    throw badInput('bad-scope', `"${wrong}" is no scope. Expected some of: ${allScopes.join(', ')}.`, {
      hint: closest(wrong, allScopes, 1)
        .map((near) => `Closest: ${near}.`)
        .join(''),
    })
  if (given.length === 0) throw badInput('bad-scope', `no scope was given. Expected some of: ${allScopes.join(', ')}.`)
  return allScopes.filter((scope) => given.includes(scope))
}

/** A name stands beside what is recorded with the token, so it has to be one that can be read. */
const readName = (given: string): string => {
  const name = given.trim()
  if (name === '' || name.length > longestName || printable(name) !== name || /\p{Cs}/u.test(name))
    throw badInput(
      'bad-name',
      `"${printable(given.slice(0, longestName))}" cannot name who holds a token. ` +
        `Expected 1 to ${longestName} characters that can be printed.`,
    )
  return name
}

const readExpiry = (given: string, now: Date): string => {
  const day = parseDay(given)
  const today = Math.floor(now.getTime() / 86_400_000) as Day
  if (day < today)
    throw badInput('bad-expiry', `${given} is past: the token would be good on no day. Expected today or later.`)
  return formatDay(day)
}
