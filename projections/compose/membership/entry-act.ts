import type { Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import type { Interval } from '../../fold/fold.ts'
import type { AccessionActRow } from '../../folds/accession-acts.ts'

/** A step of a state on its way into an organisation. */
export interface EntryAct {
  readonly igo: string
  readonly actor: string
  /** `application`, `applicationEnded`, or a step of `AccessionStepTaken`. */
  readonly step: string
  readonly outcome: string | undefined
  readonly by: string | undefined
  readonly done: DateRange
  readonly decidedBy: readonly EventId[]
}

/** A step, from a row of the fold of accessions. */
export const entryActOf = ({
  columns: { igo, actor, step, outcome, by, latest },
  from,
  decidedBy,
}: Pick<Interval<AccessionActRow>, 'columns' | 'from' | 'decidedBy'>): EntryAct => ({
  igo,
  actor,
  step,
  outcome: outcome ?? undefined,
  by: by ?? undefined,
  done: { lo: from, hi: latest as Day },
  decidedBy,
})

/**
 * The acts that ask for admission: an application; an action plan or an invitation, where an organisation takes none,
 * as NATO did until 2022.
 */
const asking: ReadonlySet<string> = new Set(['application', 'actionPlan', 'invitation'])
export const asksForAdmission = (step: string): boolean => asking.has(step)

/**
 * Whether a step shows that its state was on the way in: one that went against it does not, nor does the end of an
 * application.
 */
export const showsCandidacy = ({ step, outcome }: Pick<EntryAct, 'step' | 'outcome'>): boolean =>
  step !== 'applicationEnded' && outcome !== 'negative' && outcome !== 'deferred'
