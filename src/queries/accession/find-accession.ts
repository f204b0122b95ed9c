import type { z } from 'zod'
import {
  coverageOfActor,
  coverageOn,
  farther,
  nearer,
  notCovered,
  type Coverage,
  type CoverageClaim,
} from '../../../projections/compose/coverage/coverage.ts'
import { entriesOn } from '../../../projections/compose/membership/entry-spells.ts'
import type { EntrySpan } from '../../../projections/compose/membership/entry.ts'
import type { EntryAct } from '../../../projections/compose/membership/entry-act.ts'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { rangeInWords } from '../../../projections/compose/membership/record.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, formatBound, formatDay, yearOf, type Day } from '../../time/day.ts'
import { loadMembersOf, loadOrganisationNames } from '../memberships/load-memberships.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { loadCoverageOfMembers, type CoverageOfMembers } from '../memberships/membership-coverage.ts'
import { loadClaims } from '../question/coverage-claims.ts'
import { coverageOf } from '../question/coverage-fields.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadKnownScores, type ScoresOfYear } from '../subjects/scores.ts'
import type { AccessionAnswer, accessionInput, StateAccession, Study } from './accession-answer.ts'
import { summaries } from './distances.ts'
import { loadEntrances, type Entrance } from './load-entries.ts'
import { studyYears, withDistance, type StudyInput, type StudyYear } from './study.ts'

type Input = z.output<typeof accessionInput>

const entryOf = ({ value, certainty }: EntrySpan) => ({
  entry: value.entry,
  reason: value.reason ?? null,
  number: value.number,
  isMember: value.isMember,
  openedBy: value.openedBy ?? null,
  certainty,
})

/** A spell as it stands on a day: what ended later goes on. */
const spellBy = (span: EntrySpan, day: Day) => ({
  ...entryOf(span),
  from: formatBound(span.from),
  to: formatBound(span.to <= day ? span.to : FOREVER),
  decidedBy: [...span.decidedBy],
})

const actOf = ({ igo, step, outcome, by, done, decidedBy }: EntryAct) => ({
  igo,
  step,
  outcome: outcome ?? null,
  by: by ?? null,
  on: rangeInWords(done),
  decidedBy: [...decidedBy],
})

type Condition = StateAccession['conditions'][number]

/** The conditions of everybody's admission to some organisations, or standing in them, as they stand on the day. */
const loadConditions = async (world: Snapshot, line: readonly string[]) => {
  const rows = await knownRows(world, 'accession_condition')
    .selectAll()
    .where('igo', 'in', line)
    .where('valid_from', '<=', world.asOf)
    .orderBy('valid_from')
    .execute()
  return groupBy(
    rows.map((row): Condition & { readonly actor: string } => ({
      actor: row.actor,
      condition: row.condition,
      norm: row.norm,
      from: formatDay(row.valid_from as Day),
      to: formatBound((row.valid_to <= world.asOf ? row.valid_to : FOREVER) as Day),
      outcome: row.valid_to <= world.asOf ? row.outcome : null,
      isOpen: world.asOf < row.valid_to,
      decidedBy: [...idsOf(row.decided_by)],
    })),
    ({ actor }) => actor,
  )
}

/**
 * How far the memberships of an actor in an organisation and in those before it are known, and its applications: by
 * whichever of them is known farther. A source that lists the states it speaks of speaks of nobody else.
 */
const loadCoverage = async (world: Snapshot, line: readonly string[]) => {
  const members: CoverageOfMembers[] = []
  const claims: CoverageClaim[] = []
  for (const igo of line) {
    members.push(await loadCoverageOfMembers(world, igo))
    claims.push(...(await loadClaims(world, 'igo', igo)))
  }
  const lives = await livesOf(world)
  return {
    members: (day: Day, actor: string): Coverage => members.map((on) => on(day, actor)).reduce(farther),
    applications: (day: Day, actor: string): Coverage =>
      coverageOn(coverageOfActor(claims, actor, lives.get(actor)), ['accession'], day),
  }
}

/** No farther than that of any of these actors. */
const ofAll = (actors: readonly string[], of: (actor: string) => Coverage): Coverage => {
  const [first = notCovered, ...rest] = actors.map(of)
  return rest.reduce(nearer, first)
}

/** The memberships of everybody in each organisation of a line, by actor. */
const loadLine = async (world: Snapshot, line: readonly string[]) => {
  const byActor: ReadonlyMap<string, readonly MembershipSpan[]>[] = []
  for (const igo of line) byActor.push(groupBy(await loadMembersOf(world, igo), ({ actor }) => actor))
  const actors = new Set(byActor.flatMap((one) => [...one.keys()]))
  return {
    of: (igo: string, actor: string): readonly MembershipSpan[] => byActor[line.indexOf(igo)]?.get(actor) ?? [],
    members: new Map([...actors].map((actor) => [actor, byActor.map((one) => one.get(actor) ?? [])])),
  }
}

const countBy = (words: readonly string[]): Record<string, number> =>
  Object.fromEntries([...groupBy(words, (word) => word)].map(([word, list]) => [word, list.length]))

/** Whether anything but absence is told of a state by a day. */
const isToldBy =
  (day: Day) =>
  ({ acts, stretches, spans }: Entrance): boolean =>
    acts.some(({ done }) => done.lo <= day) ||
    (stretches.length > 0 && spans.some(({ value, from }) => value.isMember && from <= day))

export const accessionOf = async (asked: Snapshot, input: Input): Promise<AccessionAnswer> => {
  const world: Snapshot = { ...asked, formality: 'all' }
  const igo = world.names.require('igo', input.igo, { day: world.asOf })
  const only = input.state === undefined ? undefined : world.names.require('state', input.state, { day: world.asOf })
  const entrances = await loadEntrances(world, {
    probation: input.probation,
    yearCodes: 'edges',
    seriesOf: await loadSeries(world),
  })
  const line = entrances.lineOf(igo)
  const { of: spansOf, members } = await loadLine(world, line)
  const conditions = await loadConditions(world, line)
  const actors = [...new Set([...members.keys(), ...entrances.actorsIn(igo), ...conditions.keys()])].toSorted()
  const all = actors.map((actor) => entrances.of(igo, actor, (one) => spansOf(one, actor))).filter(isToldBy(world.asOf))
  const shown = all.filter(({ actor }) => only === undefined || actor === only)
  const coverage = await loadCoverage(world, line)
  const states = shown.map(({ actor, spans, acts }): StateAccession => ({
    state: actor,
    name: world.names.nameOn('state', actor, world.asOf),
    on: entriesOn(spans, world.asOf).map(entryOf),
    spells: spans
      .filter(({ value, from }) => from <= world.asOf && (value.entry !== 'outside' || value.number > 1))
      .map((span) => spellBy(span, world.asOf)),
    acts: acts.filter(({ done }) => done.lo <= world.asOf).map(actOf),
    conditions: (conditions.get(actor) ?? []).map(({ actor: _actor, ...rest }) => rest),
  }))
  const told = shown.map(({ actor }) => actor)
  const entries = states.map(({ on }) => [...new Set(on.map(({ entry }) => entry))].join('|') || 'unknown')
  return {
    igo,
    name: (await loadOrganisationNames(world))(igo),
    line: [...line],
    probation: input.probation,
    states,
    count: countBy(entries),
    unknown: countBy(states.flatMap(({ on }) => on.flatMap(({ reason }) => reason ?? []))),
    coverage: coverageOf(ofAll(told, (actor) => coverage.members(world.asOf, actor))),
    applications: coverageOf(ofAll(told, (actor) => coverage.applications(world.asOf, actor))),
    ...(input.score !== undefined && {
      study: await studyOf(world, input, { shown, members, coverageOn: coverage.members, only }),
    }),
  }
}

interface Studied {
  readonly shown: readonly Entrance[]
  readonly members: ReadonlyMap<string, readonly (readonly MembershipSpan[])[]>
  readonly coverageOn: StudyInput['coverageOn']
  readonly only: string | undefined
}

/** What each account of why states align expects to see: in words, for numbers alone tell nothing of motives. */
const reading = {
  instrumental:
    'alignment for the sake of admission would show a distance that falls before or at the entry, and rises again ' +
    'after an exit',
  intrinsic:
    'alignment by socialization would show a distance that falls gradually during the membership, and stays where it ' +
    'is after an exit',
  caution:
    'neither is concluded here: candidates are not chosen at random, members change too, and a score that is bounded ' +
    'moves to the middle by itself',
} as const

/** The first certain day of a membership that followed a candidacy, of each way in. */
const entriesIn = ({ spans }: Entrance): ReadonlyMap<number, number> =>
  new Map(
    spans
      .toReversed()
      .filter(({ value }) => value.isMember && value.openedBy !== undefined)
      .map(({ value, from }) => [value.number, yearOf(from)]),
  )

const isFounder = ({ spans }: Entrance): boolean => spans.some(({ value }) => value.entry === 'founder')
const isUnknown = ({ spans }: Entrance): boolean =>
  spans.some(({ value }) => value.entry === 'unknown' && value.isMember)

/** The last year up to one of which anybody has a score. */
const lastScoredIn = (scores: ReadonlyMap<number, ScoresOfYear>, to: number): number | null => {
  const years = [...scores].filter(
    ([year, of]) => year <= to && [...of.values()].some(({ value }) => value !== undefined),
  )
  return years.length === 0 ? null : Math.max(...years.map(([year]) => year))
}

const studyOf = async (
  world: Snapshot,
  input: Input,
  { shown, members, coverageOn: on, only }: Studied,
): Promise<Study> => {
  const score = String(input.score)
  const { from = null, before } = input
  const to = Math.min(input.to ?? Infinity, yearOf(world.asOf))
  const scores = await loadKnownScores(world, score)
  const years = studyYears({ entrances: shown, members, scores, coverageOn: on, before, to })
  const entries = new Map(shown.map((one) => [one.actor, entriesIn(one)]))
  const isEntry = ({ state, number }: { readonly state: string; readonly number: number }): boolean => {
    const entered = entries.get(state)?.get(number)
    return entered !== undefined && entered <= to && (from === null || entered >= from)
  }
  const distances = withDistance(years)
  const entrants = shown.flatMap(({ actor }) =>
    [...(entries.get(actor)?.keys() ?? [])].some((number) => isEntry({ state: actor, number })) ? [actor] : [],
  )
  const studied = [...new Set(distances.map(({ state }) => state))].toSorted()
  return {
    score,
    before,
    from,
    to,
    lastScored: lastScoredIn(scores, to),
    states: studied.map((state) => ({
      state,
      isEntrant: entrants.includes(state),
      phases: [...summaries(distances.filter((one) => one.state === state))],
    })),
    pooled: only === undefined ? [...summaries(distances.filter(isEntry))] : null,
    entrants,
    founders: shown.filter(isFounder).map(({ actor }) => actor),
    unknown: shown.filter(isUnknown).map(({ actor }) => actor),
    missing: countBy(years.flatMap(({ missing }) => missing ?? [])),
    years: years.map(plain),
    reading,
  }
}

const plain = (year: StudyYear) => ({ ...year, decidedBy: [...year.decidedBy] })
