import { z } from 'zod'
import { tippingPoint } from '../../diffusion/tipping.ts'
import { shareSteps, type ShareStep } from '../../diffusion/share-steps.ts'
import { badInput } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear, formatDay, type Day } from '../../time/day.ts'
import { at, type Span } from '../../time/timeline.ts'
import { attributeId } from '../network/igo-conditions.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadNumbersOfStates } from '../relations/numbers-of-states.ts'
import { committedIn, hasReached, mayHaveReached } from '../status/adoption-threshold.ts'
import { loadClassification } from '../subjects/classifications.ts'
import { ifRecorded } from '../subjects/if-recorded.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { countedDay, coverageOfMembers, shareOn, type CurveInputs } from './spread-curve.ts'
import type { TippingInput } from './tipping-point.ts'

export const byInput = z
  .string()
  .min(1)
  .default('region')
  .describe(
    'How states are sorted into groups: region or subregion (M49), a classification (official-language), or a number ' +
      'of theirs, in thirds (cow-nmc:cinc, polity:polity2)',
  )

export const groupOut = z.object({
  group: z.string().nullable().describe('Id of the group; null of those of which nobody says in which they are'),
  label: z.string(),
  system: z.int().describe('Members of the state system on the day asked about that are in it'),
  adopters: z.int().describe('Of these, how many certainly stand at or above the threshold'),
  possible: z.int().describe('Further ones that may'),
  share: z.number().nullable().describe('The column adopters over the column system'),
  first: nullableDay.describe('First day on which one that is or was in the system adopted'),
  tips: nullableDay.describe(
    'First day on which the share asked for was reached among its members of that day, and held, or may yet hold, ' +
      'for the years asked; whoever is critical',
  ),
  curve: z
    .array(
      z.object({
        year: z.int(),
        system: z.int().describe('Its members of the state system on 31 December, or on the last day asked about'),
        adopters: z.int().describe('Of these, how many certainly stood at or above the threshold'),
        possible: z.int().describe('Further ones that may have'),
        share: z.number().nullable().describe('Adopters over system; certain ones alone'),
        covered: z.int().describe('Members of which it is known, by a source that covers the day'),
        carried: z.int().describe('Further ones of which it was known last before the day'),
      }),
    )
    .describe('The same year by year'),
  steps: z
    .array(
      z.object({
        from: z.string().describe('The day from which on it was so, up to that of the next step'),
        system: z.int(),
        adopters: z.int().describe('Certain ones alone'),
      }),
    )
    .describe('The same day by day, from the first year of the curve on: a step for each day on which it changed'),
})
export type GroupOfStates = z.infer<typeof groupOut>

/** In which group a state is; undefined where nobody says. */
interface Sorted {
  readonly groupOf: (state: string) => { readonly id: string; readonly label: string } | undefined
  readonly assumption: string | undefined
}

const aliases: Readonly<Record<string, string>> = { region: 'm49-region', subregion: 'm49-subregion' }

const byClass = async (world: Snapshot, word: string): Promise<Sorted | undefined> => {
  const classification = await ifRecorded(() => loadClassification(world, aliases[word] ?? word))
  if (classification === undefined) return undefined
  const inClasses = groupBy([...classification.on(world.asOf).values()].flat(), ({ actor }) => actor)
  const isAssumed = [...inClasses.values()].flat().some((one) => one.isAssumed)
  return {
    // Who is in several, such as a state with two official languages, is in a group of its own kind: both together.
    groupOf: (state) => {
      const all = (inClasses.get(state) ?? []).toSorted((a, b) => (a.class < b.class ? -1 : 1))
      if (all.length === 0) return undefined
      return { id: all.map((one) => one.class).join('+'), label: all.map(({ label }) => label).join(' and ') }
    },
    assumption: isAssumed ? `${classification.id} is that of today, applied to every earlier day` : undefined,
  }
}

/** In thirds of the members of the system on the day asked about by a number of theirs; equal numbers stay together. */
const byThirds = async (world: Snapshot, word: string, { system }: Adoptions): Promise<Sorted> => {
  const numbers =
    (await ifRecorded(() => loadNumbersOfStates(world, word))) ?? (await loadNumbersOfStates(world, attributeId(word)))
  const valueOf = (state: string): number | undefined => numbers.on(state, world.asOf)?.value
  const values = [...system]
    .flatMap(([state, spans]) => (at(spans, world.asOf) === undefined ? [] : [valueOf(state) ?? []].flat()))
    .toSorted((a, b) => a - b)
  if (values.length === 0)
    throw badInput('bad-input', `nobody has a value of ${word} on ${formatDay(world.asOf)}.`, {
      where: 'by',
      hint: 'Ask for a day that its source covers, or for another number.',
    })
  const cut = (third: number): number => values[Math.ceil((values.length * third) / 3) - 1] ?? Number.POSITIVE_INFINITY
  const groups = [
    { id: 'third-1', label: `lowest third, up to ${cut(1)}`, upTo: cut(1) },
    { id: 'third-2', label: `middle third, up to ${cut(2)}`, upTo: cut(2) },
    { id: 'third-3', label: `highest third, above ${cut(2)}`, upTo: Number.POSITIVE_INFINITY },
  ]
  return {
    groupOf: (state) => {
      const value = valueOf(state)
      return value === undefined ? undefined : groups.find(({ upTo }) => value <= upTo)
    },
    assumption: `${word} is that of ${formatDay(world.asOf)}, applied to every earlier day`,
  }
}

/** Where nobody has recorded the regions that are meant without more ado, nobody says in which one any state is. */
const unrecorded: Sorted = { groupOf: () => undefined, assumption: undefined }

const unsorted = { id: null, label: 'unknown' } as const

/** The years of a group of states, counted as those of the whole system are. */
const yearsOfGroup = (
  { timelines, threshold, years }: Adoptions,
  spans: ReadonlyMap<string, readonly Span<unknown>[]>,
  coverage: CurveInputs['coverage'],
  until: Day,
): GroupOfStates['curve'] => {
  const own = new Map([...spans.keys()].map((state) => [state, timelines.get(state) ?? []]))
  const inputs: CurveInputs = { timelines: own, system: spans, coverage, denominator: 'system' }
  return Array.from({ length: years.last - years.first + 1 }, (_, i) => years.first + i).map((year) => {
    const day = countedDay(year, until)
    const members = [...spans].flatMap(([state, list]) => (at(list, day) === undefined ? [] : [state]))
    const { count, possible, share, covered, carried } = shareOn(day, members, threshold, inputs)
    return { year, system: members.length, adopters: count, possible, share, covered, carried }
  })
}

/** The steps from a day on; what stood before it is its first. */
const stepsFrom = (first: Day, steps: readonly ShareStep[]): GroupOfStates['steps'] => {
  const before = steps.findLast(({ day }) => day < first)
  const standing = before === undefined || steps.some(({ day }) => day === first) ? [] : [{ ...before, day: first }]
  return [...standing, ...steps.filter(({ day }) => day >= first)].map(({ day, system, adopters }) => ({
    from: formatDay(day),
    system,
    adopters,
  }))
}

/**
 * How far a treaty or norm has spread in each group of states, and when it tipped there; the years of each are made
 * only where they are shown.
 */
export const groupsOfStates = async (
  world: Snapshot,
  adoptions: Adoptions,
  { by, share, sustained }: Pick<TippingInput, 'share' | 'sustained'> & { readonly by: string },
  withCurves: boolean,
): Promise<{ readonly groups: readonly GroupOfStates[]; readonly assumption: string | undefined }> => {
  const { groupOf, assumption } =
    (await byClass(world, by)) ?? (by in aliases ? unrecorded : await byThirds(world, by, adoptions))
  const { system, spells, timelines, threshold } = adoptions
  const rule = { share, criticalShare: share, years: sustained }
  const coverage = coverageOfMembers(adoptions)
  const spansOf = (states: readonly string[]) => new Map(states.map((state) => [state, system.get(state) ?? []]))
  const groups = groupBy([...system.keys()], (state) => groupOf(state)?.id ?? null)
  return {
    assumption,
    groups: [...groups]
      .map(([id, states]) => {
        const { label } = groupOf(states[0] ?? '') ?? unsorted
        const members = states.filter((state) => at(system.get(state) ?? [], world.asOf) !== undefined)
        const standing = members.map((state) =>
          committedIn(at(timelines.get(state) ?? [], world.asOf)?.value ?? { possible: [] }),
        )
        const adopters = standing.filter((one) => hasReached(one, threshold) === true).length
        const steps = shareSteps(
          states.map((state) => ({ inSystem: system.get(state) ?? [], adopted: spells.get(state) ?? [] })),
          world.asOf,
        )
        const began = states.flatMap((state) => spells.get(state)?.[0]?.from ?? [])
        const first = began.length === 0 ? undefined : (Math.min(...began) as Day)
        const tips = tippingPoint(steps, undefined, rule, world.asOf)?.day
        const dayOrNull = (day: Day | undefined) => (day === undefined ? null : formatDay(day))
        return {
          group: id,
          label,
          system: members.length,
          adopters,
          possible: standing.filter((one) => mayHaveReached(one, threshold)).length,
          share: members.length === 0 ? null : adopters / members.length,
          first: dayOrNull(first),
          tips: dayOrNull(tips),
          curve: withCurves ? yearsOfGroup(adoptions, spansOf(states), coverage, world.asOf) : [],
          steps: withCurves ? stepsFrom(firstDayOfYear(adoptions.years.first), steps) : [],
        }
      })
      .filter((one) => one.system > 0 || (one.group !== null && one.first !== null))
      .toSorted(
        (a, b) => Number(a.group === null) - Number(b.group === null) || ((a.group ?? '') < (b.group ?? '') ? -1 : 1),
      ),
  }
}
