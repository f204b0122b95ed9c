import { badInput } from '../../common/error.ts'
import { version } from '../../package/version.ts'
import { loadCitedIn, type Telling } from '../../queries/holdings/cited-in.ts'
import { clocksOf } from '../../queries/question/snapshot.ts'
import type { ReadRecipe } from '../../queries/recipes/read-recipe.ts'
import type { ReleasedTable, Rests } from '../../queries/recipes/table-of-recipe.ts'
import type { Table } from '../format.ts'
import type { PackagedColumn, PackagedRecipe, PackagePlan, Release } from './package-of.ts'

/** What a package is to be made of: a recipe with its text, the formats, and what whoever makes it says of terms. */
export interface Wanted {
  readonly recipe: ReadRecipe
  readonly text: string
  readonly formats: readonly Table[]
  readonly mayRedistribute: boolean
}

type Asked = Readonly<Record<string, unknown>>

/** What the recipe says of each column of the table, which come in its order; nothing of those before the first. */
const askedOf = (columns: ReleasedTable['columns'], { columns: asked, written }: ReadRecipe) => {
  const entries = (written['columns'] ?? []) as readonly Asked[]
  let at = -1
  return columns.map(({ name }): Asked | undefined => {
    if (asked[at + 1]?.asked.name === name) at += 1
    return entries[at]
  })
}

const recipeOf = ({ recipe, text }: Wanted): PackagedRecipe => {
  const { unit, head, columns } = recipe
  const [name, title] = [head.name ?? `table-by-${unit.id}`, `Table by ${unit.id}`]
  const names = columns.slice(0, 5).map(({ asked }) => asked.name)
  const listed = names.length === 0 ? title : `${title}: ${names.join(', ')}${columns.length > 5 ? ', …' : ''}`
  return {
    text,
    unit: unit.id,
    name,
    title: head.title ?? listed,
    authors: head.authors ?? ['The normtrail authors'],
    ...(head.description !== undefined && { description: head.description }),
  }
}

/** What names the release of a table. Throws `nothing-known` where the log is empty. */
export const releaseOf = ({ world, releaseId }: Pick<ReleasedTable, 'world' | 'releaseId'>): Release => {
  const { asOf, ordinal } = clocksOf(world)
  if (world.knownAt === undefined) throw badInput('nothing-known', 'the log is empty: there is nothing to pass on.')
  return { releaseId, program: version, asOf, asKnownAt: world.knownAt, ordinal, prefix: world.prefix }
}

/** What a package is made of, before its rows are. */
export const planOf = async (table: ReleasedTable, wanted: Wanted): Promise<PackagePlan> => {
  const { columns, key, world } = table
  const tellings = new Map<Rests, readonly Telling[]>()
  for (const { rests } of columns) if (!tellings.has(rests)) tellings.set(rests, await rests.on())
  const cited = await loadCitedIn(world, [...tellings.values()].flat())
  const asked = askedOf(columns, wanted.recipe)
  return {
    recipe: recipeOf(wanted),
    columns: columns.map(({ rests, ...column }, index): PackagedColumn => {
      const [own, sources] = [asked[index], (tellings.get(rests) ?? []).flatMap((one) => cited.of.get(one) ?? [])]
      return {
        ...column,
        isRaw: rests.raw,
        sources: [...new Set(sources)].toSorted(),
        ...(own !== undefined && { asked: own }),
      }
    }),
    key,
    release: releaseOf(table),
    sources: cited.sources,
    formats: wanted.formats,
    mayRedistribute: wanted.mayRedistribute,
  }
}
