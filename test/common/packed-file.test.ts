import { describe, expect, it } from 'vitest'
import { packFile, unpackFile } from '../../src/common/packed-file.ts'

const contents = {
  key: { of: 'a moment', ordinal: 7 },
  small: { names: ['Côte d’Ivoire', 'Åland'] },
  arrays: {
    odd: Uint8Array.of(1, 2, 3),
    none: new Uint32Array(0),
    signed: Int32Array.of(-719_162, 2_932_897),
    unsigned: Uint32Array.of(4_294_967_295),
  },
}
const file = packFile(contents)

describe('a file of arrays', () => {
  it('holds what was put in it, wherever it stands in memory', () => {
    expect(unpackFile(file)).toEqual(contents)
    const shifted = new Uint8Array(file.length + 3).subarray(3)
    shifted.set(file)
    expect(unpackFile(shifted)).toEqual(contents)
  })
  it('is not copied to be read', () => {
    expect(unpackFile(file)?.arrays['signed']?.buffer).toBe(file.buffer)
  })
  it('is none where one byte is another, wherever it is', () => {
    for (let at = 0; at < file.length; at += 1) {
      const changed = Uint8Array.from(file)
      changed[at]! ^= 1
      expect(unpackFile(changed), `byte ${at}`).toBeUndefined()
    }
  })
  it('is none where it was cut off, or goes on', () => {
    for (let length = 0; length < file.length; length += 1) expect(unpackFile(file.subarray(0, length))).toBeUndefined()
    expect(unpackFile(Uint8Array.of(...file, 0))).toBeUndefined()
  })
})
