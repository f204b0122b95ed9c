import { firstDayOfYear } from '../../../time/day.ts'
import { between } from '../../../time/timeline.ts'
import { statesNamed } from '../../panels/state-years.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import { heldSystem } from '../../subjects/state-systems.ts'
import type { System } from '../../memberships/system-spells.ts'
import type { Recipe } from '../recipe.ts'

/** The states that rows of a recipe may be of: those that it names, of those in the system in its years. */
export const statesOfRows = (
  world: Snapshot,
  { from, to, states }: Pick<Recipe['head'], 'from' | 'to' | 'states'>,
  system: System,
): (() => Promise<ReadonlySet<string>>) => {
  let found: Promise<ReadonlySet<string>> | undefined
  const find = async () => {
    const [wanted, spells] = [statesNamed(world, states), await heldSystem(world, system)]
    const there = [...spells].filter(
      ([, spans]) => between(spans, firstDayOfYear(from), firstDayOfYear(to + 1)).length > 0,
    )
    return new Set(there.map(([state]) => state).filter((state) => wanted?.has(state) ?? true))
  }
  return () => (found ??= find())
}
