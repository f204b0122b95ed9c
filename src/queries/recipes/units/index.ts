import { stateYear } from './state-year.ts'
import type { Unit } from './unit.ts'

/** What a row may stand for. */
export const units: readonly Unit[] = [stateYear]

export const unitOf = (id: string): Unit | undefined => units.find((unit) => unit.id === id)
