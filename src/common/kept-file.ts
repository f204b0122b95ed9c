import { hash } from 'node:crypto'
import { packFile, unpackFile, type Contents } from './packed-file.ts'

/** Up to which event of a log something is known, and the hash of the log up to it. */
export interface Moment {
  readonly ordinal: number
  readonly prefix: string
}

/** What was kept of a moment in a file, and of which. */
export interface KeptFile extends Pick<Contents, 'small' | 'arrays'> {
  readonly moment: Moment
}

/** Where such files are kept: what cannot be read is not there, and what cannot be written is not kept. */
export interface Keeper {
  readonly read: (name: string) => Uint8Array | undefined
  readonly write: (name: string, bytes: Uint8Array) => void
}

const nameOf = (way: string): string => hash('sha256', way, 'hex').slice(0, 16)

interface Key extends Moment {
  readonly way: string
}

/** What was kept in this way, of whatever moment; undefined where that is nothing, or damaged. */
export const readKeptFile = (keeper: Keeper | undefined, way: string): KeptFile | undefined => {
  const file = keeper?.read(nameOf(way))
  const found = file === undefined ? undefined : unpackFile(file)
  if (found === undefined) return undefined
  const { way: of, ordinal, prefix } = found.key as Key
  return of === way ? { moment: { ordinal, prefix }, small: found.small, arrays: found.arrays } : undefined
}

/** Keeps what was made of a moment, where something can be kept. */
export const writeKeptFile = (keeper: Keeper | undefined, way: string, { moment, small, arrays }: KeptFile): void => {
  const key: Key = { way, ordinal: moment.ordinal, prefix: moment.prefix }
  keeper?.write(nameOf(way), packFile({ key, small, arrays }))
}
