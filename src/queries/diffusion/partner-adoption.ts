import { z } from 'zod'
import { memo } from '../../common/memo.ts'
import { adoptionExposureOf } from '../../diffusion/adoption-exposure.ts'
import { sharedOrganisationsOf } from '../../exposure/shared-organisations.ts'
import { lastDayOfYear } from '../../time/day.ts'
import { companyInputs } from '../network/network-inputs.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { loadCompanies } from '../network/network.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { AdoptionThreshold } from '../status/adoption-threshold.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import { isWithin, uncoveredSpells, type AdoptionSpell } from './adoption-spells.ts'

/**
 * Each state's exposure to those who had adopted at the end of a year; null where it shares no organisation with
 * anybody of whom that is known.
 */
const exposuresIn = (on: CompanyOn, hasAdopted: (state: string) => boolean, isKnown: (state: string) => boolean) => {
  const flags = (is: (state: string) => boolean) => Uint8Array.from(on.company.states, (state) => (is(state) ? 1 : 0))
  const [adopted, known] = [flags(hasAdopted), flags(isKnown)]
  const weightsOf = sharedOrganisationsOf(on.company)
  return (state: string): number | null => {
    const i = on.indexOf(state)
    return i === undefined ? null : (adoptionExposureOf(i, weightsOf(i), adopted, known) ?? null)
  }
}

/**
 * The share of a state's partners, by shared organisations, that had adopted at the end of a year: from 0 to 1, and
 * null where that is known of none of them. `spells`: when states had certainly adopted.
 */
export const loadPartnerAdoption = async (
  world: Snapshot,
  subject: StatusSubject,
  threshold: AdoptionThreshold,
  spells: ReadonlyMap<string, readonly AdoptionSpell[]>,
): Promise<(state: string, year: number) => number | null> => {
  const companies = await loadCompanies(
    world,
    z.object(companyInputs).parse({ adoption: subject.id, yearCodes: 'whole' }),
  )
  const uncoveredOf = memo((state) => uncoveredSpells(subject.historyOf(state).timeline, threshold))
  const ofYear = memo((year) => {
    const day = lastDayOfYear(Number(year))
    return exposuresIn(
      companies.on(day, day),
      (state) => isWithin(spells.get(state), day),
      (state) => !isWithin(uncoveredOf(state), day),
    )
  })
  return (state, year) => ofYear(String(year))(state)
}
