import type { Suspension } from '../../../projections/compose/membership/suspensions.ts'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { badInput } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import { addMonths, firstDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { at } from '../../time/timeline.ts'
import type { CompanyInput } from './exposure-inputs.ts'
import { companyOn, type CompanyOn, type Scored } from './network-on-day.ts'
import { exposureCoverage, type CoverageOfAveraged } from './exposure-coverage.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'
import { loadKnownScores, raterOf } from '../subjects/scores.ts'
import { loadSuspensions } from '../memberships/suspensions.ts'
import { loadCoverageOfMemberships } from '../memberships/membership-coverage.ts'
import { loadCoverageOfScores } from '../subjects/score-coverage.ts'
import { committedIn, hasReached } from '../status/adoption-threshold.ts'
import { loadSubject } from '../status/load-subject.ts'
import type { World } from '../question/snapshot.ts'

/** What is averaged: the score of a state on a day. */
type Scoring = (day: Day) => (state: string) => Scored | undefined

/**
 * The company of every day, and the scores of every day: those of the row's year are asked for, too, where the company
 * is of another.
 */
export interface Companies {
  readonly on: (day: Day) => CompanyOn
  readonly scoreOn: Scoring
  /** Loads how far the sources of exposures in a company reach, by state. */
  readonly loadCoverage: () => Promise<(on: CompanyOn) => (state: string) => Coverage>
}

/** What is averaged, and how far it is known. */
interface Averaged {
  readonly scoreOn: Scoring
  readonly loadCoverage: () => Promise<CoverageOfAveraged>
}

const practiceScoring = async (world: World, score: string, years: Years | undefined): Promise<Averaged> => {
  const byYear = await loadKnownScores(world, score, years)
  return {
    scoreOn: (day) => {
      const scores = byYear.get(yearOf(day))
      return (state) => scores?.get(state)
    },
    loadCoverage: async () => {
      const coverage = await loadCoverageOfScores(world, raterOf(score))
      return (partner, day) => coverage(partner, yearOf(day))
    },
  }
}

const adoptionScoring = async (world: World, word: string, { threshold, dates }: CompanyInput): Promise<Averaged> => {
  const subject = await loadSubject({ ...world, resolution: resolutionOf(dates) }, word)
  const timelines = new Map<string, ReturnType<typeof subject.historyOf>['timeline']>()
  const scoreOn: Scoring = (day) => (state) => {
    const timeline = timelines.get(state) ?? subject.historyOf(state).timeline
    timelines.set(state, timeline)
    const span = at(timeline, day)
    const may = span === undefined ? [] : committedIn(span.value)
    const reached = hasReached(may, threshold)
    if (reached !== undefined) return { value: reached ? 1 : 0, missing: undefined, decidedBy: span?.decidedBy ?? [] }
    // Of whom nobody says that nothing was done nothing is known: it leaves the fraction, as one that nobody has rated.
    const uncovered = span?.value.reason === 'not-covered'
    const between = !uncovered && may.length > 0 && !may.includes('UNKNOWN') ? ([0, 1] as const) : undefined
    return {
      value: undefined,
      missing: uncovered ? 'not-covered' : 'status-unknown',
      decidedBy: span?.decidedBy ?? [],
      ...(between !== undefined && { between }),
    }
  }
  const coverages = new Map<string, ReturnType<typeof subject.coverageOf>>()
  return {
    scoreOn,
    loadCoverage: async () => (partner, day) => {
      const coverage = coverages.get(partner) ?? subject.coverageOf(partner)
      coverages.set(partner, coverage)
      return coverage.on(day)
    },
  }
}

/** The years that a question is about; all of them where it does not say. */
export interface Years {
  readonly from: number
  readonly to: number
}

/**
 * Loads memberships and scores once; gives the company on any day of the years before which the lag looks, and the
 * scores of both. What it gives of a day is the same whatever the other years. Throws where neither or both of score
 * and adoption are given.
 */
export const loadCompanies = async (world: World, input: CompanyInput, years?: Years): Promise<Companies> => {
  const { score, adoption, lag } = input
  if ((score === undefined) === (adoption === undefined))
    throw badInput(
      'bad-input',
      'exposure to what? Give either `score`, rater:indicator, or `adoption`, a treaty or norm.',
    )
  const read = years === undefined ? undefined : { from: years.from - lag, to: years.to - lag }
  const { scoreOn, ...averaged } =
    score === undefined
      ? await adoptionScoring(world, adoption as string, input)
      : await practiceScoring(world, score, years === undefined ? undefined : { from: years.from - lag, to: years.to })
  const leftOut = new Set(
    (input.excludeIgos ?? '')
      .split(',')
      .filter((word) => word.trim() !== '')
      .map((word) => world.names.require('igo', word.trim())),
  )
  const imputed = input.excludeImputed ? await loadImputed(world) : () => false
  const days = read === undefined ? [] : ([firstDayOfYear(read.from), firstDayOfYear(read.to + 1)] as const)
  const memberships = (await loadAllMemberships({ ...world, resolution: resolutionOf(input.dates) }, ...days)).filter(
    (span) => !leftOut.has(span.igo),
  )
  const groups = [...groupBy(memberships, (span) => `${span.actor}\n${span.igo}`).values()]
  const suspensionsOf = input.excludeSuspended ? await loadSuspensions(world) : () => []
  const suspensions = new Map(
    groups.flatMap((group): [typeof group, readonly Suspension[]][] => {
      const told = group[0] === undefined ? [] : suspensionsOf(group[0])
      return told.length === 0 ? [] : [[group, told]]
    }),
  )
  const states = [...new Set(memberships.map(({ actor }) => actor))].toSorted()
  const organisations = [...new Set(memberships.map(({ igo }) => igo))].toSorted()
  const places = {
    states: new Map(states.map((state, i) => [state, i])),
    organisations: new Map(organisations.map((igo, o) => [igo, o])),
  }
  const seriesOf = input.yearCodes === 'edges' ? await loadSeries(world) : () => undefined
  const reading = { dates: input.dates, yearCodes: input.yearCodes, seriesOf }
  const on = (day: Day): CompanyOn =>
    companyOn(day, {
      groups,
      suspensions,
      states,
      organisations,
      places,
      imputed,
      scoreOf: scoreOn(day),
      reading,
      input,
    })
  const loadCoverage: Companies['loadCoverage'] = async () => {
    const ofMemberships = await loadCoverageOfMemberships(world, leftOut)
    const ofAveraged = await averaged.loadCoverage()
    return (company) => exposureCoverage(company, ofMemberships, ofAveraged)
  }
  return { on, scoreOn, loadCoverage }
}

/** The day from which memberships and scores are read: so many years before. */
export const laggedDay = (day: Day, years: number): Day => addMonths(day, -12 * years)
