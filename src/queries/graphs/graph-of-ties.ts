import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { coalesce, segments, type Days } from '../../time/timeline.ts'
import type { GraphAttribute, GraphEdge, GraphValue, GraphValueOnDays } from '../question/graph.ts'
import { standing, type AlterKind, type TieDays } from './tie-days.ts'

/** The id of a node: a state by its own, others as the log names what is told of them, so that no two are alike. */
export const nodeId = (kind: AlterKind, id: string): string => (kind === 'state' ? id : `${kind}-${id}`)

const varying = (id: string, type: GraphAttribute['type'] = 'string'): GraphAttribute => ({
  id,
  title: id,
  type,
  varies: true,
})

export const edgeAttributes: readonly GraphAttribute[] = [
  { id: 'kind', title: 'kind', type: 'string', varies: false },
  varying('certainty'),
  varying('told_by'),
  varying('assumed', 'boolean'),
  varying('series'),
  varying('weight', 'double'),
]

const valueOf: Readonly<Record<string, (tie: TieDays) => GraphValue>> = {
  certainty: ({ certainty }) => certainty,
  told_by: ({ toldBy }) => toldBy,
  assumed: ({ isAssumed }) => isAssumed,
  series: ({ series }) => series,
  weight: ({ weight }) => weight,
}

/** Days that touch, as one. */
export const unbroken = (days: readonly Days[]): readonly Days[] =>
  coalesce(
    days.map(({ from, to }) => ({ from, to })),
    () => true,
  )

/** Days that may overlap, as unbroken spells without overlap. */
export const spellsOf = (days: readonly Days[]): readonly Days[] =>
  unbroken(
    segments(days.flatMap(({ from, to }): readonly Day[] => [from, to])).filter(({ from }) =>
      days.some((one) => one.from <= from && from < one.to),
    ),
  )

const valuesOf = (of: string, days: readonly TieDays[]): readonly GraphValueOnDays[] =>
  coalesce(
    days.map((tie) => ({ of, from: tie.from, to: tie.to, value: valueOf[of]?.(tie) ?? null })),
    (a, b) => a.value === b.value,
  ).filter(({ value }) => value !== null)

/** The ties of a state as edges: one for each other end and kind, with all days on which it held. */
export const edgesOf = (ties: readonly TieDays[], alters: AlterKind): readonly GraphEdge[] =>
  [...groupBy(ties, ({ alter, kind }) => JSON.stringify([alter, kind])).values()].map((ofEdge) => {
    const days = standing(ofEdge.toSorted((a, b) => a.from - b.from))
    const [{ ego, alter, kind } = ofEdge[0] as TieDays] = ofEdge
    return {
      source: ego,
      target: nodeId(alters, alter),
      kind,
      values: { kind },
      varying: Object.keys(valueOf).flatMap((of) => valuesOf(of, days)),
      spells: unbroken(days),
    }
  })
