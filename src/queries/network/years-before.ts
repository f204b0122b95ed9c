import { withPast, withScores, type Company } from '../../exposure/company.ts'
import type { Doubts } from '../../exposure/doubts/uncertainty.ts'
import { groupBy } from '../../common/group-by.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import { laggedDay } from './lag.ts'
import type { CompanyOn } from './company-on.ts'
import { seatedIn } from './seated-in.ts'
import type { SeatsOn, UncertainMembership } from './seats-on-day.ts'

/** Who sat where on the same date of an earlier year. */
export interface YearBefore {
  readonly seats: SeatsOn
  readonly membershipEvents: CompanyOn['membershipEvents']
}

/** The first day on which a membership is known to have begun; `FOREVER` where there is none. */
export const firstDated = (starts: Iterable<number>): Day => {
  let first: number = FOREVER
  for (const at of starts) if (at > ALWAYS && at < first) first = at
  return first as Day
}

/**
 * The days one year before a day, two years before, and so on, as long as they are not before `first`. What is only
 * known to have begun before some day is followed no farther than the first dated membership.
 */
export const daysBefore = (day: Day, first: Day): readonly Day[] => {
  const days: Day[] = []
  for (let years = 1; laggedDay(day, { years }) >= first; years++) days.push(laggedDay(day, { years }))
  return days
}

interface Parts {
  readonly years: readonly YearBefore[]
  /** The doubts of seats, in a company that has the scores of the day; undefined where none are asked for. */
  readonly doubtsIn: ((of: Company, seats: SeatsOn) => Doubts) | undefined
  readonly seats: SeatsOn
}

/**
 * The company of a day with that of the years before it. Scores are those of the day; doubts are those of all years.
 */
export const companyWithPast = (on: CompanyOn, { years, doubtsIn, seats }: Parts): CompanyOn => {
  const { states, organisations, scores, rated } = on.company
  const past = years.map((year) => withScores(seatedIn(year.seats, states, organisations), scores, rated))
  const whole = withPast(on.company, past)
  const isCertain = on.doubts === undefined && years.every((year) => year.seats.uncertain.length === 0)
  const events = [on, ...years].map(({ membershipEvents }) => membershipEvents)
  const found: CompanyOn = {
    ...on,
    company: whole,
    doubts:
      isCertain || doubtsIn === undefined
        ? undefined
        : {
            ...doubtsIn(on.company, seats),
            past: years.map((year, k) => doubtsIn(past[k] ?? on.company, year.seats)),
          },
    uncertain: together([on.uncertain, ...years.map((year) => year.seats.uncertain)].flat()),
    membershipEvents: (igo) => {
      const inYears = events.map((of) => of(igo))
      return (state) => unionOf(...inYears.map((of) => of(state)))
    },
    withPast: () => found,
  }
  return found
}

/** What is uncertain of a membership in several years, told once. */
const together = (uncertain: readonly UncertainMembership[]): readonly UncertainMembership[] =>
  [...groupBy(uncertain, ({ actor, igo }) => `${actor}\n${igo}`).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    return [
      {
        igo: first.igo,
        actor: first.actor,
        may: [...new Set(same.flatMap(({ may }) => may))],
        get decidedBy() {
          return unionOf(...same.map(({ decidedBy }) => decidedBy))
        },
      },
    ]
  })
