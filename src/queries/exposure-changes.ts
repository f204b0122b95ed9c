import { groupBy } from '../group-by.ts'
import { firstDayOfYear, formatDay, lastDayOfYear, type Day } from '../time/day.ts'
import { unionOf } from '../time/timeline.ts'
import { explained, type Change } from './change.ts'
import { loadAllMemberships } from './load/memberships.ts'
import type { Moments } from './load/touched.ts'
import { membershipChanges } from './membership-changes.ts'
import { panelExposure } from './panel-exposure.ts'
import type { PanelAnswer } from './panel-status.ts'
import { scoreChanges } from './score-changes.ts'
import type { World } from './world.ts'

/** A panel of exposures to a score, as it stood on 31 December of each year. */
export interface ExposurePanel {
  readonly score: string
  readonly formula?: string | undefined
  readonly lag?: number | undefined
  readonly fromYear: number
  readonly toYear: number
}

type Row = Readonly<Record<string, PanelAnswer['rows'][number][number]>>

/** The same terms added up in another order are the same value. */
const sameValue = (one: string | null, other: string | null): boolean => one === other || (one !== null && other !== null && Math.abs(Number(one) - Number(other)) < 1e-12)

const panelAt = async (world: World, { score, formula, lag, fromYear, toYear }: ExposurePanel) => {
  const asked = { score, from: fromYear, to: toYear, ...(formula !== undefined && { formula }), ...(lag !== undefined && { lag }) }
  const input = panelExposure.input.parse(asked) as { formula: readonly string[]; lag: number }
  const { columns, rows } = (await panelExposure.answer(world, input)) as PanelAnswer
  const named = rows.map((cells): Row => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])))
  return { ...input, rows: new Map(named.map((row) => [`${row['state']}\n${row['year']}`, row])) }
}

/** Who is told to have belonged to which organisation on some day, at either moment. */
const companiesOf = async ({ before, after }: Moments, from: Day, to: Day) => {
  const spans = [...(await loadAllMemberships(before, from, to)), ...(await loadAllMemberships(after, from, to))].filter(({ kind }) => kind !== 'none' && kind !== 'unknown')
  const known = new Map<Day, { readonly igosOf: ReadonlyMap<string, ReadonlySet<string>>; readonly membersOf: ReadonlyMap<string, ReadonlySet<string>> }>()
  return (day: Day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const [igosOf, membersOf] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
    const add = (map: Map<string, Set<string>>, key: string, value: string): void => void (map.get(key) ?? map.set(key, new Set()).get(key))?.add(value)
    for (const { actor, igo, from: first, to: out } of spans)
      if (first <= day && day < out) {
        add(igosOf, actor, igo)
        add(membersOf, igo, actor)
      }
    known.set(day, { igosOf, membersOf })
    return { igosOf, membersOf }
  }
}

/**
 * The exposures that are others at the second moment. What changed them are the scores of those with whom the state shared an organisation at either moment,
 * and memberships in its organisations, as far as these changed for the day on which they are read.
 */
export const exposureChanges = async (moments: Moments, panel: ExposurePanel, actor: string | undefined): Promise<readonly Change[]> => {
  const [was, is] = [await panelAt(moments.before, panel), await panelAt(moments.after, panel)]
  const { lag, formula } = is
  const changed = [...new Set([...was.rows.keys(), ...is.rows.keys()])].flatMap((key) => {
    const [state = '', year = ''] = key.split('\n')
    if (actor !== undefined && state !== actor) return []
    const valueIn = (row: Row | undefined, column: string): string | null => (row?.[column] === null || row === undefined ? null : String(row[column]))
    return formula.map((column) => ({ state, year: Number(year), column, before: valueIn(was.rows.get(key), column), after: valueIn(is.rows.get(key), column) })).filter(({ before, after }) => !sameValue(before, after))
  })
  if (changed.length === 0) return []
  const scores = await explained(moments, await scoreChanges(moments, { actor: undefined, score: panel.score }))
  const memberships = await explained(moments, await membershipChanges(moments, { actor: undefined, igo: undefined }))
  const companies = await companiesOf(moments, firstDayOfYear(panel.fromYear - lag), firstDayOfYear(panel.toYear - lag + 1))
  const onDay = new Map<Day, { readonly scores: ReadonlyMap<string, readonly Change[]>; readonly memberships: ReadonlyMap<string, readonly Change[]> }>()
  const holdingOn = (day: Day) => {
    const text = formatDay(day)
    const holds = ({ from, to }: Change): boolean => (from ?? '') <= text && (to === null || text < to)
    const found = onDay.get(day) ?? { scores: groupBy(scores.filter(holds), (one) => one.actor), memberships: groupBy(memberships.filter(holds), ({ subject }) => subject) }
    onDay.set(day, found)
    return found
  }
  return changed.map(({ state, year, column, before, after }): Change => {
    const day = lastDayOfYear(year - lag)
    const { igosOf, membersOf } = companies(day)
    const holding = holdingOn(day)
    const igos = [...(igosOf.get(state) ?? [])]
    const partners = new Set(igos.flatMap((igo) => [...(membersOf.get(igo) ?? [])]).filter((partner) => partner !== state))
    const causes = [...[...partners].flatMap((partner) => holding.scores.get(partner) ?? []), ...igos.flatMap((igo) => holding.memberships.get(igo) ?? [])]
    return {
      what: 'exposure', actor: state, subject: `${column} ${panel.score}`, from: formatDay(firstDayOfYear(year)), to: formatDay(firstDayOfYear(year + 1)), before, after,
      events: unionOf(...causes.map(({ events }) => events)),
    }
  })
}
