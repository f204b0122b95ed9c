import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import { Changes } from '../../src/queries/question/changes.ts'
import type { Snapshot } from '../../src/queries/question/snapshot.ts'
import { fewEvents } from '../../src/queries/record/kept-events.ts'

const recorded = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, ordinal: index + 1 }) as unknown as RecordedEvent)

/** A log, a world as it was known up to an event of it, and what was read. */
const given = () => {
  const changes = new Changes(4, 'prefix')
  const read: string[] = []
  const at = (ordinal: number, of: Changes | undefined = changes): Snapshot => ({ changes: of, ordinal }) as Snapshot
  const load = async (ids: readonly string[]) => {
    read.push(...ids)
    return recorded.filter(({ id }) => ids.includes(id))
  }
  const ask = async (world: Snapshot, ids: readonly string[]) => (await fewEvents(world, ids, load)).map(({ id }) => id)
  return { at, ask, read }
}

describe('events that are told again and again', () => {
  it('are read once, and come in the order of the log', async () => {
    const { at, ask, read } = given()
    expect(await ask(at(4), ['c'])).toEqual(['c'])
    expect(await ask(at(4), ['d', 'c', 'a', 'c'])).toEqual(['a', 'c', 'd'])
    expect(read).toEqual(['c', 'd', 'a'])
  })
  it('are not known before they were recorded', async () => {
    const { at, ask } = given()
    await ask(at(4), ['c', 'd'])
    expect(await ask(at(3), ['c', 'd'])).toEqual(['c'])
  })
  it('are those of their own log, and of a past that is asked about they are read', async () => {
    const { at, ask, read } = given()
    await ask(at(4), ['a'])
    await ask(at(4, new Changes(4, 'another')), ['a'])
    await fewEvents({ ordinal: 4 } as Snapshot, ['a'], async (ids) => {
      read.push(...ids)
      return []
    })
    expect(read).toEqual(['a', 'a', 'a'])
  })
  it('are read where there are too many of them to be kept', async () => {
    const { at, ask, read } = given()
    const many = ['a', ...Array.from({ length: 300 }, (_, index) => `none${index}`)]
    await ask(at(4), many)
    await ask(at(4), many)
    expect(read.filter((id) => id === 'a')).toHaveLength(2)
  })
})
