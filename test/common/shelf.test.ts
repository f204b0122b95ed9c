import { describe, expect, it } from 'vitest'
import { shelfOf } from '../../src/common/shelf.ts'

const shelving = (most: number) => {
  const shelf = shelfOf(most)
  const held = new Map<string, object>()
  return {
    put: (name: string, bytes: number, age: number): void => {
      const key = { name }
      held.set(name, key)
      shelf.put(key, { bytes, age, drop: () => void held.delete(name) })
    },
    use: (name: string): void => shelf.touch(held.get(name) ?? {}),
    held: () => [...held.keys()].toSorted().join(''),
  }
}

describe('values that can be made again', () => {
  it('are kept while there is room, and those that were not used for longest go first', () => {
    const { put, use, held } = shelving(30)
    for (const name of ['a', 'b', 'c']) put(name, 10, 1)
    expect(held()).toBe('abc')
    use('a')
    put('d', 10, 1)
    expect(held()).toBe('acd')
    put('e', 20, 1)
    expect(held()).toBe('de')
  })
  it('go before those of the newest age where they are past', () => {
    const { put, use, held } = shelving(30)
    put('p', 10, 1)
    put('h', 10, 2)
    put('q', 10, 1)
    use('p')
    put('r', 10, 2)
    expect(held()).toBe('hpr')
    put('s', 10, 3)
    expect(held()).toBe('prs')
  })
  it('are not kept where one alone takes more', () => {
    const { put, held } = shelving(30)
    put('a', 10, 1)
    put('b', 31, 1)
    expect(held()).toBe('a')
  })
})
