import type { TokenStore } from '../../access/token-store.ts'

/** Who may ask, from where, and how much of it. */
export interface AccessSettings {
  /** Undefined where nobody has a token. */
  readonly tokens?: Pick<TokenStore, 'find' | 'noteUse'> | undefined
  /** Whether reading wants no token. */
  readonly openReading: boolean
  /**
   * The names under which a browser may reach the server; undefined where any will do. Addresses of this machine and
   * `localhost` are always among them.
   */
  readonly hosts: readonly string[] | undefined
  /** Origins whose pages may read the answers; `*` are all. */
  readonly cors: readonly string[]
  /** Whether browsers reach it by HTTPS alone. */
  readonly https: boolean
  /** The proxies whose word is taken for where a request came from: how many, or which addresses. */
  readonly trustedProxies: number | readonly string[]
  /** How many requests a minute a token may make, or an address without one; 0 where nobody counts them. */
  readonly perMinute: number
  /** How many bytes a request may bring. */
  readonly bodyLimit: number
}

/** For whoever asks on this machine alone. */
export const accessOnThisMachine: AccessSettings = {
  openReading: true,
  hosts: [],
  cors: [],
  https: false,
  trustedProxies: 0,
  perMinute: 0,
  bodyLimit: 64 * 1024 * 1024,
}
