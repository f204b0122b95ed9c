import type { Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { loadFields } from '../memberships/organisation-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { sizeOn, type System } from '../memberships/system-spells.ts'
import type { FullMembers } from './full-members.ts'
import type { IgoClass } from './igo-conditions.ts'

/** Whether something holds of an organisation on a day; undefined where that is unknown. */
export type HoldsOfIgo = (day: Day) => (igo: string) => boolean | undefined

/** What classes of organisations are told by. */
export interface ClassesBy {
  readonly fullMembersOn: (day: Day) => FullMembers
  readonly system: System
  /** From which share of the states in the system on an organisation is universal: 0 to 1. */
  readonly universal: number
}

/** In one region or sub-region lie at least so many of the full members of a regional organisation. */
const regionalShare = 0.9

const loadMembersInSystem = async (world: Snapshot, { fullMembersOn, system }: ClassesBy) => {
  const spells = await heldSystem(world, system)
  const size = sizeOn(spells)
  return (day: Day) => {
    const members = fullMembersOn(day)
    const isIn = (state: string): boolean => at(spells.get(state) ?? [], day) !== undefined
    return { size: size(day), of: (igo: string) => members(igo).filter(isIn) }
  }
}

/**
 * Universal: of the states in the system on the day at least a share are full members. Members that are no states of
 * the system do not count.
 */
const loadUniversal = async (world: Snapshot, by: ClassesBy): Promise<HoldsOfIgo> => {
  const membersOn = await loadMembersInSystem(world, by)
  return (day) => {
    const { size, of } = membersOn(day)
    return (igo) => size > 0 && of(igo).length >= by.universal * size
  }
}

/** The regions and sub-regions (M49) of states on a day. */
const loadRegions = async (world: Snapshot) => {
  const both = [await loadClassification(world, 'm49-subregion'), await loadClassification(world, 'm49-region')]
  return (day: Day): ReadonlyMap<string, readonly string[]> => {
    const regionsOf = new Map<string, string[]>()
    for (const { id, on } of both)
      for (const [region, members] of on(day))
        for (const { actor } of members) regionsOf.set(actor, [...(regionsOf.get(actor) ?? []), `${id} ${region}`])
    return regionsOf
  }
}

/**
 * Regional: nine tenths of the full members in the system lie in one region or sub-region of the M49 list of the United
 * Nations. Unknown where it hangs on members of whom nobody says where they lie. Without a member it is none.
 */
const loadRegional = async (world: Snapshot, by: ClassesBy): Promise<HoldsOfIgo> => {
  const [membersOn, regionsOn] = [await loadMembersInSystem(world, by), await loadRegions(world)]
  return (day) => {
    const [{ of }, regionsOf] = [membersOn(day), regionsOn(day)]
    return (igo) => {
      const members = of(igo)
      const counts = new Map<string, number>()
      for (const region of members.flatMap((state) => regionsOf.get(state) ?? []))
        counts.set(region, (counts.get(region) ?? 0) + 1)
      const most = Math.max(0, ...counts.values())
      const nowhere = members.filter((state) => !regionsOf.has(state)).length
      const enough = regionalShare * members.length
      if (members.length === 0 || most + nowhere < enough) return false
      return most >= enough ? true : undefined
    }
  }
}

/**
 * Whether organisations are of a class on a day. What an organisation is for (political, social, economic) is as a
 * source sorts it, for all days; unknown where none does. Throws `unknown-system` or `unknown-classification` where the
 * log does not hold what is needed.
 */
export const loadIgoClass = async (world: Snapshot, of: IgoClass, by: ClassesBy): Promise<HoldsOfIgo> => {
  if (of === 'universal') return loadUniversal(world, by)
  if (of === 'regional') return loadRegional(world, by)
  const fields = await loadFields(world)
  return () => (igo) => fields.get(igo)?.includes(of)
}
