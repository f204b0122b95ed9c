import { z } from 'zod'
import {
  addDays,
  ALWAYS,
  firstDayOfYear,
  FOREVER,
  formatBound,
  lastDayOfYear,
  yearOf,
  type Day,
} from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import { whenText } from '../../time/when.ts'
import { certainty, eventIds, nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadSystem } from '../subjects/state-systems.ts'
import type { SystemSpell } from '../subjects/system-spells.ts'
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

/** What is possible, then certain, then possible again, is one spell of which the beginning or the end is not known. */
const runsOf = (spells: readonly SystemSpell[]): readonly (readonly SystemSpell[])[] => {
  const runs: SystemSpell[][] = []
  for (const next of spells) {
    const run = runs.at(-1)
    const isCertainAgain = next.certainty === 'certain' && run?.some((one) => one.certainty === 'certain')
    if (run === undefined || run.at(-1)?.to !== next.from || isCertainAgain) runs.push([next])
    else run.push(next)
  }
  return runs
}

const beganOf = ({ from, to, certainty: how, byYear }: SystemSpell): string | null => {
  if (from <= ALWAYS) return null
  if (byYear?.begin) return whenText({ lo: from, hi: lastDayOfYear(yearOf(from)) })
  return whenText({ lo: from, hi: how === 'certain' ? from : to })
}

const endedOf = ({ from, to, certainty: how, byYear }: SystemSpell): string | null => {
  if (to >= FOREVER) return null
  const last = addDays(to, -1)
  if (byYear?.end) return whenText({ lo: firstDayOfYear(yearOf(last)), hi: lastDayOfYear(yearOf(last)) })
  return whenText({ lo: how === 'certain' ? last : (Math.max(addDays(from, -1), ALWAYS) as Day), hi: last })
}

/** The spells of a state in all state systems, each as precisely as it is told. */
export const loadSpellsOf = async (world: Snapshot, state: string): Promise<SpellOut[]> => {
  const found: SpellOut[] = []
  for (const system of systems)
    for (const run of runsOf((await loadSystem(world, system)).get(state) ?? [])) {
      const [first, last] = [run[0] as SystemSpell, run.at(-1) as SystemSpell]
      found.push({
        system,
        from: first.from <= ALWAYS ? null : formatBound(first.from),
        to: last.to >= FOREVER ? null : formatBound(addDays(last.to, -1)),
        began: beganOf(first),
        ended: endedOf(last),
        certainty: run.some((one) => one.certainty === 'certain') ? 'certain' : 'possible',
        decidedBy: [...unionOf(...run.map(({ decidedBy }) => decidedBy))],
      })
    }
  return found
}
