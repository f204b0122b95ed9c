import { never } from '../../../src/time/date-range.ts'
import type { MembershipActClass } from '../../folds/igo-acts.ts'
import type { Anomaly } from '../anomaly.ts'
import { emptyLedger, end, notice, revocation, settle, start, type ExitStep } from './exit-steps.ts'
import type { ExitClause, MembershipAct, MembershipExit } from './membership-exit.ts'

/** What one order of the acts comes to. */
export interface ExitCourse {
  readonly exits: readonly MembershipExit[]
  readonly anomalies: readonly Anomaly[]
}

const steps: Readonly<Record<MembershipActClass, ExitStep>> = { notice, revocation, end, start }

/**
 * The exits by acts in the order in which they were done. `inTime`: of revocations whose dates do not tell whether they
 * came before the effect, which did.
 */
export const exitsInOrder = (
  acts: readonly MembershipAct[],
  clause: ExitClause | undefined,
  inTime: readonly boolean[] = [],
): ExitCourse => {
  const law = { clause, inTime }
  const read = acts.reduce((ledger, act) => steps[act.class](ledger, act, law), emptyLedger)
  const { exits, anomalies } = settle(read, never, law)
  return { exits, anomalies }
}
