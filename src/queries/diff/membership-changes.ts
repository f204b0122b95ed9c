import { exitsOf } from '../../../projections/compose/membership/exits.ts'
import { afterExits } from '../../../projections/compose/membership/after-exits.ts'
import { standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { cuts, segments, type Timeline } from '../../time/timeline.ts'
import { changesBetween } from './timeline-diff.ts'
import type { Unexplained } from './change.ts'
import { loadMemberActs, loadSpans } from '../memberships/load-spans.ts'
import { loadExitClauses } from '../memberships/load-memberships.ts'
import { actorsWithUnfoldedEvents, touchedRows, type Moments } from './changed-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'

const placeOf = ({ igo, actor }: { readonly igo: string; readonly actor: string }): string => `${igo}\n${actor}`

/** What answers say of one actor in one organisation, day by day. */
const answered = (spans: readonly MembershipSpan[]): Timeline<string | null> => {
  return segments(cuts(spans)).flatMap(({ from, to }) => {
    const span = standingOn(spans, from)
    if (span === undefined) return []
    const value = span.certainty === 'certain' ? span.kind : `${span.kind} (possible)`
    return [{ from, to, value, certainty: span.certainty, decidedBy: span.decidedBy }]
  })
}

interface Where {
  readonly actor: string | undefined
  readonly igo: string | undefined
}

/**
 * The places whose rows changed: an actor in an organisation; all who gave notice, where the organisation's clause did.
 */
const touchedPlaces = async (moments: Moments, { actor, igo }: Where): Promise<ReadonlySet<string>> => {
  const places = new Set(
    (await actorsWithUnfoldedEvents(moments, 'igo')).map(({ subject, actor: who }) =>
      placeOf({ igo: subject, actor: who }),
    ),
  )
  for (const table of ['membership', 'membership_act'] as const)
    for (const row of await touchedRows(moments, table).select(['igo', 'actor']).distinct().execute())
      places.add(placeOf(row))
  const clauses = new Set((await touchedRows(moments, 'igo').select('igo').distinct().execute()).map((row) => row.igo))
  if (clauses.size > 0)
    for (const world of [moments.before, moments.after])
      for (const act of await loadMemberActs(world, {}))
        if (act.class === 'notice' && clauses.has(act.igo)) places.add(placeOf(act))
  return new Set(
    [...places].filter((place) => {
      const [ofIgo, ofActor] = place.split('\n')
      return (igo === undefined || ofIgo === igo) && (actor === undefined || ofActor === actor)
    }),
  )
}

/** What is told of the touched places at one moment. */
const standings = async (
  world: Snapshot,
  places: ReadonlySet<string>,
  where: Where,
): Promise<ReadonlyMap<string, Timeline<string | null>>> => {
  const clauses = await loadExitClauses(world)
  const acts = groupBy(await loadMemberActs(world, where), placeOf)
  const spans = groupBy(
    (await loadSpans(world, where)).filter((span) => places.has(placeOf(span))),
    placeOf,
  )
  return new Map(
    [...spans].map(([place, list]) => {
      const ofThis = acts.get(place) ?? []
      const noticed = ofThis.some((act) => act.class === 'notice')
      return [place, answered(noticed ? afterExits(list, exitsOf(ofThis, clauses.get(list[0]?.igo ?? ''))) : list)]
    }),
  )
}

/** The standings in organisations that are another at the second moment. */
export const membershipChanges = async (moments: Moments, where: Where): Promise<readonly Unexplained[]> => {
  const places = await touchedPlaces(moments, where)
  if (places.size === 0) return []
  const [was, is] = [await standings(moments.before, places, where), await standings(moments.after, places, where)]
  return [...places].flatMap((place) => {
    const [igo = '', actor = ''] = place.split('\n')
    return changesBetween(was.get(place) ?? [], is.get(place) ?? []).map((cell): Unexplained => ({
      what: 'membership',
      actor,
      subject: igo,
      cell,
      streams: [`igo-${igo}`],
    }))
  })
}
