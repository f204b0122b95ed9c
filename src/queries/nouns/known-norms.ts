import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How a treaty carries a norm. */
export const instrumentOut = {
  treaty: z.string(),
  title: z.string(),
  role: z.string().describe('core, protocol, …'),
  articles: z.array(z.string()).describe('None named: the whole instrument'),
}

export const normOut = {
  id: z.string(),
  name: z.string(),
  statement: z.string().describe('What it asks of states; empty where only its name is known'),
  rule: z.string().describe('Whether an adoption of any of its core articles makes it one of the norm, or only of all'),
}

export interface KnownNorm {
  readonly id: string
  readonly name: string
  readonly statement: string
  readonly rule: string
  readonly instruments: readonly Instrument[]
}

interface Instrument {
  readonly treaty: string
  readonly title: string
  readonly role: string
  readonly articles: string[]
  readonly from: Day
  readonly to: Day
}

/** Every norm, by id, with the treaties that ever carried it. */
export const loadKnownNorms = async (world: Snapshot): Promise<readonly KnownNorm[]> => {
  const rows = await knownRows(world, 'norm').select(['norm', 'statement', 'rule']).execute()
  const defined = new Map(rows.map((row) => [row.norm, row]))
  const links = groupBy(
    await knownRows(world, 'norm_link')
      .select(['norm', 'instrument', 'role', 'articles', 'valid_from', 'valid_to'])
      .orderBy('valid_from')
      .orderBy('instrument')
      .execute(),
    ({ norm }) => norm,
  )
  return world.names
    .subjects('norm')
    .toSorted((a, b) => byText(a.id, b.id))
    .map(({ id, name }) => ({
      id,
      name,
      statement: defined.get(id)?.statement ?? '',
      rule: defined.get(id)?.rule ?? 'any',
      instruments: (links.get(id) ?? []).map((link) => ({
        treaty: link.instrument,
        title: world.names.nameOf('treaty', link.instrument),
        role: link.role,
        articles: JSON.parse(link.articles) as string[],
        from: link.valid_from as Day,
        to: link.valid_to as Day,
      })),
    }))
}
