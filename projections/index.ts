import { campaignCoalition, campaignPressure } from './campaign-pressure.ts'
import { coverageClaims } from './coverage-claims.ts'
import { domestic } from './domestic.ts'
import type { Fold } from './fold.ts'
import { igoActs } from './igo-acts.ts'
import { igoAttributes } from './igo-attributes.ts'
import { igoMembership } from './igo-membership.ts'
import { igoImputed, igoProfile } from './igo-profile.ts'
import { normDefinition, normLinks } from './norm-definition.ts'
import { normPositions } from './norm-positions.ts'
import { practice } from './practice.ts'
import { sourceRegister } from './source-register.ts'
import { actorProfile, identifiers, stateSystem, succession, successionClaim } from './state-system.ts'
import { treatyAttachments } from './treaty-attachments.ts'
import { treatyMeasure } from './treaty-measure.ts'
import { treatyStatus } from './treaty-status.ts'
import { treatyTerms } from './treaty-terms.ts'

/** Every projection that the read model keeps. */
export const folds: readonly Fold[] = [
  actorProfile,
  stateSystem,
  succession,
  successionClaim,
  identifiers,
  treatyTerms,
  treatyStatus,
  treatyMeasure,
  treatyAttachments,
  igoProfile,
  igoMembership,
  igoActs,
  igoAttributes,
  igoImputed,
  practice,
  campaignPressure,
  campaignCoalition,
  normDefinition,
  normLinks,
  normPositions,
  domestic,
  sourceRegister,
  coverageClaims,
]
