import type { Scope } from './scope.ts'

/** What is kept of a token: never its secret, which only its holder has. */
export interface Token {
  /** The middle of its text, by which it is looked up and revoked. */
  readonly id: string
  /** Who holds it: stands beside what is recorded with it. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** The SHA-256 of its text, in hexadecimal digits. The secret in it has 256 bits: no slower digest is needed. */
  readonly digest: string
  /** An instant in UTC. */
  readonly created: string
  /** The last day, in UTC, on which it is good: `2027-12-31`. */
  readonly expires?: string
  /** The last day, in UTC, on which it was used. */
  readonly lastUsed?: string
}
