import { readFile } from 'node:fs/promises'
import { readRecipe, type ReadRecipe } from '../../../queries/recipes/read-recipe.ts'
import { clocksOfRecipe, tableOfRecipe, type ReleasedTable } from '../../../queries/recipes/table-of-recipe.ts'
import { unreadable } from '../../../text/bytes.ts'
import type { Places } from '../../../workspace/settings.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { withWorkspaceThere } from '../../context/cli-context.ts'
import { orDamage } from '../../context/damage.ts'
import { withProgress, type ProgressLine } from '../../context/progress.ts'

/** A recipe with its text, as its file has it. */
export interface RecipeFile {
  readonly recipe: ReadRecipe
  readonly text: string
}

/** Reads a recipe from a file. Throws `bad-recipe`, and where the file cannot be read. */
export const readRecipeFile = async (path: string): Promise<RecipeFile> => {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw unreadable(path, thrown)
  })
  return { recipe: readRecipe(text), text }
}

/** Work with the table that a recipe makes of a log; while it goes on, a line on the terminal says how far it is. */
export const withTable = async (
  house: CliContext,
  {
    recipe,
    places,
    show,
  }: { readonly recipe: ReadRecipe; readonly places: Places; readonly show: ProgressLine['show'] },
  work: (table: ReleasedTable) => Promise<void>,
): Promise<void> =>
  withWorkspaceThere(house, places, async (workspace) => {
    await withProgress(house.terminal, (line) => workspace.catchUp((done, of) => line('catching up:', done, of)))
    await orDamage(house.terminal, workspace, {}, async () => {
      const world = await workspace.world(clocksOfRecipe(recipe))
      await work(await tableOfRecipe({ ...world, progress: show }, recipe))
    })
  })
