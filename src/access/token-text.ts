import { hash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a new token is known by, and the text that its holder is given once. */
export interface NewText {
  readonly id: string
  readonly text: string
}

/**
 * `nt_<id>_<secret><check>`: a name of its own, so that a scanner of sources finds one that was left there; ten digits
 * to look it up by; 32 random bytes as base64url; and a CRC-32, by which a text that was mistyped or cut off is told
 * from one that is unknown, without a look at anything kept.
 */
export const newTokenText = (): NewText => {
  const id = randomBytes(5).toString('hex')
  const unchecked = `nt_${id}_${randomBytes(32).toString('base64url')}`
  return { id, text: `${unchecked}${checkOf(unchecked)}` }
}

const shape = /^(nt_([0-9a-f]{10})_[\w-]{43})([0-9a-f]{8})$/

/** The id in the text of a token; undefined where the text is none, as one that was mistyped. */
export const idIn = (text: string): string | undefined => {
  const [, unchecked = '', id, check] = shape.exec(text) ?? []
  return check === checkOf(unchecked) ? id : undefined
}

/** What is kept of a text. */
export const digestOf = (text: string): string => hash('sha256', text, 'hex')

const checkOf = (unchecked: string): string => crc32(unchecked).toString(16).padStart(8, '0')
