import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { ALWAYS, firstDayOfYear, formatDay, type Day } from '../../time/day.ts'
import { between, unionOf } from '../../time/timeline.ts'
import { explained, type Change, type Unexplained } from './change.ts'
import { laggedDay, laggedYears, lagText } from '../network/lag.ts'
import { daysBefore, firstDated } from '../network/years-before.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'
import { knownIndicators } from '../subjects/scores.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { System } from '../memberships/system-spells.ts'
import type { Moments } from './changed-rows.ts'
import { membershipChanges } from './membership-changes.ts'
import { panelExposure, type ExposurePanelInput } from '../panels/panel-exposure.ts'
import { channelInputs } from '../channels/channel-inputs.ts'
import { laggedName, markOf, measureName } from '../panels/exposure-columns.ts'
import { dayInYear } from '../panels/state-years.ts'
import type { PanelAnswer } from '../panels/panel-answer.ts'
import { scoreChanges } from './score-changes.ts'
import { normStatusChanges, treatyStatusChanges } from './status-changes.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** A panel of exposures year by year: to a score, `rater:indicator`, or to the adoption of a treaty or norm. */
export interface ExposurePanel extends Omit<
  ExposurePanelInput,
  'score' | 'adoption' | 'attribute' | 'published' | 'system'
> {
  /** The same at both moments. */
  readonly system: System
  readonly exposure: string
  readonly fromYear: number
  readonly toYear: number
}

type Row = Readonly<Record<string, PanelAnswer['rows'][number][number]>>

/** The same terms added up in another order are the same value. */
const sameValue = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && Math.abs(Number(one) - Number(other)) < 1e-12)

const isScore = (exposure: string): boolean => exposure.includes(':')

const isKnown = async (world: Snapshot, { exposure, system, fromYear, toYear }: ExposurePanel): Promise<boolean> => {
  const [from, to] = [firstDayOfYear(fromYear), firstDayOfYear(toYear + 1)]
  const hasStates = [...(await loadSystem(world, system)).values()].some((spans) => between(spans, from, to).length > 0)
  if (!hasStates) return false
  return isScore(exposure)
    ? (await knownIndicators(world)).includes(exposure)
    : (['treaty', 'norm'] as const).some(
        (kind) => world.names.lookUp(kind, exposure, { day: world.asOf }) !== undefined,
      )
}

/** Exposures of organisations: what is asked of other channels stays as it is where nothing is. */
const byOrganisations = z.object(channelInputs).parse({})

const panelAt = async (
  world: Snapshot,
  { exposure, fromYear, toYear, ...asked }: ExposurePanel,
): Promise<ReadonlyMap<string, Row>> => {
  const input = {
    ...asked,
    from: fromYear,
    to: toYear,
    ...(isScore(exposure) ? { score: exposure } : { adoption: exposure }),
    published: false,
    ...byOrganisations,
  }
  const { columns, rows } = await panelExposure.answer(world, input)
  const named = rows.map((cells): Row =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? null])),
  )
  return new Map(named.map((row) => [`${row['state']}\n${row['year']}`, row]))
}

/**
 * The panel at both moments; nothing where nobody had heard of the score, treaty or norm, or of the state system, yet.
 * Throws where that is so at both.
 */
const panelsOf = async (
  { before, after }: Moments,
  panel: ExposurePanel,
): Promise<readonly [ReadonlyMap<string, Row>, ReadonlyMap<string, Row>]> => {
  const [was, is] = [await isKnown(before, panel), await isKnown(after, panel)]
  return [was ? await panelAt(before, panel) : new Map(), is || !was ? await panelAt(after, panel) : new Map()]
}

/** What changed of the scores, or of the statuses, that are averaged. */
const averagedChanges = (moments: Moments, exposure: string): Promise<readonly Unexplained[]> => {
  if (isScore(exposure)) return scoreChanges(moments, { actor: undefined, score: exposure })
  const [norm, treaty] = (['norm', 'treaty'] as const).map((kind) =>
    moments.after.names.lookUp(kind, exposure, { day: moments.after.asOf }),
  )
  return norm === undefined
    ? treatyStatusChanges(moments, { actor: undefined, treaty })
    : normStatusChanges(moments, norm, undefined)
}

/** Who is told to have belonged to which organisation on some day, at either moment; and since when anybody did. */
const companiesOf = async ({ before, after }: Moments, from: Day, to: Day) => {
  const spans = [
    ...(await loadAllMemberships(before, from, to)),
    ...(await loadAllMemberships(after, from, to)),
  ].filter(({ kind }) => kind !== 'none' && kind !== 'unknown')
  const known = new Map<
    Day,
    {
      readonly igosOf: ReadonlyMap<string, ReadonlySet<string>>
      readonly membersOf: ReadonlyMap<string, ReadonlySet<string>>
    }
  >()
  const on = (day: Day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const [igosOf, membersOf] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
    const add = (map: Map<string, Set<string>>, key: string, value: string): void =>
      void (map.get(key) ?? map.set(key, new Set()).get(key))?.add(value)
    for (const { actor, igo, from: first, to: out } of spans)
      if (first <= day && day < out) {
        add(igosOf, actor, igo)
        add(membersOf, igo, actor)
      }
    known.set(day, { igosOf, membersOf })
    return { igosOf, membersOf }
  }
  return { on, since: firstDated(spans.map((span) => span.from)) }
}

/** The values that are others at the second moment, by state, year and formula. */
const changedValues = async (moments: Moments, panel: ExposurePanel) => {
  const { lag, formula } = panel
  const [was, is] = await panelsOf(moments, panel)
  const valueIn = (row: Row | undefined, column: string): string | null =>
    row?.[column] === null || row === undefined ? null : String(row[column])
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [state = '', year = ''] = key.split('\n')
    return formula
      .map((id) => ({ id, name: measureName({ formula: id, channel: undefined, mark: markOf(panel) }) }))
      .map(({ id, name }) => ({ id, column: laggedName(name, lagText(lag)) }))
      .map(({ id, column }) => ({
        state,
        year: Number(year),
        formula: id,
        before: valueIn(was.get(key), column),
        after: valueIn(is.get(key), column),
      }))
      .filter(({ before, after }) => !sameValue(before, after))
  })
}

/**
 * What of two lists of changes bears on a day: of what is averaged by actor, of memberships by organisation. A change
 * of an earlier day does where adoption is cumulative.
 */
const changesByDay = (averaged: readonly Change[], memberships: readonly Change[], isCumulative: boolean) => {
  const onDay = new Map<Day, Record<'averaged' | 'memberships', ReadonlyMap<string, readonly Change[]>>>()
  return (day: Day) => {
    const text = formatDay(day)
    const hasBegun = ({ from }: Change): boolean => (from ?? '') <= text
    const holds = (change: Change): boolean => hasBegun(change) && (change.to === null || text < change.to)
    const found = onDay.get(day) ?? {
      averaged: groupBy(averaged.filter(isCumulative ? hasBegun : holds), (one) => one.actor),
      memberships: groupBy(memberships.filter(holds), ({ subject }) => subject),
    }
    onDay.set(day, found)
    return found
  }
}

/**
 * The exposures that are others at the second moment. What changed them are the scores, or statuses, of those with whom
 * the state shared an organisation at either moment, and memberships in its organisations, as far as these changed for
 * the day on which they are read.
 */
export const exposureChanges = async (
  moments: Moments,
  panel: ExposurePanel,
  actor: string | undefined,
): Promise<readonly Change[]> => {
  const changed = (await changedValues(moments, panel)).filter(({ state }) => actor === undefined || state === actor)
  if (changed.length === 0) return []
  const averaged = await explained(moments, await averagedChanges(moments, panel.exposure))
  const memberships = await explained(moments, await membershipChanges(moments, { actor: undefined, igo: undefined }))
  const read = laggedYears({ from: panel.fromYear, to: panel.toYear }, panel.lag)
  const ofPast = panel.formula.some((id) => formulaOf(id).ofPast)
  const since = ofPast ? ALWAYS : firstDayOfYear(read.from)
  const companies = await companiesOf(moments, since, firstDayOfYear(read.to + 1))
  const holdingOn = changesByDay(averaged, memberships, panel.cumulative)
  const dayIn = dayInYear(panel.at)
  return changed.map(({ state, year, formula: id, before, after }): Change => {
    const day = laggedDay(dayIn(year), panel.lag)
    const days = [day, ...(formulaOf(id).ofPast ? daysBefore(day, companies.since) : [])]
    const met = days.map((one) => {
      const { igosOf, membersOf } = companies.on(one)
      const igos = [...(igosOf.get(state) ?? [])]
      const partners = igos.flatMap((igo) => [...(membersOf.get(igo) ?? [])]).filter((partner) => partner !== state)
      return { partners, changes: igos.flatMap((igo) => holdingOn(one).memberships.get(igo) ?? []) }
    })
    const partners = new Set(met.flatMap((one) => one.partners))
    const causes = [
      ...[...partners].flatMap((partner) => holdingOn(day).averaged.get(partner) ?? []),
      ...met.flatMap(({ changes }) => changes),
    ]
    return {
      what: 'exposure',
      actor: state,
      subject: `${id} ${panel.exposure}`,
      from: formatDay(firstDayOfYear(year)),
      to: formatDay(firstDayOfYear(year + 1)),
      before,
      after,
      events: unionOf(...causes.map(({ events }) => events)),
    }
  })
}
