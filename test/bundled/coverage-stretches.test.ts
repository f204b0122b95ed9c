import { describe, expect, it } from 'vitest'
import { openSnapshot } from '../../src/queries/question/snapshot.ts'
import { loadSubject } from '../../src/queries/status/load-subject.ts'
import { addDays, firstDayOfYear, type Day } from '../../src/time/day.ts'
import { inOrder } from '../../src/time/timeline.ts'
import { theBundledCase } from '../support/a-workspace-of.ts'

/** Each first of January, and two days around every day on which anything changes. */
const daysAround = (edges: readonly Day[]): readonly Day[] =>
  inOrder([
    ...Array.from({ length: 130 }, (_, index) => firstDayOfYear(1900 + index)),
    ...edges.flatMap((edge) => [-1, 0, 1].map((days) => addDays(edge, days))),
  ])

describe('how far sources reach changes on no other day than it says', () => {
  const { workspace } = theBundledCase()
  it.each(['cat', 'echr', 'rome', 'torture', 'landmines', 'climate', 'violence-against-women'])('%s', async (word) => {
    const world = await openSnapshot(workspace().readModel.sql, {}, new Date())
    const subject = await loadSubject(world, word)
    let stretches = 0
    for (const actor of [...subject.actors, 'nobody']) {
      const { on, edges } = subject.coverageOf(actor)
      const turns = subject.historyOf(actor).timeline.flatMap(({ from, to }) => [from, to])
      const starts = inOrder(edges)
      const first = new Map<number, string>()
      for (const day of daysAround([...edges, ...turns])) {
        const stretch = starts.findLastIndex((edge) => edge <= day)
        const here = JSON.stringify(on(day))
        expect({ actor, day, here }).toEqual({ actor, day, here: first.get(stretch) ?? here })
        first.set(stretch, here)
      }
      stretches += first.size
    }
    expect(stretches).toBeGreaterThan(subject.actors.length)
  })
})
