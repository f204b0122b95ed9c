import type { Token } from './token.ts'

/**
 * Where tokens are kept. Several processes may use it at once: what one makes or revokes, all others know within two
 * seconds, without being started again.
 */
export interface TokenStore {
  /** A file or a database, for messages; without a password. */
  readonly place: string
  /** In the order in which they were made. */
  readonly all: () => Promise<readonly Token[]>
  readonly find: (id: string) => Promise<Token | undefined>
  readonly add: (token: Token) => Promise<void>
  /** Gives the token that was revoked; undefined where none has this id. */
  readonly revoke: (id: string) => Promise<Token | undefined>
  /** Notes the day on which one was last used; nothing where it is no longer there. */
  readonly noteUse: (id: string, day: string) => Promise<void>
  readonly close: () => Promise<void>
}
