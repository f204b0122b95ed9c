import { hash } from 'node:crypto'

/** What can be kept in a file as it stands in memory. */
export type Packed = Uint8Array | Int32Array | Uint32Array

/** Arrays by name, and whatever else is small, as plain data. */
export interface Contents {
  readonly key: unknown
  readonly small: unknown
  readonly arrays: Readonly<Record<string, Packed>>
}

/**
 * A file begins with these bytes, then SHA-1 (20 bytes) over all that follows: the length of the head (32 bits), the
 * head (JSON), and the arrays one after the other. Head and arrays begin at multiples of eight bytes. Numbers are in
 * the order of bytes of the machine, which the head names. The digest finds what was cut off or has rotted, in a third
 * of the time of SHA-256; who may change the file on purpose may change the read model beside it.
 */
const begins = Buffer.from('packed 3')
const digestAt = begins.length
const checkedFrom = digestAt + 20
const headAt = checkedFrom + 4
const order = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little' : 'big'
const kinds = { Uint8Array, Int32Array, Uint32Array } as const

interface Head {
  readonly order: string
  readonly key: unknown
  readonly small: unknown
  readonly arrays: readonly (readonly [name: string, kind: keyof typeof kinds, length: number])[]
}

const padded = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** The bytes of a file that holds all this. */
export const packFile = ({ key, small, arrays }: Contents): Uint8Array => {
  const listed = Object.entries(arrays)
  const named = listed.map(
    ([name, array]) => [name, array.constructor.name as keyof typeof kinds, array.length] as const,
  )
  const head = Buffer.from(JSON.stringify({ order, key, small, arrays: named } satisfies Head))
  const size = listed.reduce((sum, [, { byteLength }]) => sum + padded(byteLength), headAt + padded(head.length))
  const file = Buffer.alloc(size)
  file.set(begins)
  file.writeUInt32LE(head.length, checkedFrom)
  file.set(head, headAt)
  let at = headAt + padded(head.length)
  for (const [, array] of listed) {
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += padded(array.byteLength)
  }
  file.set(digestOf(file), digestAt)
  return file
}

const digestOf = (file: Uint8Array): Buffer => hash('sha1', file.subarray(checkedFrom), 'buffer')

/**
 * What a file holds, without a copy of its arrays; undefined where it is no such file, was cut off or changed, or is of
 * a machine with another order of bytes.
 */
export const unpackFile = (read: Uint8Array): Contents | undefined => {
  if (read.length < headAt || begins.compare(read, 0, begins.length) !== 0) return undefined
  const file = read.byteOffset % 8 === 0 ? read : new Uint8Array(read)
  const view = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (digestOf(view).compare(view, digestAt, checkedFrom) !== 0) return undefined
  const headLength = view.readUInt32LE(checkedFrom)
  const head = JSON.parse(view.toString('utf8', headAt, headAt + headLength)) as Head
  if (head.order !== order) return undefined
  let at = headAt + padded(headLength)
  const arrays: Record<string, Packed> = {}
  for (const [name, kind, length] of head.arrays) {
    const array = new kinds[kind](file.buffer as ArrayBuffer, file.byteOffset + at, length)
    arrays[name] = array
    at += padded(array.byteLength)
  }
  return { key: head.key, small: head.small, arrays }
}
