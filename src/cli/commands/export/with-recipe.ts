import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { readRecipe, type ReadRecipe } from '../../../queries/recipes/read-recipe.ts'
import { tableOfRecipe, worldOfRecipe, type ReleasedTable } from '../../../queries/recipes/table-of-recipe.ts'
import { unreadable } from '../../../text/bytes.ts'
import type { Places } from '../../../workspace/settings.ts'
import type { CliContext } from '../../context/cli-context.ts'
import { withWorkspaceThere } from '../../context/cli-context.ts'
import { orDamage } from '../../context/damage.ts'
import { withProgress, type ProgressLine } from '../../context/progress.ts'
import type { Terminal } from '../../context/terminal.ts'
import { countingRows } from './counting-rows.ts'

/** A recipe with its text, as its file has it. */
export interface RecipeFile {
  readonly recipe: ReadRecipe
  readonly text: string
}

/** Reads a recipe from a file, or from stdin where it is called `-`. Throws `bad-recipe`, and where it is not there. */
export const readRecipeFile = async (path: string, { stdin }: Terminal): Promise<RecipeFile> => {
  const reading = path === '-' ? textOf(stdin) : readFile(path, 'utf8')
  const text = await reading.catch((thrown: unknown) => {
    throw unreadable(path === '-' ? 'stdin' : path, thrown)
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
      const world = await worldOfRecipe(recipe, (clocks) => workspace.world(clocks))
      const { progress, counted } = countingRows(show)
      await work(counted(await tableOfRecipe({ ...world, progress }, recipe)))
    })
  })
