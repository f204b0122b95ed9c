import type { Mapping } from '../tables/mapping.ts'
import { cepiiCountries, cepiiDistances } from './cepii.ts'
import { ciri } from './ciri.ts'
import { cirights } from './cirights.ts'
import { coldat } from './coldat.ts'
import { cowAllianceSpells, cowAlliances } from './cow-alliances.ts'
import { cowCapabilities, cowCinc } from './cow-capabilities.ts'
import { cowContiguity, cowContiguitySpells } from './cow-contiguity.ts'
import { cowStates, cowStates2024 } from './cow-states.ts'
import { democracy } from './democracy.ts'
import { freedomHouse } from './freedom-house.ts'
import { gwStates } from './gw-states.ts'
import { hathaway } from './hathaway.ts'
import { lhrs } from './lhrs.ts'
import { mia } from './mia.ts'
import { pts } from './pts.ts'
import { vdem } from './vdem.ts'

/** The datasets whose meaning is data: each is imported by the generic importer. */
export const shippedMappings: readonly Mapping[] = [
  cowStates,
  cowStates2024,
  gwStates,
  cirights,
  ciri,
  pts,
  hathaway,
  lhrs,
  vdem,
  freedomHouse,
  democracy,
  cowContiguity,
  cowContiguitySpells,
  cowAlliances,
  cowAllianceSpells,
  cowCapabilities,
  cowCinc,
  cepiiDistances,
  cepiiCountries,
  coldat,
  mia,
]
