import type { Contestation, Incorporation } from '../../../projections/compose/norm/facets.ts'
import type { NormScope } from '../../../projections/compose/norm/links.ts'
import type { PracticeRule } from '../../../projections/compose/norm/internalization.ts'
import { incorporating } from '../../../projections/folds/domestic-acts.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Certainty, Span } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

/** A norm as defined: what its label depends on. */
export interface NormTerms {
  readonly coreArticles: readonly string[]
  readonly rule: 'any' | 'all'
  readonly internalized: PracticeRule | undefined
  /** The norm that took its place, and from which day. */
  readonly superseded: { readonly by: string; readonly from: Day } | undefined
}

const undefinedNorm: NormTerms = { coreArticles: [], rule: 'any', internalized: undefined, superseded: undefined }

export const loadNormTerms = async (world: Snapshot, norm: string): Promise<NormTerms> => {
  const row = await knownRows(world, 'norm').selectAll().where('stream', '=', `norm-${norm}`).executeTakeFirst()
  if (row === undefined) return undefinedNorm
  return {
    coreArticles: JSON.parse(row.core_articles) as readonly string[],
    rule: row.rule === 'all' ? 'all' : 'any',
    internalized: row.internalized === null ? undefined : (JSON.parse(row.internalized) as PracticeRule),
    superseded:
      row.superseded_by === null ? undefined : { by: row.superseded_by, from: (row.superseded_from ?? 0) as Day },
  }
}

/** How an instrument carries a norm, on the days [from, to). */
export interface NormLink {
  readonly norm: string
  readonly instrument: string
  readonly role: string
  /** None named: the whole instrument. */
  readonly articles: readonly string[]
  readonly requiresParent: string | undefined
  readonly succeeds: string | undefined
  readonly scope: NormScope | undefined
  readonly from: Day
  readonly to: Day
}

/** The instruments that carry a norm, or the norms that an instrument carries. */
export const loadLinks = async (
  world: Snapshot,
  of: { readonly norm: string } | { readonly instrument: string },
): Promise<readonly NormLink[]> => {
  const all = knownRows(world, 'norm_link').selectAll()
  const rows = 'norm' in of ? all.where('stream', '=', `norm-${of.norm}`) : all.where('instrument', '=', of.instrument)
  return (await rows.orderBy('stream').orderBy('known_from').orderBy('seq').execute()).map((row) => ({
    norm: row.norm,
    instrument: row.instrument,
    role: row.role,
    articles: JSON.parse(row.articles) as readonly string[],
    requiresParent: row.requires_parent ?? undefined,
    succeeds: row.succeeds ?? undefined,
    scope: row.scope === null ? undefined : (JSON.parse(row.scope) as NormScope),
    from: row.valid_from as Day,
    to: row.valid_to as Day,
  }))
}

const spanOf = <V>(
  row: { valid_from: number; valid_to: number; certainty: Certainty; decided_by: string },
  value: V,
): Span<V> => ({
  from: row.valid_from as Day,
  to: row.valid_to as Day,
  value,
  certainty: row.certainty,
  decidedBy: idsOf(row.decided_by),
})

/** What actors say of a norm: by actor, endorsements and words against it. */
export const loadPositions = async (world: Snapshot, norm: string) => {
  const rows = await knownRows(world, 'norm_position')
    .selectAll()
    .where('stream', '=', `norm-${norm}`)
    .orderBy('valid_from')
    .orderBy('decided_by')
    .execute()
  return new Map(
    [...groupBy(rows, ({ actor }) => actor)].map(([actor, list]) => [
      actor,
      {
        endorsements: list.filter(({ position }) => position === 'endorsed').map((row) => spanOf(row, row.type)),
        contestations: list.flatMap((row): readonly Span<Contestation>[] =>
          row.position === 'endorsed' ? [] : [spanOf(row, { type: row.type, stance: row.position })],
        ),
      },
    ]),
  )
}

/** One act at home, as long as it stands. */
export interface DomesticStanding extends Incorporation {
  readonly direction: string | null
  /** Whether it makes the norm part of the law at home. */
  readonly incorporates: boolean
  readonly decidedBy: readonly EventId[]
}

/** What states did at home about a norm: by actor, in order of date. */
export const loadDomestic = async (
  world: Snapshot,
  norm: string,
): Promise<ReadonlyMap<string, readonly Span<DomesticStanding>[]>> => {
  const rows = await knownRows(world, 'domestic_act')
    .selectAll()
    .where('norm', '=', norm)
    .orderBy('valid_from')
    .orderBy('decided_by')
    .execute()
  return new Map(
    [...groupBy(rows, ({ actor }) => actor)].map(([actor, list]) => [
      actor,
      list.map((row) =>
        spanOf(row, {
          kind: row.kind,
          title: row.title,
          direction: row.direction,
          incorporates: incorporating.has(row.kind),
          decidedBy: idsOf(row.decided_by),
        }),
      ),
    ]),
  )
}
