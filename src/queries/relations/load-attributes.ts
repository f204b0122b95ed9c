import { rankOf } from '../../../projections/fold/source-policy.ts'
import { closest } from '../../common/closest.ts'
import { badInput, notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Source } from '../../events/source.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { EventId } from '../../time/event-id.ts'
import { holdsOn, type Days } from '../../time/timeline.ts'
import { keeping } from '../question/kept.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { firstFew } from '../../text/shorten.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { loadCoverageBySource, type CoverageBySource } from './source-coverage.ts'

/** What a source says of an actor or an organisation on a day: a value, or why there is none. */
export interface AttributeOnDay {
  /** A number in the unit of the source, or words; undefined where it is missing. */
  readonly value: number | string | undefined
  readonly missing: string | undefined
  /** Who says it: the series, or else the source. */
  readonly series: string
  /** EDTF: the days that its source describes, where it tells no other. */
  readonly describes: string | undefined
  /** Whether the source describes other days, and the value is taken to hold on this one. */
  readonly isAssumed: boolean
  readonly decidedBy: readonly EventId[]
}

/** The values of one attribute, and how far its sources reach. */
export interface Attributes {
  /** The value of an actor or an organisation on a day; undefined where no source says anything: unknown, not 0. */
  readonly on: (entity: string, day: Day) => AttributeOnDay | undefined
  /** The entities of which anything is told. */
  readonly entities: readonly string[]
  /** Whether any value is a number: else all are words. */
  readonly hasNumbers: boolean
  readonly coverage: CoverageBySource['of']
}

type Told = Days & Omit<AttributeOnDay, 'isAssumed'> & { readonly rank: number }

const bytesOfRow = 300

interface ByEntity {
  readonly told: ReadonlyMap<string, readonly Told[]>
}

const kept = keeping<ByEntity>(({ told }) =>
  [...told.values()].reduce((sum, rows) => sum + 100 + rows.length * bytesOfRow, 200),
)

/**
 * Which of several reports stands: that of the source that is believed first, of equals one with a value, then the
 * first series by name: the same one for every entity and year.
 */
const byStanding = (x: Told, y: Told): number =>
  x.rank - y.rank ||
  Number(x.value === undefined) - Number(y.value === undefined) ||
  Number(x.series > y.series) - Number(x.series < y.series)

const loadTold = (world: Snapshot, attribute: string, of: 'state' | 'igo') =>
  kept(world, `attribute ${attribute} of ${of}`, async () => {
    const policy = policyOf(world)
    const rows = await knownRows(world, 'attribute')
      .selectAll()
      .where('attribute', '=', attribute)
      .where('entity_kind', '=', of)
      .orderBy('entity')
      .orderBy('valid_from')
      .orderBy('decided_by')
      .execute()
    const told = rows.flatMap((row): readonly (Told & { readonly entity: string })[] => {
      const rank = rankOf(policy, JSON.parse(row.told_by) as readonly Source[])
      if (rank === undefined) return []
      return [
        {
          entity: row.entity,
          from: row.valid_from as Day,
          to: row.valid_to as Day,
          value: row.value ?? row.text ?? undefined,
          missing: row.missing ?? undefined,
          series: row.series,
          describes: row.describes ?? undefined,
          decidedBy: idsOf(row.decided_by),
          rank,
        },
      ]
    })
    const byEntity = groupBy(told, ({ entity }) => entity)
    return { told: new Map([...byEntity].map(([entity, ofEntity]) => [entity, ofEntity.toSorted(byStanding)])) }
  })

/** Whether anything is told of an attribute, of whatever kind. */
const isTold = async (world: Snapshot, attribute: string): Promise<boolean> =>
  (await knownRows(world, 'attribute').select('entity').where('attribute', '=', attribute).limit(1).execute()).length >
  0

/** Which attributes of states, or of organisations, somebody has told of. */
const knownAttributes = async (world: Snapshot, of: 'state' | 'igo'): Promise<readonly string[]> => {
  const rows = await knownRows(world, 'attribute')
    .select('attribute')
    .where('entity_kind', '=', of)
    .distinct()
    .execute()
  return rows.map(({ attribute }) => attribute).toSorted()
}

const describesDay = ({ describes }: Told, day: Day): boolean => {
  if (describes === undefined) return true
  const { lo, hi } = parseDate(describes)
  return lo <= day && day <= hi
}

/** Why there is nothing of an attribute, with those that are known of states, or of organisations. */
const unknownAttribute = async (
  world: Snapshot,
  attribute: string,
  { of, known }: { readonly of: 'state' | 'igo'; readonly known: readonly string[] },
) => {
  const few = firstFew([...new Set([...closest(attribute, known), ...known])], 12)
  const [asked, other] = of === 'igo' ? ['organisations', 'states'] : ['states', 'organisations']
  return (await isTold(world, attribute))
    ? badInput('bad-input', `"${attribute}" is told of ${other} alone.`, {
        hint: `Expected an attribute of ${asked}. Known: ${few || 'none; import some first'}.`,
      })
    : notFound('unknown-attribute', `nobody has recorded values of "${attribute}".`, {
        hint: `Known of ${asked}: ${few || 'none; import some first'}.`,
      })
}

/**
 * The values of an attribute, as known at the world's moment, by the sources that it believes. Throws
 * `unknown-attribute` where nobody tells of any, naming the closest.
 */
export const loadAttribute = async (world: Snapshot, attribute: string, of: 'state' | 'igo'): Promise<Attributes> => {
  const { told } = await loadTold(world, attribute, of)
  if (told.size === 0) {
    const known = await knownAttributes(world, of)
    if (!known.includes(attribute)) throw await unknownAttribute(world, attribute, { of, known })
  }
  const coverage = await loadCoverageBySource(world, 'attribute', attribute)
  return {
    on: (entity, day) => {
      const found = told.get(entity)?.find((one) => holdsOn(one, day))
      if (found === undefined) return undefined
      const { value, missing, series, describes, decidedBy } = found
      return { value, missing, series, describes, isAssumed: !describesDay(found, day), decidedBy }
    },
    entities: [...told.keys()],
    hasNumbers: [...told.values()].some((rows) => rows.some(({ value }) => typeof value === 'number')),
    coverage: coverage.of,
  }
}
