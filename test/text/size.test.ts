import { describe, expect, it } from 'vitest'
import { readSize, sizeText } from '../../src/text/size.ts'

describe('a size', () => {
  it.each([
    ['0', 0],
    ['1000', 1000],
    ['1000 B', 1000],
    ['1k', 1024],
    ['1 KB', 1024],
    ['2KiB', 2048],
    ['3 mib', 3_145_728],
    ['1G', 1_073_741_824],
  ])('is read: %s', (text, bytes) => expect(readSize(text)).toBe(bytes))
  it.each(['', 'M', '1.5M', '-1', '1e3', '1 TiB', '1 M B', '0x10'])('is none: %j', (text) =>
    expect(readSize(text)).toBeUndefined(),
  )
  it.each([
    [0, '0 bytes'],
    [1000, '1000 bytes'],
    [1024, '1 KiB'],
    [1536, '1536 bytes'],
    [67_108_864, '64 MiB'],
    [2 ** 31, '2 GiB'],
  ])('is said in its largest unit: %i', (bytes, text) => expect(sizeText(bytes)).toBe(text))
})
