import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { pairOf } from '../memberships/packed-spans.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { System } from '../memberships/system-spells.ts'
import { loadChosenIgos, loadNumbersOfIgos, type ChosenIgos } from './chosen-igos.ts'
import type { CompanyOn } from './company-on.ts'
import { fullMembersOn } from './full-members.ts'
import { attributeId } from './igo-conditions.ts'
import type { ReadAdoptions } from './averaged-adoption.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { Places } from './network-on-day.ts'
import { countsIn, type Seating } from './seats-on-day.ts'

/** What is asked of companies: with the state system whose states make an organisation universal. */
export type CompaniesInput = NetworkInput & ReadAdoptions & { readonly system?: System | undefined }

/** Which organisations count, and how much each weighs on a day; without weights each counts 1. */
export interface CountingIgos extends ChosenIgos {
  /** Another one for whatever else was asked for. */
  readonly key: string
  readonly weightsOn: ((day: Day, igos: readonly string[]) => Float64Array) | undefined
}

const everything: ChosenIgos = { on: () => () => true, never: () => false }

const loadConditions = async (
  world: Snapshot,
  input: CompaniesInput,
  seating: Omit<Seating, 'leftOutOn'>,
): Promise<ChosenIgos> => {
  if (input.igos === undefined) return everything
  const membersOn = memo((day) => fullMembersOn(seating, Number(day) as Day))
  return loadChosenIgos(world, input.igos, async () => ({
    fullMembersOn: (day) => membersOn(String(day)),
    system: (await withSystem(world, input)).system,
    universal: input.universal,
  }))
}

/** Those among which something chooses, by weight: unknown where the weight is, and none of those that weigh 0. */
const weighed = async (
  world: Snapshot,
  { on, never }: ChosenIgos,
  weight: string,
): Promise<Omit<CountingIgos, 'key'>> => {
  const numbers = await loadNumbersOfIgos(world, attributeId(weight))
  return {
    on: (day) => {
      const isChosen = on(day)
      return (igo) => {
        const [chosen, number] = [isChosen(igo), numbers.on(igo, day)]
        if (chosen === false || number === 0) return false
        return number === undefined ? undefined : chosen
      }
    },
    never: (igo) => never(igo) || !numbers.has(igo),
    weightsOn: (day, igos) => Float64Array.from(igos, (igo) => numbers.on(igo, day) ?? 0),
  }
}

/** Which organisations count, by day, and what they weigh; all alike where nothing chooses among them. */
export const igosThatCount = async (
  world: Snapshot,
  input: CompaniesInput,
  seating: Omit<Seating, 'leftOutOn'>,
): Promise<CountingIgos> => {
  const chosen = await loadConditions(world, input, seating)
  const { igos, weight, universal, system } = input
  if (igos === undefined && weight === undefined) return { ...chosen, weightsOn: undefined, key: '' }
  const counting = weight === undefined ? { ...chosen, weightsOn: undefined } : await weighed(world, chosen, weight)
  const on = memo((day) => memo(counting.on(Number(day) as Day)))
  return { ...counting, on: (day) => on(String(day)), key: JSON.stringify([igos?.text, weight, universal, system]) }
}

/** The organisations of a state on a day of which it is unknown whether they count. */
export const unknownIgosOn = (
  seating: Seating,
  { states, organisations }: Places,
  chosen: ChosenIgos,
  day: Day,
): CompanyOn['unknownIgos'] => {
  const { packed, imputed } = seating
  const unknown = memo(() => {
    const isChosen = chosen.on(day)
    return packed.organisations.filter((igo) => isChosen(igo) === undefined && !imputed(igo, day))
  })
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
