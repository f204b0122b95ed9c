import { actorProfile } from './folds/actor-profile.ts'
import { accessionActs, accessionConditions } from './folds/accession-acts.ts'
import { attributes } from './folds/attributes.ts'
import { campaignCoalition, campaignPressure } from './folds/campaign-actions.ts'
import { classifications } from './folds/classifications.ts'
import { conductActs } from './folds/conduct-acts.ts'
import { coverageClaims } from './folds/coverage-claims.ts'
import { domestic } from './folds/domestic-acts.ts'
import type { Fold } from './fold/fold.ts'
import { igoActs } from './folds/igo-acts.ts'
import { igoAttributes } from './folds/igo-attributes.ts'
import { igoMembership } from './folds/igo-membership.ts'
import { igoImputed, igoProfile } from './folds/igo-profile.ts'
import { normDefinition, normLinks } from './folds/norm-definition.ts'
import { normPositions } from './folds/norm-positions.ts'
import { practice } from './folds/practice.ts'
import { relations } from './folds/relations.ts'
import { sourceRegister } from './folds/source-register.ts'
import { identifiers, stateSystem, succession, successionClaim } from './folds/state-system.ts'
import { treatyAttachments } from './folds/treaty-attachments.ts'
import { treatyMeasure } from './folds/treaty-measure.ts'
import { treatyStatus } from './folds/treaty-acts.ts'
import { treatyTerms } from './folds/treaty-terms.ts'

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
  conductActs,
  accessionActs,
  accessionConditions,
  normDefinition,
  normLinks,
  normPositions,
  domestic,
  classifications,
  relations,
  attributes,
  sourceRegister,
  coverageClaims,
]
