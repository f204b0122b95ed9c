import { anomalies } from './treaties/anomalies.ts'
import { conflicts } from './conflicts/conflicts.ts'
import { coverage } from './holdings/coverage.ts'
import { diff } from './diff/diff.ts'
import { entryIntoForceLedger } from './treaties/entry-into-force.ts'
import { events } from './record/events.ts'
import { exits } from './treaties/exits.ts'
import { explainExposure } from './exposure/explain-exposure.ts'
import { explainStatus } from './status/explain-status.ts'
import { exposure } from './exposure/exposure.ts'
import { info } from './holdings/info.ts'
import { memberships } from './memberships/memberships.ts'
import { members } from './memberships/members.ts'
import { namesQuestion } from './holdings/names.ts'
import { panelExposure } from './panels/panel-exposure.ts'
import { panelMemberships } from './panels/panel-memberships.ts'
import { panelScores } from './panels/panel-scores.ts'
import { panelStatus } from './panels/panel-status.ts'
import { pressure } from './diffusion/pressure.ts'
import { proposals } from './proposals/proposals.ts'
import { proposalsAgreement } from './proposals/proposals-agreement.ts'
import { proposalsDisagreements } from './proposals/proposals-disagreements.ts'
import type { Question } from './question/question.ts'
import { reservations } from './status/reservations.ts'
import { sourcesQuestion } from './holdings/sources.ts'
import { spread } from './diffusion/spread.ts'
import { status } from './status/status.ts'
import { timeline } from './status/timeline.ts'
import { treaty } from './treaties/treaty.ts'
import { worldQuestion } from './status/world.ts'

/** Every question that normtrail answers, in the order in which help lists them. */
export const questions: readonly Question[] = [
  status,
  timeline,
  worldQuestion,
  treaty,
  reservations,
  memberships,
  members,
  exposure,
  pressure,
  spread,
  explainStatus,
  explainExposure,
  entryIntoForceLedger,
  exits,
  anomalies,
  conflicts,
  coverage,
  diff,
  panelStatus,
  panelMemberships,
  panelExposure,
  panelScores,
  proposals,
  proposalsAgreement,
  proposalsDisagreements,
  events,
  namesQuestion,
  sourcesQuestion,
  info,
]
