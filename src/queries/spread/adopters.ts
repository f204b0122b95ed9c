import { z } from 'zod'
import type { Snapshot } from '../question/snapshot.ts'
import {
  classesByShare,
  classesBySd,
  classifyByShare,
  classifyBySd,
  classifyThresholds,
  roleOf,
  thresholdClasses,
} from '../../diffusion/adopter-classes.ts'
import { timingShare } from '../../diffusion/contagion.ts'
import { formatDay, lastDayOfYear, parseDay, yearOf, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import type { ChannelId } from '../channels/index.ts'
import { nullableDay } from '../question/output-fields.ts'
import { committedIn, mayHaveReached } from '../status/adoption-threshold.ts'
import { earliestOf } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import type { MetByChannel, PartnerAdoption } from '../diffusion/partner-adoption.ts'

/** Which spells of those that came back count as adoptions. */
export const spellChoices = ['first', 'last', 'all'] as const

const byChannel = <T extends z.ZodType>(value: T) => z.record(z.string(), value)
const exposureOut = byChannel(z.number().nullable()).describe(
  'By channel, the share of the partners that had adopted at the end of the year before, 0 to 1; null without any',
)
const coveredOut = byChannel(z.enum(['covered', 'carried', 'none'])).describe(
  'By channel, how far the sources of that exposure reach: carried where they end before that year did',
)

export const adopterOut = z.object({
  order: z.int().describe('Rank by date among all that are listed; those of one day share it'),
  state: z.string(),
  name: z.string(),
  date: z.string().describe('First day on which it certainly had'),
  earliest: z.string().describe('First day on which it may have: the same day where its date is certain'),
  inSystem: z
    .boolean()
    .nullable()
    .describe('Whether it was in the state system on that day; null where the sources believed do not tell of it'),
  spell: z.int().describe('Which of its adoptions it is: 2 after an exit and a return'),
  exposure: exposureOut,
  covered: coveredOut,
  threshold: z.number().nullable().describe('Its exposure by the first channel, at which it adopted'),
  class: z
    .object({
      sd: z.enum(classesBySd).describe('By the year: at most mean − sd, mean, mean + sd, above (netdiffuseR)'),
      rogers: z.enum(classesByShare).describe('By rank: 2.5, 13.5, 34, 34 and 16 % of all that adopted (Rogers)'),
      threshold: z.enum(thresholdClasses).nullable().describe('How exposed it was beside the others, cut as sd is'),
    })
    .nullable()
    .describe('Among the adoptions of members of the system that are listed; null where it was no member'),
  role: z
    .enum(['leader', 'laggard'])
    .nullable()
    .describe('leader: adopted at a very low exposure; laggard: late by sd, and exposed above the mean'),
  infectiousness: z
    .number()
    .nullable()
    .describe('Of its partners that adopted in later years, weighted, the part that did in the very next; null: none'),
  susceptibility: z
    .number()
    .nullable()
    .describe('Of its partners that had adopted in earlier years, the part that did in the year before; null: none'),
  exits: nullableDay.describe('First day on which it was no adopter any more'),
})
export type Adopter = z.infer<typeof adopterOut>
type Timing = 'infectiousness' | 'susceptibility'
/** The same without what only JSON and the table of adopters show, and takes the weights of another year. */
export type BriefAdopter = Omit<Adopter, Timing> & Partial<Pick<Adopter, Timing>>

export const neverAdoptedOut = z.object({
  state: z.string(),
  name: z.string(),
  inSystemSince: z.string().describe('First day of its present membership in the state system'),
  possible: z.boolean().describe('Whether it may have adopted all the same: its date or its status leaves it open'),
  exposure: exposureOut,
  covered: coveredOut,
})
export type NeverAdopted = z.infer<typeof neverAdoptedOut>

/** One adoption of one state. */
interface OneAdoption {
  readonly state: string
  readonly from: Day
  readonly to: Day
  readonly spell: number
}

/** Those that count, by date and state. */
export const adoptionsListed = (
  { spells }: Pick<Adoptions, 'spells'>,
  choice: (typeof spellChoices)[number],
): readonly OneAdoption[] =>
  [...spells]
    .flatMap(([state, list]) => {
      const all = list.map(({ from, to }, i) => ({ state, from, to, spell: i + 1 }))
      if (choice === 'all') return all
      return choice === 'first' ? all.slice(0, 1) : all.slice(-1)
    })
    .toSorted((a, b) => a.from - b.from || (a.state < b.state ? -1 : 1))

const metIn = (channels: readonly PartnerAdoption[], state: string, year: number) => {
  const met = channels.map(({ channel, on }): readonly [ChannelId, MetByChannel] => [channel, on(state, year)])
  return {
    exposure: Object.fromEntries(met.map(([channel, { value }]) => [channel, value])),
    covered: Object.fromEntries(met.map(([channel, { covered }]) => [channel, covered])),
  }
}

/**
 * Infectiousness and susceptibility by the first channel; null where it has no partners, or the year after is not
 * over.
 */
const contagionOf = ([first]: readonly PartnerAdoption[], yearsOfAll: ReadonlyMap<string, number>, until: Day) => {
  const inOrder = new Map<readonly string[], Float64Array>()
  const shareOf = (state: string, own: number, year: number, side: 'after' | 'before'): number | null => {
    const found = first?.weights?.(state, year)
    if (found === undefined) return null
    const years =
      inOrder.get(found.states) ?? Float64Array.from(found.states, (one) => yearsOfAll.get(one) ?? Number.NaN)
    inOrder.set(found.states, years)
    return timingShare(found.weights, years, own, side) ?? null
  }
  return (state: string, own: number) => ({
    infectiousness: lastDayOfYear(own + 1) > until ? null : shareOf(state, own, own, 'after'),
    susceptibility: shareOf(state, own, own - 1, 'before'),
  })
}

/**
 * Every adoption that counts, with how exposed each state was the year before, its classes and its place among them.
 */
export const adoptersInBrief = (
  world: Snapshot,
  adoptions: Adoptions,
  channels: readonly PartnerAdoption[],
  choice: (typeof spellChoices)[number],
): readonly BriefAdopter[] => {
  const { timelines, threshold } = adoptions
  const listed = adoptionsListed(adoptions, choice)
  const inSystem = ({ state, from }: OneAdoption): boolean | null => adoptions.inSystem(state, from)
  const isMember = (one: OneAdoption): boolean => inSystem(one) === true
  const members = listed.filter(isMember)
  const met = new Map(listed.map((one) => [one, metIn(channels, one.state, yearOf(one.from) - 1)]))
  const thresholdOf = (one: OneAdoption): number | null => met.get(one)?.exposure[channels[0]?.channel ?? ''] ?? null
  const bySd = classifyBySd(members.map(({ from }) => yearOf(from)))
  const byThreshold = classifyThresholds(members.map(thresholdOf).filter((value) => value !== null))
  const classOf = (one: OneAdoption): Adopter['class'] => {
    if (!isMember(one)) return null
    const before = members.filter(({ from }) => from < one.from).length
    const batch = members.filter(({ from }) => from === one.from).length
    const value = thresholdOf(one)
    return {
      sd: bySd(yearOf(one.from)),
      rogers: classifyByShare(before, batch, members.length),
      threshold: value === null ? null : byThreshold(value),
    }
  }
  return listed.map((one) => {
    const { state, from, to, spell } = one
    const classes = classOf(one)
    return {
      order: listed.findIndex((other) => other.from === from) + 1,
      state,
      name: world.names.nameOn('state', state, world.asOf),
      date: formatDay(from),
      earliest: formatDay(earliestOf(timelines.get(state) ?? [], from, threshold)),
      inSystem: inSystem(one),
      spell,
      exposure: met.get(one)?.exposure ?? {},
      covered: met.get(one)?.covered ?? {},
      threshold: thresholdOf(one),
      class: classes,
      role: classes === null || classes.threshold === null ? null : roleOf(classes.threshold, classes.sd),
      exits: to <= world.asOf ? formatDay(to) : null,
    }
  })
}

/** The same with who followed and who went before. */
export const adoptersOf = (
  world: Snapshot,
  adoptions: Adoptions,
  channels: readonly PartnerAdoption[],
  choice: (typeof spellChoices)[number],
): readonly Adopter[] => {
  const firstYears = new Map(adoptionsListed(adoptions, 'first').map(({ state, from }) => [state, yearOf(from)]))
  const contagion = contagionOf(channels, firstYears, world.asOf)
  return adoptersInBrief(world, adoptions, channels, choice).map((one) => ({
    ...one,
    ...contagion(one.state, yearOf(parseDay(one.date))),
  }))
}

/** The members of the system on the day asked about that have never certainly adopted, with what they met. */
export const neverAdoptedOf = (
  world: Snapshot,
  { system, spells, timelines, threshold }: Adoptions,
  channels: readonly PartnerAdoption[],
): readonly NeverAdopted[] =>
  [...system]
    .flatMap(([state, list]) => {
      const member = at(list, world.asOf)
      return member === undefined || (spells.get(state) ?? []).length > 0 ? [] : [{ state, since: member.from }]
    })
    .map(({ state, since }) => ({
      state,
      name: world.names.nameOn('state', state, world.asOf),
      inSystemSince: formatDay(since),
      possible: mayHaveReached(
        committedIn(at(timelines.get(state) ?? [], world.asOf)?.value ?? { possible: [] }),
        threshold,
      ),
      ...metIn(channels, state, yearOf(world.asOf) - 1),
    }))
    .toSorted((a, b) => (a.state < b.state ? -1 : 1))
