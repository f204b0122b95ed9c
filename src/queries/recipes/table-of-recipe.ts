import { asRowDamage } from '../../readmodel/damaged.ts'
import { badInput } from '../../common/error.ts'
import { formatDay, lastDayOfYear } from '../../time/day.ts'
import { releaseIdOf } from '../question/ask.ts'
import { underPolicy } from '../question/source-policy.ts'
import type { Clocks, Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import { inPlace, pagesInPlace } from './in-place.ts'
import type { ReadRecipe } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'
import type { RecipeTable } from './units/unit.ts'

export type { Rests } from './rests/rests.ts'

/** A table by recipe, which names itself. */
export interface ReleasedTable extends RecipeTable {
  readonly releaseId: string
  readonly world: Snapshot
  /** The recipe with the state system and the clocks that were meant, so that it gives the same again. */
  readonly pinned: Readonly<Record<string, unknown>>
}

/** The two clocks of a recipe: words mean what they mean on its last day, unless it names another. */
export const clocksOfRecipe = ({ head: { asOf, asKnownAt, to } }: Recipe): Clocks => ({
  asOf: asOf ?? formatDay(lastDayOfYear(to)),
  asKnownAt,
})

/** The world that a recipe is about. Throws `nothing-known`, and what its clocks are refused for. */
export const worldOfRecipe = (recipe: Recipe, open: (clocks: Clocks) => Promise<Snapshot>): Promise<Snapshot> =>
  inPlace(() => open(clocksOfRecipe(recipe)))

/** The first of the names that two columns of a table would have. */
const checkNames = ({ columns }: RecipeTable): void => {
  const names = columns.map(({ name }) => name.toLowerCase())
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined)
    throw badInput('bad-recipe', `two columns would be called "${twice}".`, {
      where: '/columns',
      hint: 'Call the one in the recipe otherwise.',
    })
}

/** Remarks and the place of the schema shape nothing. */
const withoutRemarks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutRemarks)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => name !== '//' && name !== '$schema')
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutRemarks(inner)]))
}

/**
 * What names the table: the log up to the last event known, the program, and the recipe. However the moment of
 * knowledge was written, the same events make the same release.
 */
const releaseOf = (world: Snapshot, written: Readonly<Record<string, unknown>>): string => {
  const { asKnownAt: _asKnownAt, asOf: _asOf, ...recipe } = written
  return releaseIdOf(
    { ...world, asKnownAt: world.knownAt ?? null },
    { name: 'table' },
    withoutRemarks(recipe) as object,
  )
}

/**
 * The table that a recipe makes in a world that was opened with its clocks. Its release id follows from the log, the
 * program and the recipe without its remarks. Throws `bad-recipe`, and what its columns and states throw.
 */
export const tableOfRecipe = async (opened: Snapshot, recipe: ReadRecipe): Promise<ReleasedTable> => {
  const world = await inPlace(() => underPolicy(opened, recipe.head.sources))
  const { system } = await withSystem(world, recipe.head)
  const pinned = { ...recipe.written, system, asOf: formatDay(world.asOf), asKnownAt: world.asKnownAt ?? world.knownAt }
  const table = await inPlace(() => recipe.unit.load(world, recipe))
  checkNames(table)
  return {
    ...table,
    releaseId: releaseOf(world, { ...recipe.written, system }),
    world,
    pinned,
    pages: async function* () {
      try {
        yield* pagesInPlace(table.pages())
      } catch (thrown) {
        throw asRowDamage(thrown)
      }
    },
  }
}
