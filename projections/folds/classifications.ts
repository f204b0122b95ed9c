import { ALWAYS } from '../../src/time/day.ts'
import { never, type DateRange } from '../../src/time/date-range.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { fold, payload, type Fact, type Interval } from '../fold/fold.ts'
import { dayAfter, uncertainEdges } from '../fold/ends.ts'
import { toldByOf } from '../fold/source-policy.ts'

export type Classified = {
  readonly classification: string
  /** The code or id of the class. */
  readonly class: string
  /** The class in words. */
  readonly label: string
  readonly actor: string
  /** 1 where nothing says since when: it is taken as ever. */
  readonly assumed: number
  /** JSON: who tells so. */
  readonly told_by: string
}

const always: DateRange = { lo: ALWAYS, hi: ALWAYS }

const intervalsOf = (fact: Fact): readonly Interval<Classified>[] => {
  const { from, through, ...said } = payload<
    Omit<Classified, 'assumed' | 'told_by'> & { from?: string; through?: string }
  >(fact)
  return uncertainEdges(
    from === undefined ? always : parseDate(from),
    through === undefined ? never : dayAfter(parseDate(through)),
    fact.decidedBy,
    { ...said, assumed: from === undefined ? 1 : 0, told_by: toldByOf(fact.sources) },
  )
}

/**
 * In which classes of a classification an actor stands, and when; several may hold at once. Reads
 * `classification-<classification>-<actor>`. What a list does not date is taken as ever, and marked: when the actor
 * was there, other streams tell.
 */
export const classifications = fold<Classified>({
  name: 'classifications',
  reads: ['classification'],
  table: 'classification',
  columns: ['classification', 'class', 'label', 'actor', 'assumed', 'told_by'],
  intervals: (facts) => facts.filter(({ type }) => type === 'ActorClassified').flatMap(intervalsOf),
})
