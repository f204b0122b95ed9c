import { timingSafeEqual } from 'node:crypto'
import { digestOf, idIn } from './token-text.ts'
import type { Token } from './token.ts'
import type { TokenStore } from './token-store.ts'

/** A good token, or why a text is none. */
export type Checked = { readonly token: Token } | { readonly refused: 'mistyped' | 'unknown' | 'expired' }

/** Looks a text up: by its id, then by its digest, in a time that tells nothing of how much of it was right. */
export const checkToken = async ({ find }: Pick<TokenStore, 'find'>, text: string, today: string): Promise<Checked> => {
  const id = idIn(text)
  if (id === undefined) return { refused: 'mistyped' }
  const token = await find(id)
  if (token === undefined || !isSame(token.digest, digestOf(text))) return { refused: 'unknown' }
  return hasExpired(token, today) ? { refused: 'expired' } : { token }
}

/** Whether the last day of a token is past. */
export const hasExpired = ({ expires }: Pick<Token, 'expires'>, today: string): boolean =>
  expires !== undefined && expires < today

const isSame = (kept: string, given: string): boolean => {
  const [a, b] = [Buffer.from(kept, 'hex'), Buffer.from(given, 'hex')]
  return a.length === b.length && timingSafeEqual(a, b)
}
