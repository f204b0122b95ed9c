import { messageOf, NormtrailError } from '../../../common/error.ts'

const codeOf = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
const typeOf = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null && 'type' in thrown ? thrown.type : undefined

/** gRPC: permission denied, unauthenticated. */
const deniedCodes = new Set<unknown>([7, 16])

/** What a server says that answers, and will not: to try again would not help. Undefined for everything else. */
export const asRefusal = (thrown: unknown, what: string): NormtrailError | undefined => {
  if (thrown instanceof NormtrailError) return undefined
  const refused = (code: string, why: string, hint: string) =>
    new NormtrailError('unavailable', code, `${what}: ${why}.`, { hint, cause: thrown })
  const said = messageOf(thrown)
  if (/SSL routines|wrong version number|packet length too long/i.test(said))
    return refused(
      'tls-refused',
      'it was asked with TLS, and the server speaks without',
      'A node without certificates wants ?tls=false at the end of the connection: esdb://localhost:2113?tls=false',
    )
  if (/self[- ]signed certificate|unable to (verify|get)[^]*certificate|certificate has expired|altnames/i.test(said))
    return refused(
      'tls-refused',
      'the certificate of the server is not trusted',
      'Name the file of the authority that signed it: ?tlsCaFile=<file> at the end of ' +
        'the connection; the host must be the one that the certificate names.',
    )
  if (typeOf(thrown) === 'access-denied' || deniedCodes.has(codeOf(thrown)))
    return refused(
      'login-refused',
      'the server does not let this user in, or not do this',
      'Check user and password in the connection, esdb://user:password@host:2113, and ' +
        'what the user may do on streams that begin with the name of the log.',
    )
  return undefined
}
