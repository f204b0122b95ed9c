import { describe, expect, it } from 'vitest'
import { readingAhead } from '../../src/common/read-ahead.ts'

/** Work that ends when it is told to, item by item. */
const withGates = () => {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const work = async (item: number): Promise<string> => {
    begun.push(item)
    await new Promise<void>((resolve) => void ends.set(item, resolve))
    return `of ${item}`
  }
  return { begun, work, end: (item: number) => ends.get(item)?.() }
}

describe('work ahead of its reader', () => {
  it('gives what comes of the items in their order, whichever is done first', async () => {
    const { begun, work, end } = withGates()
    const given = readingAhead([1, 2, 3, 4], 2, work)
    const first = given.next()
    await Promise.resolve()
    expect(begun).toEqual([1, 2])
    end(2)
    end(1)
    expect(await first).toEqual({ done: false, value: 'of 1' })
    const second = await given.next()
    expect([second.value, begun]).toEqual(['of 2', [1, 2, 3]])
    end(3)
    expect((await given.next()).value).toBe('of 3')
    end(4)
    expect([(await given.next()).value, (await given.next()).done]).toEqual(['of 4', true])
  })

  it('throws what the work on an item failed with when its turn comes, not before', async () => {
    const given = readingAhead([1, 2], 2, (item) => {
      if (item === 2) throw new Error('no 2')
      return item
    })
    expect((await given.next()).value).toBe(1)
    await expect(given.next()).rejects.toThrow('no 2')
  })

  it('waits for what is under way when its reader leaves, and begins nothing more', async () => {
    const { begun, work, end } = withGates()
    const given = readingAhead([1, 2, 3], 2, work)
    const first = given.next()
    await Promise.resolve()
    end(1)
    await first
    let left = false
    const leaving = given.return(undefined).then(() => (left = true))
    await Promise.resolve()
    expect(left).toBe(false)
    end(2)
    await leaving
    expect(begun).toEqual([1, 2])
  })
})
