import { adoption } from './adoption.ts'
import { directedDyadYear, dyadYear } from './dyad-year.ts'
import { event } from './event.ts'
import { eventHistory } from './event-history.ts'
import { membershipYear } from './membership-year.ts'
import { organisationYear } from './organisation-year.ts'
import { stateSpell } from './state-spell.ts'
import { stateYear } from './state-year.ts'
import type { Unit } from './unit.ts'

/** What a row may stand for. */
export const units: readonly Unit[] = [
  stateYear,
  stateSpell,
  dyadYear,
  directedDyadYear,
  organisationYear,
  membershipYear,
  event,
  adoption,
  eventHistory,
]

export const unitOf = (id: string): Unit | undefined => units.find((unit) => unit.id === id)
