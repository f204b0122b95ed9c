import { campaignCoalition, campaignPressure } from './campaign-pressure.ts'
import type { Fold } from './fold.ts'
import { igoMembership } from './igo-membership.ts'
import { igoImputed, igoProfile } from './igo-profile.ts'
import { normDefinition, normLinks } from './norm-definition.ts'
import { practice } from './practice.ts'
import { sourceRegister } from './source-register.ts'
import { actorProfile, identifiers, stateSystem, succession } from './state-system.ts'
import { treatyStatus } from './treaty-status.ts'
import { treatyTerms } from './treaty-terms.ts'

/** Every projection that the read model keeps. */
export const folds: readonly Fold[] = [
  actorProfile, stateSystem, succession, identifiers, treatyTerms, treatyStatus, igoProfile, igoMembership, igoImputed,
  practice, campaignPressure, campaignCoalition, normDefinition, normLinks, sourceRegister,
]
