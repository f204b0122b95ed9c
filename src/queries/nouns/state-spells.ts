import { z } from 'zod'
import { ALWAYS, addDays, FOREVER, formatBound } from '../../time/day.ts'
import { loadSystem } from '../memberships/load-system.ts'
import { staysOf } from '../memberships/stays.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { systems } from './state-lives.ts'

const precisely = 'as precisely as it is told: a day, first/last, or a year where a source coded years'

export const spellOut = z.object({
  system: z.enum(systems),
  from: nullableDay.describe('First day, or the first that may have been; null where it is from ever'),
  to: nullableDay.describe('Last day, or the last that may have been; null where it goes on'),
  began: z.string().nullable().describe(`When it began, ${precisely}; null where it is from ever`),
  ended: z.string().nullable().describe(`When its last day was, ${precisely}; null where it goes on`),
  certainty: certainty.describe('possible where it certainly was on no day'),
  decidedBy: eventIds,
})
type SpellOut = z.infer<typeof spellOut>

/** The spells of a state in all state systems, each as precisely as it is told. */
export const loadSpellsOf = async (world: Snapshot, state: string): Promise<SpellOut[]> => {
  const found: SpellOut[] = []
  for (const system of systems)
    for (const { from, to, decidedBy, value: _system, ...told } of staysOf(
      (await loadSystem(world, system)).get(state) ?? [],
    ))
      found.push({
        system,
        from: from <= ALWAYS ? null : formatBound(from),
        to: to >= FOREVER ? null : formatBound(addDays(to, -1)),
        ...told,
        decidedBy: [...decidedBy],
      })
  return found
}
