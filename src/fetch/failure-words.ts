import { messageOf } from '../common/error.ts'

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens at that address',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_CONNECT_TIMEOUT: 'no connection within the time',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is shorter than it says',
  ENOTFOUND: 'no such host is known',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  EHOSTUNREACH: 'no way leads to the host',
  ENETUNREACH: 'there is no network',
  CERT_HAS_EXPIRED: 'the certificate of the server has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate of the server is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate of the server is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate of the server is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of the server is for another host',
}

/** Why a request failed, by the innermost cause: `fetch failed` by itself tells nobody anything. */
export const failureWords = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return messageOf(thrown)
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const known = words[code]
  if (known !== undefined) return known
  return thrown.cause === undefined ? messageOf(thrown) : failureWords(thrown.cause)
}
