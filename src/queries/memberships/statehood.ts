import { z } from 'zod'
import { formatDay, type Day } from '../../time/day.ts'
import { holdsOn } from '../../time/timeline.ts'
import { onWhen } from '../../time/when.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadInSystem } from './in-system.ts'
import { loadSystem } from './load-system.ts'
import { staysOf, type Stay } from './stays.ts'

const systems = ['cow', 'gw', 'un'] as const

export const statehoodOut = z
  .object({
    on: z.string().describe('The day that this is about'),
    systems: z.array(z.enum(systems)).describe('The systems that had it on other days'),
    left: z.string().nullable().describe('When its last day in one of them was before: a day, a year, or first/last'),
    enters: z.string().nullable().describe('When it entered one of them after that day, likewise'),
    isOutside: z
      .boolean()
      .describe(
        'Whether it was outside the state system: by a list of states, before it followed another, or after its end. ' +
          'Else it was only no member of the United Nations, and may have been a state all the same',
      ),
  })
  .nullable()
  .describe(
    'That no state system of the log had it on the day; null where one had it, or may have had it, or none ever did, ' +
      'or the sources believed do not tell',
  )
export type Statehood = z.infer<typeof statehoodOut>

const kept = keeping<ReadonlyMap<string, readonly Stay[]>>(
  (stays) => 100 + stays.size * 1_000,
  () => recordedOfMembers,
)

const readStays = async (world: Snapshot): Promise<ReadonlyMap<string, readonly Stay[]>> => {
  const stays = new Map<string, readonly Stay[]>()
  for (const system of systems)
    for (const [actor, spells] of await loadSystem(world, system))
      stays.set(actor, [...(stays.get(actor) ?? []), ...staysOf(spells)])
  return stays
}

/** Whether a state was in no system of the log on a day, and when it was in one. */
export const statehoodOn = async (world: Snapshot, actor: string, day: Day = world.asOf): Promise<Statehood> => {
  const stays = (await kept(world, '', () => readStays(world))).get(actor) ?? []
  if (stays.length === 0 || stays.some((stay) => holdsOn(stay, day))) return null
  const isOfMembers = stays.every(({ value }) => value === 'un')
  if (isOfMembers && (await loadInSystem(world, 'un', await loadSystem(world, 'un'))).on(actor, day) === null)
    return null
  const before = stays.filter(({ to }) => to <= day).toSorted((a, b) => b.to - a.to)
  const after = stays.filter(({ from }) => from > day).toSorted((a, b) => a.from - b.from)
  const { extinctFrom, follows = [] } = (await livesOf(world)).get(actor) ?? {}
  const isBeforeAll = before.length === 0 && follows.length > 0 && follows.every(({ on }) => day < on.lo)
  return {
    on: formatDay(day),
    systems: systems.filter((system) => stays.some(({ value }) => value === system)),
    left: before[0]?.ended ?? null,
    enters: after[0]?.began ?? null,
    isOutside:
      stays.some(({ value }) => value !== 'un') || isBeforeAll || (extinctFrom !== undefined && extinctFrom <= day),
  }
}

/** That a state was in no system, for a terminal; nothing where one had it, or nobody says. */
export const statehoodText = (state: string, statehood: Statehood): readonly string[] => {
  if (statehood === null) return []
  const { on, systems: of, left, enters } = statehood
  const [what, until, from] = of.some((system) => system !== 'un')
    ? [`in no state system that the log holds (${of.join(', ')})`, 'its last day in one was', 'it entered one']
    : ['no member of the United Nations', 'its last day as one was', 'it became one']
  return [
    `  ${state} was ${what} on ${on}` +
      `${left === null ? '' : `; ${until} ${onWhen(left).replace(/^on /, '')}`}` +
      `${enters === null ? '' : `; ${from} ${onWhen(enters)}`}`,
  ]
}
