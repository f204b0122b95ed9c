import { anomalies } from './anomalies.ts'
import { conflicts } from './conflicts.ts'
import { coverage } from './coverage.ts'
import { diff } from './diff.ts'
import { entryIntoForceLedger } from './entry-into-force.ts'
import { events } from './events.ts'
import { exits } from './exits.ts'
import { explainExposure } from './explain-exposure.ts'
import { explainStatus } from './explain-status.ts'
import { exposure } from './exposure.ts'
import { info } from './info.ts'
import { memberships } from './memberships.ts'
import { members } from './members.ts'
import { namesQuestion } from './names-question.ts'
import { panelExposure } from './panel-exposure.ts'
import { panelMemberships } from './panel-memberships.ts'
import { panelScores } from './panel-scores.ts'
import { panelStatus } from './panel-status.ts'
import { pressure } from './pressure.ts'
import { proposals } from './proposals.ts'
import { proposalsAgreement } from './proposals-agreement.ts'
import { proposalsDisagreements } from './proposals-disagreements.ts'
import type { Question } from './question.ts'
import { reservations } from './reservations.ts'
import { sourcesQuestion } from './sources.ts'
import { spread } from './spread.ts'
import { status } from './status.ts'
import { timeline } from './timeline.ts'
import { treaty } from './treaty.ts'
import { worldQuestion } from './world-question.ts'

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
