import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { theWorkspaceOf } from '../../support/a-workspace-of.ts'
import { append } from '../../support/append.ts'
import { collect } from '../../support/collect.ts'

interface Page {
  readonly items: readonly { readonly id: string; readonly ordinal: number }[]
  readonly next: string | null
  readonly total?: number
  readonly ordinal: number
  readonly asOf: string
}

let made = 0
/** An actor nobody has heard of before, somewhere in the alphabet. */
const anActor = (letter: string) => {
  made += 1
  const actor = `${letter}${made.toString(36)}x`
  return {
    stream: `state-${actor}`,
    type: 'ActorDefined',
    sources: [{ citation: 'a test', kind: 'press' }],
    data: { actor, name: `The land of ${actor}`, kind: 'state' },
  }
}

/** What the log itself holds. */
const recorded = async (workspace: Workspace) => (await collect(workspace.log.readAll())).map(({ event }) => event)

describe.each([
  ['events', (events: Awaited<ReturnType<typeof recorded>>) => events.map(({ id }) => id)],
  [
    'states',
    (events: Awaited<ReturnType<typeof recorded>>) =>
      [
        ...new Set(events.filter(({ type }) => type === 'ActorDefined').map(({ data }) => String(data['actor']))),
      ].toSorted(),
  ],
] as const)('the pages of %s', (name, wholeOf) => {
  const { ask, workspace } = theWorkspaceOf((opened) => append(opened, anActor('a'), anActor('z')))

  it('are those of the log as the first one knew it, whatever is appended between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ limit: fc.integer({ min: 400, max: 5_000 }), letters: fc.array(fc.constantFrom('a', 'm', 'z')) }),
          {
            minLength: 3,
            maxLength: 3,
          },
        ),
        async (steps) => {
          const whole = wholeOf(await recorded(workspace()))
          const ids: string[] = []
          let after: string | null | undefined
          for (let turn = 0; after !== null; turn += 1) {
            const { limit, letters } = steps[turn % steps.length] as (typeof steps)[number]
            const page: Page = await ask<Page>(name, { limit, after })
            expect(page.items.length).toBeLessThanOrEqual(limit)
            ids.push(...page.items.map(({ id }) => id))
            after = page.next
            if (letters.length > 0) await append(workspace(), ...letters.map(anActor))
            await workspace().catchUp()
          }
          expect(ids).toEqual(whole)
        },
      ),
      { numRuns: 6 },
    )
  })

  it('say how many there are only where that is asked, as the first one knew it', async () => {
    const whole = wholeOf(await recorded(workspace()))
    const first = await ask<Page>(name, { limit: 1 })
    expect(first).not.toHaveProperty('total')
    await append(workspace(), anActor('b'))
    await workspace().catchUp()
    expect((await ask<Page>(name, { limit: 1, after: first.next, count: true })).total).toBe(whole.length)
    expect((await ask<Page>(name, { limit: 1, count: true })).total).toBe(whole.length + 1)
  })

  it('are as of the day and the event of the first one', async () => {
    const first = await ask<Page>(name, { limit: 1 }, { asOf: '1999-12-31' })
    await append(workspace(), anActor('c'))
    await workspace().catchUp()
    expect(await ask<Page>(name, { limit: 1, after: first.next })).toMatchObject({
      asOf: '1999-12-31',
      ordinal: first.ordinal,
    })
  })
})
