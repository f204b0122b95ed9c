import { openingOf } from '../../../projections/compose/coverage/force-coverage.ts'
import { bindingStatuses, type LegalStatus } from '../../../projections/compose/treaty/legal-status.ts'
import type { Day } from '../../time/day.ts'
import type { Span } from '../../time/timeline.ts'
import { recordedOfLaw } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { lawsOf, treatiesOf } from './all-treaties.ts'
import { historyOf, participantsOf, type TreatyLaw } from './treaty-law.ts'

/** That a treaty was in force for an actor, surely or possibly. */
export type BindingSpan = Span<string>

/** Whom a treaty bound, and when. */
export interface BindingTreaty {
  /** The first day on which anybody could act under it. */
  readonly opening: Day
  readonly spans: readonly BindingSpan[]
}

const may = (possible: readonly LegalStatus[]): 'certain' | 'possible' | undefined => {
  const binding = possible.filter((status) => bindingStatuses.has(status)).length
  if (binding === 0) return undefined
  return binding === possible.length ? 'certain' : 'possible'
}

const spansUnder = (law: TreatyLaw): readonly BindingSpan[] =>
  participantsOf(law).flatMap((actor) =>
    historyOf(law, actor).timeline.flatMap(({ from, to, value, decidedBy }) => {
      const certainty = may(value.possible)
      return certainty === undefined ? [] : [{ from, to, value: actor, certainty, decidedBy }]
    }),
  )

const kept = keeping<ReadonlyMap<string, BindingTreaty>>(
  (byTreaty) => [...byTreaty.values()].reduce((sum, { spans }) => sum + 200 * spans.length, 1000),
  () => recordedOfLaw,
)

/** Who was bound by each treaty that is known, and when. */
export const loadBindingSpans = (world: Snapshot): Promise<ReadonlyMap<string, BindingTreaty>> =>
  kept(world, '', async () => {
    const byTreaty = new Map<string, BindingTreaty>()
    for await (const law of lawsOf(world, await treatiesOf(world, undefined))) {
      world.goOn?.()
      byTreaty.set(law.terms.treaty, { opening: openingOf(law.terms), spans: spansUnder(law) })
    }
    return byTreaty
  })
