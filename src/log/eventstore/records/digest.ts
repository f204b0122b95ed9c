import { hash } from 'node:crypto'

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** What the digest of a commit takes of each of its events, in order: its id, its place, and both its texts. */
export const digestLine = (
  stream: string,
  revision: number,
  event: { id: string; header: string; data: string },
): string => `${JSON.stringify([event.id, stream, revision])} ${sha256(event.header)} ${sha256(event.data)}\n`
