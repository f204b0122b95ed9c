import { messageOf, NormtrailError } from '../../common/error.ts'

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''

interface Refusal {
  readonly code: string
  readonly hint: string
}

const rights: Refusal = {
  code: 'no-rights',
  hint: 'The user needs CREATE on the database, and what it made must be its own: GRANT CREATE ON DATABASE … TO …',
}
const login: Refusal = {
  code: 'login-refused',
  hint:
    'Check user and password in the connection: ' +
    'postgres://user:password@host:5432/database. A server that asks for TLS wants ' +
    '?sslmode=require at its end.',
}
const certificate: Refusal = {
  code: 'tls-refused',
  hint:
    'Name the authority that signed the certificate of the server: ?sslrootcert=<file> at ' +
    'the end of the connection; the host must be the one that the certificate names.',
}
const full: Refusal = {
  code: 'write-failed',
  hint: 'Make room on the disk of PostgreSQL. The log is elsewhere, and whole.',
}

/** What a server says that answers, and will not. */
const refusals: Readonly<Record<string, Refusal>> = {
  '28P01': login,
  '28000': login,
  '3D000': {
    code: 'no-such-database',
    hint: 'Make it: CREATE DATABASE …, or name another at the end of the connection.',
  },
  '42501': rights,
  '53100': full,
  '25006': { code: 'read-only', hint: 'It is a standby, or set to be read only: name the server that takes writes.' },
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  CERT_HAS_EXPIRED: certificate,
  ERR_TLS_CERT_ALTNAME_INVALID: certificate,
}

/** Of its own errors `pg` gives no code. */
const spoken: readonly (readonly [RegExp, Refusal])[] = [
  [
    /does not support SSL connections/,
    {
      code: 'tls-refused',
      hint: 'The server speaks without TLS: leave sslmode out of the connection, or set it up for TLS.',
    },
  ],
  [/password must be a string|no password/i, login],
]

/** Tables that are not as they were made, and pages that cannot be read. */
const damage = new Set(['42P01', '42P07', '42703', '3F000', 'XX001', 'XX002'])

/**
 * What was thrown, where the server itself said no, in the words of the house; undefined for everything else. `server`
 * is host, port and database.
 */
export const asRefusal = (thrown: unknown, server: string): NormtrailError | undefined => {
  const code = codeOf(thrown)
  if (damage.has(code))
    return new NormtrailError(
      'check-failed',
      'read-model-damaged',
      `the read model at ${server} is damaged: ${messageOf(thrown)}.`,
      { hint: 'The log is elsewhere: `rebuild` makes the read model anew from it.', cause: thrown },
    )
  const refusal = refusals[code] ?? spoken.find(([words]) => words.test(messageOf(thrown)))?.[1]
  if (refusal === undefined) return undefined
  const message = `the read model at ${server} refuses: ${messageOf(thrown)}.`
  return new NormtrailError('unavailable', refusal.code, message, { hint: refusal.hint, cause: thrown })
}
