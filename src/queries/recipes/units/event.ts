import { familyOf } from '../../../events/registry.ts'
import type { EventFilters } from '../../record/event-filter-inputs.ts'
import { events } from '../../record/events.ts'
import { meantEvents } from '../../record/meant-events.ts'
import type { Telling } from '../../holdings/telling.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { unitOfQuestion } from './of-question.ts'

/** How many events are looked through at once. */
const atOnce = 5_000

/** The very events that are listed, whoever tells them. */
const listed = async (world: Snapshot, filters: EventFilters): Promise<readonly Telling[]> => {
  const { after } = await meantEvents(world, filters)
  const [ordinals, families] = [new Set<number>(), new Set<string>()]
  for (let last: number | undefined = 0; last !== undefined;) {
    const found = await after(last, atOnce)
    for (const { ordinal, stream } of found) {
      ordinals.add(ordinal)
      families.add(familyOf(stream))
    }
    last = found.at(-1)?.ordinal
  }
  return [...families].map((family) => ({
    stream: `${family}-`,
    counts: ({ ordinal }) => ordinals.has(ordinal),
    isOfAnybody: true,
  }))
}

/** A row for each event of the log. */
export const event = unitOfQuestion({
  id: 'event',
  says: 'A row for each event that was done in the years, as the log holds it; `of` filters them as `events` does.',
  question: events as Parameters<typeof unitOfQuestion>[0]['question'],
  key: ['ordinal'],
  given: ({ from, to }) => ({ occurredFrom: from, occurredTo: to }),
  rests: (world, filters: EventFilters) => ({ raw: true, on: () => listed(world, filters) }),
})
