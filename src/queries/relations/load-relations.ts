import type { YearCodes } from '../../../projections/compose/membership/possible-memberships.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'
import type { Source } from '../../events/source.ts'
import { addDays, ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { holdsOn, type Days, type Span } from '../../time/timeline.ts'
import { keeping } from '../question/kept.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { firstFew } from '../../text/shorten.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { byYearCodes } from './by-year-codes.ts'
import { loadCoverageBySource, type CoverageBySource } from './source-coverage.ts'

/** A tie between two actors, as a source tells it. */
export interface Tie {
  /** Of a directed tie the actor that it leads from; else the first of the two by its id. */
  readonly a: string
  readonly b: string
  readonly directed: boolean
  /** The source's own class, such as `land`; undefined where it has none. */
  readonly type: string | undefined
  /** In the unit of the source; undefined where the tie has none. */
  readonly value: number | undefined
  /** Who tells it, the series or else the source; two stand side by side. */
  readonly series: string
  /** EDTF: the days that its source describes, where it tells no other. */
  readonly describes: string | undefined
}

/** A tie on a day, with the days [from, to) on which it is as sure as then. */
export interface TieOnDay extends Tie, Pick<Span<Tie>, 'from' | 'to' | 'certainty' | 'decidedBy'> {
  /**
   * Whether the source does not speak of the day: it describes others, or ends before, and the tie is taken to hold.
   */
  readonly isAssumed: boolean
  /** The days that its source speaks of, as far as bears on the tie. */
  readonly spokenOf: Days
}

/** The ties of one relation, and how far its sources reach. */
export interface Relations {
  /** All that held, or may have held, on a day: of each source by itself. */
  readonly on: (day: Day) => readonly TieOnDay[]
  /** All that had begun by a day, or may have: whether they still held on it or not. */
  readonly begunBy: (day: Day) => readonly TieOnDay[]
  /** Whether no tie of a state means that there was none: what its sources hold of it in full on a day. */
  readonly coverage: CoverageBySource['of']
}

interface Told extends Span<Tie> {
  /** The registered sources that tell it. */
  readonly sources: readonly string[]
}

/** A row, and what JavaScript makes of it. */
const bytesOfRow = 400

const kept = keeping<{ readonly spans: readonly Told[] }>(({ spans }) => 200 + spans.length * bytesOfRow)

const loadSpans = (world: Snapshot, relation: string, yearCodes: YearCodes) =>
  kept(world, `relation ${relation} ${yearCodes}`, async () => {
    const policy = policyOf(world)
    const rows = await knownRows(world, 'relation')
      .selectAll()
      .where('relation', '=', relation)
      .orderBy('a')
      .orderBy('b')
      .orderBy('valid_from')
      .orderBy('series')
      .orderBy('seq')
      .execute()
    const spans = rows.flatMap((row): readonly Told[] => {
      const sources = JSON.parse(row.told_by) as readonly Source[]
      if (rankOf(policy, sources) === undefined) return []
      const { a, b, type, value, series, describes } = row
      return [
        {
          from: row.valid_from as Day,
          to: row.valid_to as Day,
          certainty: row.certainty,
          decidedBy: idsOf(row.decided_by),
          value: {
            a,
            b,
            directed: row.directed === 1,
            type: type ?? undefined,
            value: value ?? undefined,
            series,
            describes: describes ?? undefined,
          },
          sources: sources.flatMap((source) => ('ref' in source ? [source.ref] : [])),
        },
      ]
    })
    return { spans: byYearCodes(spans, yearCodes) }
  })

/** The days that the source of a tie speaks of; on others of its days it is taken to hold. */
const spokenOf = ({ value, to, sources }: Told, coverage: CoverageBySource): Days => {
  if (value.describes !== undefined) {
    const { lo, hi } = parseDate(value.describes)
    return { from: lo, to: addDays(hi, 1) }
  }
  const reached = sources.map((source) => coverage.through(source)).filter((through) => through !== undefined)
  if (to < FOREVER || reached.length === 0) return { from: ALWAYS, to: FOREVER }
  return { from: ALWAYS, to: addDays(Math.max(...reached) as Day, 1) }
}

/** Which relations somebody has told of. */
export const knownRelations = async (world: Snapshot): Promise<readonly string[]> => {
  const rows = await knownRows(world, 'relation').select('relation').distinct().execute()
  return rows.map(({ relation }) => relation).toSorted()
}

/**
 * The ties of a relation, as known at the world's moment, by the sources that it believes. `yearCodes` says how those
 * are read that are told by the year. Throws `unknown-relation` where nobody tells of any, naming the closest.
 */
export const loadRelations = async (
  world: Snapshot,
  relation: string,
  yearCodes: YearCodes = 'edges',
): Promise<Relations> => {
  const { spans } = await loadSpans(world, relation, yearCodes)
  if (spans.length === 0) {
    const known = await knownRelations(world)
    if (!known.includes(relation))
      throw notFound('unknown-relation', `nobody has recorded ties of "${relation}".`, {
        hint: `Known: ${firstFew([...closest(relation, known), ...known], 12) || 'none; import some first'}.`,
      })
  }
  const coverage = await loadCoverageBySource(world, 'relation', relation)
  const tieOn =
    (day: Day) =>
    (span: Told): TieOnDay => {
      const { value, from, to, certainty, decidedBy } = span
      const spoken = spokenOf(span, coverage)
      return { ...value, from, to, certainty, decidedBy, isAssumed: !holdsOn(spoken, day), spokenOf: spoken }
    }
  return {
    on: (day) => spans.filter((span) => holdsOn(span, day)).map(tieOn(day)),
    begunBy: (day) => spans.filter(({ from }) => from <= day).map(tieOn(day)),
    coverage: coverage.of,
  }
}
