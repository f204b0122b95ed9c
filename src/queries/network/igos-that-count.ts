import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { pairOf } from '../memberships/packed-spans.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { System } from '../subjects/system-spells.ts'
import { loadChosenIgos, type ChosenIgos } from './chosen-igos.ts'
import type { CompanyOn } from './company-on.ts'
import { fullMembersOn } from './full-members.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { Places } from './network-on-day.ts'
import { countsIn, type Seating } from './seats-on-day.ts'

/** What is asked of companies: with the state system whose states make an organisation universal. */
export type CompaniesInput = NetworkInput & { readonly system?: System | undefined }

const all: ChosenIgos = { on: () => () => true, never: () => false }

/** Which organisations count, by day; all where nothing chooses among them. */
export const igosThatCount = async (
  world: Snapshot,
  input: CompaniesInput,
  seating: Omit<Seating, 'leftOutOn'>,
): Promise<ChosenIgos> => {
  if (input.igos === undefined) return all
  const membersOn = memo((day) => fullMembersOn(seating, Number(day) as Day))
  const chosen = await loadChosenIgos(world, input.igos, async () => ({
    fullMembersOn: (day) => membersOn(String(day)),
    system: (await withSystem(world, input)).system,
    universal: input.universal,
  }))
  const on = memo((day) => memo(chosen.on(Number(day) as Day)))
  return { ...chosen, on: (day) => on(String(day)) }
}

/** The organisations of a state on a day of which it is unknown whether they count. */
export const unknownIgosOn = (
  seating: Seating,
  { states, organisations }: Places,
  chosen: ChosenIgos,
  day: Day,
): CompanyOn['unknownIgos'] => {
  const { packed, imputed } = seating
  const unknown = memo(() =>
    packed.organisations.filter((igo) => chosen.on(day)(igo) === undefined && !imputed(igo, day)),
  )
  const counts = countsIn(seating, day)
  return (state) => {
    const i = states.get(state)
    if (i === undefined) return []
    return unknown('').filter((igo) => {
      const pair = pairOf(packed, i, organisations.get(igo) ?? -1)
      return pair !== undefined && counts(pair)
    })
  }
}
