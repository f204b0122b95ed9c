import { memberActOf, membershipSpanOf, type MemberAct } from '../../../projections/compose/membership/from-rows.ts'
import type { MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { bySourceRank, type TrustedSpan } from '../../../projections/compose/membership/by-source-rank.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import { membershipActs } from '../../../projections/folds/igo-acts.ts'
import { datedMemberships } from '../../../projections/folds/igo-membership.ts'
import { subjectOf } from '../../../projections/fold/fold.ts'
import { isDefault, rankOf, type SourcePolicy } from '../../../projections/fold/source-policy.ts'
import type { Source } from '../../events/source.ts'
import type { Schema } from '../../readmodel/schema.ts'
import type { Day } from '../../time/day.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadFacts } from '../question/facts.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { counts, loadIsCounted } from './formality.ts'
import { keptPlain } from './touched-organisations.ts'

/**
 * Whose rows: one actor's, one organisation's, or everybody's; on any of the days [from, to). Where no organisation is
 * named, of those that count in the world.
 */
export interface Where {
  readonly actor?: string | undefined
  readonly igo?: string | undefined
  readonly from?: Day
  readonly to?: Day
}

/** What of a row a span is made of: there are a hundred thousand of them. */
const spanColumns = [
  'igo',
  'actor',
  'kind',
  'track',
  'valid_from',
  'valid_to',
  'certainty',
  'first_year',
  'first_admission',
  'decided_by',
  'told_by',
] as const

const spanOfRow = (row: Pick<Schema['membership'], (typeof spanColumns)[number]>): MembershipSpan => ({
  igo: row.igo,
  actor: row.actor,
  kind: row.kind,
  track: row.track,
  from: row.valid_from as Day,
  to: row.valid_to as Day,
  certainty: row.certainty,
  observed: row.first_year !== null,
  firstAdmission: row.first_admission ?? undefined,
  /** Read only when it is asked for: a panel counts a hundred thousand rows and cites none. */
  get decidedBy() {
    return idsOf(row.decided_by)
  },
})

/** The place of what a row tells, by the text that says who tells it: a hundred thousand rows share a few of them. */
const placeIn = (policy: SourcePolicy): ((toldBy: string) => number | undefined) => {
  const known = new Map<string, number | undefined>()
  return (toldBy) => {
    if (!known.has(toldBy)) known.set(toldBy, rankOf(policy, JSON.parse(toldBy) as readonly Source[]))
    return known.get(toldBy)
  }
}

const datedTypes = [
  'MembershipStarted',
  'MembershipKindChanged',
  'MembershipEnded',
  'MembershipWithdrawalNotified',
  'MembershipWithdrawalRevoked',
] as const

/** The dated acts of memberships, as facts. */
export const loadDatedFacts = async (world: Snapshot, { actor, igo }: Where) => {
  const facts = await loadFacts(world, { family: 'igo', subject: igo, actor, types: datedTypes })
  if (igo !== undefined) return facts
  const isCounted = await loadIsCounted(world)
  return facts.filter(({ stream }) => isCounted(subjectOf(stream)))
}

/**
 * Every span with the place of its source in the world's policy, by its first day. Of an actor and organisation of
 * which dated acts tell, all rows are read, whatever the days: one act bears on the others. Of others the rows of the
 * days, and those that touch them: a run that goes on in the next year with another code did not end. So what is read
 * of a day does not depend on the other days. Rows were folded under the default policy, with all days that dates may
 * mean; else dated acts are folded anew.
 */
export const loadTrusted = async (world: Snapshot, where: Where): Promise<readonly TrustedSpan[]> => {
  const { actor, igo, from, to } = where
  let rows = knownRows(world, 'membership').select(spanColumns)
  if (actor !== undefined) rows = rows.where('actor', '=', actor)
  rows = igo === undefined ? rows.where(counts(world)) : rows.where('stream', '=', `igo-${igo}`)
  const dated = knownRows(world, 'membership').select(['igo', 'actor']).where('first_year', 'is', null)
  if (from !== undefined && to !== undefined)
    rows = rows.where(({ and, or, eb, refTuple }) =>
      or([
        and([eb('valid_from', '<=', to), eb('valid_to', '>=', from)]),
        eb(refTuple('igo', 'actor'), 'in', dated.$asTuple('igo', 'actor')),
      ]),
    )
  const policy = policyOf(world)
  const anew = !isDefault(policy) || world.resolution !== undefined
  if (anew) rows = rows.where('first_year', 'is not', null)
  const placeOf = placeIn(policy)
  const trusted = (span: MembershipSpan, toldBy: string): readonly TrustedSpan[] => {
    const place = placeOf(toldBy)
    return place === undefined ? [] : [{ span, place }]
  }
  const stored = (await rows.orderBy('valid_from').execute()).flatMap((row) => trusted(spanOfRow(row), row.told_by))
  if (!anew) return stored
  const folded = (await loadDatedFacts(world, where))
    .flatMap(({ facts }) => datedMemberships(facts, policy, world.resolution))
    .flatMap((interval) => trusted(membershipSpanOf(interval), interval.columns.told_by))
  return [...stored, ...folded].toSorted((a, b) => a.span.from - b.span.from)
}

/** What sources say, as the world's policy lets them answer. */
export const loadSpans = async (world: Snapshot, where: Where): Promise<readonly MembershipSpan[]> =>
  bySourceRank(await loadTrusted(world, where))

/**
 * The days that each series that codes years speaks of, whatever is asked: a run that begins or ends with them is not
 * said to begin or end.
 */
export const loadSeries = async (world: Snapshot): Promise<DateReading['seriesOf']> => {
  const rows = await keptPlain(world, 'series of memberships', () =>
    knownRows(world, 'membership')
      .select(({ fn }) => ['track', fn.min('valid_from').as('from'), fn.max('valid_to').as('to')])
      .where('first_year', 'is not', null)
      .groupBy('track')
      .execute(),
  )
  const series = new Map(
    rows.map(({ track, from, to }) => [track, { from: Number(from) as Day, to: Number(to) as Day }]),
  )
  return (track) => series.get(track)
}

/** How members came and went, act by act, under the world's policy. */
export const loadMemberActs = async (world: Snapshot, where: Where): Promise<readonly MemberAct[]> => {
  const policy = policyOf(world)
  if (!isDefault(policy) || world.resolution !== undefined)
    return (await loadDatedFacts(world, where))
      .flatMap(({ facts }) => membershipActs(facts, policy, world.resolution))
      .map(memberActOf)
  let rows = knownRows(world, 'membership_act').selectAll()
  if (where.actor !== undefined) rows = rows.where('actor', '=', where.actor)
  rows = where.igo === undefined ? rows.where(counts(world)) : rows.where('stream', '=', `igo-${where.igo}`)
  return (await rows.execute()).map((row) =>
    memberActOf({ columns: row, from: row.valid_from as Day, decidedBy: idsOf(row.decided_by) }),
  )
}
