import { defaultPolicy, type SourcePolicy } from '../../../projections/fold/source-policy.ts'
import { closest } from '../../common/closest.ts'
import { badInput } from '../../common/error.ts'
import { sourceKinds } from '../../events/source.ts'
import { knownRows } from './known-rows.ts'
import type { Snapshot } from './snapshot.ts'

/** Whom a world believes where sources tell rival things. */
export const policyOf = (world: Snapshot): SourcePolicy => world.sources ?? defaultPolicy

/** Whether a world believes sources of all kinds, in whatever order: nothing that is told is put aside. */
export const believesAll = (world: Snapshot): boolean => sourceKinds.every((kind) => policyOf(world).includes(kind))

/** The policy in the first line of an answer; nothing where it is the default. */
export const policyText = ({ sources }: { readonly sources: string }): string =>
  sources === defaultPolicy.join() ? '' : ` · by ${sources}`

/** The words that name registered sources: their ids and their series. */
const registered = async (world: Snapshot): Promise<readonly string[]> => {
  const rows = await knownRows(world, 'source').select(['source', 'detail']).execute()
  return rows.flatMap(({ source, detail }) => {
    const { series } = JSON.parse(detail) as { series?: string }
    return series === undefined ? [source] : [source, series]
  })
}

/** Whether an event cites a series that nobody registered. */
const isCited = async (world: Snapshot, series: string): Promise<boolean> => {
  const body = `%"series":${JSON.stringify(series).replaceAll(/[%_]/g, '_')}%`
  const row = await world.sql
    .selectFrom('event')
    .select('id')
    .where('ordinal', '<=', world.ordinal)
    .where('body', 'like', body)
    .where('stream', 'not like', 'proposal-%')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const kinds: ReadonlySet<string> = new Set(sourceKinds)

/**
 * The world as these sources tell it; as it is where none are named, or where it is so already. Throws
 * `unknown-source`.
 */
export const underPolicy = async (world: Snapshot, words: readonly string[] | undefined): Promise<Snapshot> => {
  if (words === undefined || words === world.sources) return world
  const named = words.filter((word) => !kinds.has(word))
  const known = named.length === 0 ? [] : await registered(world)
  for (const word of named) {
    if (known.includes(word) || (await isCited(world, word))) continue
    const near = closest(word, [...kinds, ...known])
    throw badInput(
      'unknown-source',
      `"${word}" is neither a kind of source (${sourceKinds.join(', ')}) nor a series or source that was known then.`,
      {
        where: 'sources',
        ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
      },
    )
  }
  return { ...world, sources: words }
}
