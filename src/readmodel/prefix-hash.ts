import { hash } from 'node:crypto'
import type { RecordedEvent } from '../events/envelope.ts'

/** The hash of a log that holds nothing. */
export const emptyPrefix = '0'.repeat(64)

/**
 * h(n) = SHA-256 over h(n-1) and all that the log says of the n-th event, in hexadecimal: it names a prefix of the log,
 * the same on every engine. It is not the chain that seals the log, which is over the sealed texts; the read model does
 * not hold these.
 */
export const prefixHash = (before: string, { id, type, stream, revision }: RecordedEvent, body: string): string =>
  hash('sha256', `${before}\n${id}\n${type}\n${stream}\n${revision}\n${body}`, 'hex')
