/**
 * All international actors of the catalogue, by region, then former states, then the participants that are not states.
 */
import { africa } from './africa.ts'
import { americas } from './americas.ts'
import { asia } from './asia.ts'
import type { ActorEntry } from './entry.ts'
import { europe } from './europe.ts'
import { former } from './former.ts'
import { notStates } from './not-states.ts'
import { oceania } from './oceania.ts'

export type { ActorEntry, DatedCode } from './entry.ts'

export const actors: readonly ActorEntry[] = [
  ...africa,
  ...americas,
  ...asia,
  ...europe,
  ...oceania,
  ...former,
  ...notStates,
]
