import { standingOn, type MembershipSpan } from '../../projections/compose/membership.ts'
import { closest } from '../closest.ts'
import { badInput, notFound } from '../error.ts'
import { company, type Company } from '../exposure/company.ts'
import { rowsFromPairs } from '../exposure/rows.ts'
import { groupBy } from '../group-by.ts'
import { addMonths, firstDayOfYear, yearOf, type Day } from '../time/day.ts'
import { at } from '../time/timeline.ts'
import type { EventId } from '../time/event-id.ts'
import type { CompanyInput } from './company-inputs.ts'
import { loadImputed } from './load/imputed.ts'
import { loadAllMemberships } from './load/memberships.ts'
import { knownIndicators, loadScores, type Score } from './load/scores.ts'
import { committedIn, hasReached } from './reached.ts'
import { loadSubject } from './subject-status.ts'
import type { World } from './world.ts'

/** The company that all states kept on one day, with the evidence for every part of it. */
export interface CompanyOn {
  readonly company: Company
  readonly day: Day
  readonly indexOf: (state: string) => number | undefined
  readonly scoreOf: (state: string) => Score | undefined
  readonly membershipEvents: (igo: string, state: string) => readonly EventId[]
}

/** What is averaged: the score of a state on a day. */
type Scoring = (day: Day) => (state: string) => Score | undefined

const practiceScoring = async (world: World, score: string, years: Years | undefined): Promise<Scoring> => {
  const [rater, indicator] = score.split(':') as [string, string]
  const byYear = await loadScores(world, rater, indicator, years)
  const known = byYear.size > 0 ? [score] : await knownIndicators(world)
  if (!known.includes(score)) {
    const near = closest(score, known)
    throw notFound('unknown-score', `nobody has recorded scores for "${score}".`, { hint: `Known: ${(near.length > 0 ? near : known.slice(0, 12)).join(', ') || 'none; import some first'}.` })
  }
  return (day) => {
    const scores = byYear.get(yearOf(day))
    return (state) => scores?.get(state)
  }
}

const adoptionScoring = async (world: World, word: string, threshold: CompanyInput['threshold']): Promise<Scoring> => {
  const subject = await loadSubject(world, word)
  const timelines = new Map<string, ReturnType<typeof subject.historyOf>['timeline']>()
  return (day) => (state) => {
    const timeline = timelines.get(state) ?? subject.historyOf(state).timeline
    timelines.set(state, timeline)
    const span = at(timeline, day)
    const reached = span === undefined ? undefined : hasReached(committedIn(span.value), threshold)
    return { value: reached === undefined ? undefined : reached ? 1 : 0, missing: reached === undefined ? 'status-unknown' : undefined, decidedBy: span?.decidedBy ?? [] }
  }
}

/** The years that a question reads; all of them where it does not say. */
export interface Years {
  readonly from: number
  readonly to: number
}

/** Loads memberships and scores once; gives the company on any day of the years. Throws where neither or both of score and adoption are given. */
export const loadCompanies = async (world: World, input: CompanyInput, years?: Years): Promise<(day: Day) => CompanyOn> => {
  if ((input.score === undefined) === (input.adoption === undefined))
    throw badInput('bad-input', 'exposure to what? Give either --score rater:indicator or --adoption <treaty or norm>.')
  const scoring = input.score === undefined ? await adoptionScoring(world, input.adoption as string, input.threshold) : await practiceScoring(world, input.score, years)
  const leftOut = new Set((input.excludeIgos ?? '').split(',').filter((word) => word.trim() !== '').map((word) => world.names.require('igo', word.trim())))
  const imputed = input.excludeImputed ? await loadImputed(world) : () => false
  const days = years === undefined ? [] : ([firstDayOfYear(years.from), firstDayOfYear(years.to + 1)] as const)
  const memberships = (await loadAllMemberships(world, ...days)).filter((span) => !leftOut.has(span.igo))
  const groups = [...groupBy(memberships, (span) => `${span.actor}\n${span.igo}`).values()]
  const states = [...new Set(memberships.map(({ actor }) => actor))].toSorted()
  const organisations = [...new Set(memberships.map(({ igo }) => igo))].toSorted()
  const places = { states: new Map(states.map((state, i) => [state, i])), organisations: new Map(organisations.map((igo, o) => [igo, o])) }
  return (day) => companyOn(day, { groups, states, organisations, places, imputed, scoreOf: scoring(day), input })
}

interface Parts {
  readonly groups: readonly (readonly MembershipSpan[])[]
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  readonly places: { readonly states: ReadonlyMap<string, number>; readonly organisations: ReadonlyMap<string, number> }
  readonly imputed: (igo: string, day: Day) => boolean
  readonly scoreOf: (state: string) => Score | undefined
  readonly input: CompanyInput
}

const companyOn = (day: Day, { groups, states, organisations, places, imputed, scoreOf, input }: Parts): CompanyOn => {
  const focal = { row: [] as number[], item: [] as number[] }
  const alter = { row: [] as number[], item: [] as number[] }
  const seats = new Map<string, MembershipSpan>()
  for (const spans of groups) {
    const span = standingOn(spans, day)
    if (span === undefined || span.kind === 'none' || span.kind === 'unknown' || imputed(span.igo, day)) continue
    const i = places.states.get(span.actor) as number
    const o = places.organisations.get(span.igo) as number
    if (input.kinds.includes(span.kind)) {
      focal.row.push(i)
      focal.item.push(o)
    }
    if (input.partnerKinds.includes(span.kind)) {
      alter.row.push(o)
      alter.item.push(i)
    }
    seats.set(`${span.igo}\n${span.actor}`, span)
  }
  const scores = states.map((state) => scoreOf(state)?.value)
  return {
    company: company({
      states,
      organisations,
      focal: rowsFromPairs(focal, states.length, organisations.length),
      alter: rowsFromPairs(alter, organisations.length, states.length),
      scores: scores.map((score) => score ?? 0),
      rated: scores.map((score) => (score === undefined ? 0 : 1)),
    }),
    day,
    indexOf: (state) => places.states.get(state),
    scoreOf,
    membershipEvents: (igo, state) => seats.get(`${igo}\n${state}`)?.decidedBy ?? [],
  }
}

/** The day from which memberships and scores are read: so many years before. */
export const laggedDay = (day: Day, years: number): Day => addMonths(day, -12 * years)
