import { z } from 'zod'
import { groupBy } from '../../common/group-by.ts'
import { systemShare } from '../../diffusion/share.ts'
import type { ShareStep } from '../../diffusion/share-steps.ts'
import { lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { at, type Span } from '../../time/timeline.ts'
import type { HazardYear } from '../../diffusion/hazard.ts'
import { committedIn, hasReached, mayHaveReached, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import type { Adoption } from '../diffusion/adoption-spells.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import type { Denominator } from './share-among.ts'

/** How many members of a state system had taken on a treaty or norm by the end of a year. */
const share = z.object({
  count: z.int().describe('Members of the system that certainly had'),
  possible: z.int().describe('Further members that may have: their dates or their status leave it open'),
  share: z
    .number()
    .nullable()
    .describe('Count over system, or with outside in both where the denominator is actors; certain ones alone'),
  covered: z.int().describe('Members of which it is known, by a source that covers the day'),
  carried: z.int().describe('Further ones of which it was known last before the day'),
  outside: z.int().describe('Adopters that are no members of the system'),
})

export const curveYearOut = z.object({
  year: z.int(),
  system: z.int().describe('Members of the state system on 31 December, or on the last day asked about'),
  signed: share,
  consented: share,
  inForce: share,
  adopters: z.int().describe('New adopters of the risk set in the year'),
  atRisk: z.int().describe('Members of the system known to have been no adopters at the end of the year before'),
  unknown: z.int().describe('Of these, how many of whom nobody knows whether they adopted in the year'),
  hazard: z
    .number()
    .nullable()
    .describe(
      'Adopters over those at risk of whom it is known; null where that are fewer than half, or the year is not over',
    ),
  exited: z.int().describe('How many of those counted ceased to be adopters, and stayed in the system'),
  entered: z.int().describe('How many states entered the system'),
  left: z.int().describe('How many left it'),
  change: z
    .object({ byAdoptions: z.number(), byExits: z.number(), byMembers: z.number() })
    .describe('What moved the share by the threshold asked for; the three add up to its change over the year'),
})
export type CurveYear = z.infer<typeof curveYearOut>

/** What shares are counted among: the histories of all actors, the members, and how far sources reach of these. */
export interface CurveInputs {
  readonly timelines: ReadonlyMap<string, Adoption>
  readonly system: ReadonlyMap<string, readonly Span<unknown>[]>
  readonly coverage: ReadonlyMap<string, ReturnType<StatusSubject['coverageOf']>['on']>
  readonly denominator: Denominator
}

/** How far the sources of each member reach. */
export const coverageOfMembers = ({ subject, system }: Pick<Adoptions, 'subject' | 'system'>) =>
  new Map([...system.keys()].map((state) => [state, subject.coverageOf(state).on]))

/** The sources that hold in full, on a day or an earlier one, what those that are members on that day did. */
export const coveringSources = (adoptions: Pick<Adoptions, 'subject' | 'system'>, day: Day): string[] => {
  const members = [...coverageOfMembers(adoptions)].filter(
    ([state]) => at(adoptions.system.get(state) ?? [], day) !== undefined,
  )
  return [...new Set(members.flatMap(([, on]) => on(day).by))].toSorted()
}

const standingIn = (timeline: Adoption | undefined, day: Day) =>
  committedIn(at(timeline ?? [], day)?.value ?? { possible: [] })

/** Of how many members one knows it by a source that covers the day, and of how many by one that did before. */
const coveredAmong = (members: readonly string[], { coverage }: CurveInputs, day: Day) => {
  const states = members.map((state) => coverage.get(state)?.(day).state ?? 'none')
  return {
    covered: states.filter((state) => state === 'covered').length,
    carried: states.filter((state) => state === 'carried').length,
  }
}

/** The last day of a year up to the day asked about: on it the year is counted. */
export const countedDay = (year: number, until: Day): Day => Math.min(lastDayOfYear(year), until) as Day

export const shareOn = (
  day: Day,
  members: readonly string[],
  threshold: AdoptionThreshold,
  inputs: CurveInputs,
): z.infer<typeof share> => {
  const { timelines, denominator } = inputs
  const reached = [...timelines].flatMap(([state, timeline]) =>
    hasReached(standingIn(timeline, day), threshold) === true ? [state] : [],
  )
  const { adopters, outside } = systemShare(reached, members)
  const others = denominator === 'actors' ? outside.length : 0
  const counted = members.length + others
  const open = members.filter((state) => mayHaveReached(standingIn(timelines.get(state), day), threshold))
  return {
    count: adopters,
    possible: open.length,
    share: counted === 0 ? null : (adopters + others) / counted,
    ...coveredAmong(
      members.filter((state) => !open.includes(state)),
      inputs,
      day,
    ),
    outside: outside.length,
  }
}

/** What moved the share of the year in which it stands: the parts add up to its change. */
const sumsOf = (ofYear: readonly ShareStep[]) => {
  const sums = { exited: 0, entered: 0, left: 0, change: { byAdoptions: 0, byExits: 0, byMembers: 0 } }
  for (const step of ofYear) {
    sums.exited += step.exited
    sums.entered += step.entered
    sums.left += step.left
    sums.change.byAdoptions += step.byAdoptions
    sums.change.byExits += step.byExits
    sums.change.byMembers += step.byMembers
  }
  return sums
}

/**
 * The curve of a spread: year by year, on 31 December or on the last day asked about, the shares, the hazard and what
 * moved the share by the threshold asked for.
 */
export const curveOf = (
  hazards: readonly HazardYear[],
  steps: readonly ShareStep[],
  inputs: CurveInputs,
  until: Day,
): CurveYear[] => {
  const byYear = groupBy(steps, ({ day }) => yearOf(day))
  return hazards.map(({ year, adopters, atRisk, unknown, hazard }) => {
    const day = countedDay(year, until)
    const members = [...inputs.system].flatMap(([state, spans]) => (at(spans, day) === undefined ? [] : [state]))
    return {
      year,
      system: members.length,
      signed: shareOn(day, members, 'SIGNED', inputs),
      consented: shareOn(day, members, 'CONSENTED', inputs),
      inForce: shareOn(day, members, 'IN_FORCE', inputs),
      adopters,
      atRisk,
      unknown,
      hazard: typeof hazard === 'number' && lastDayOfYear(year) <= until ? hazard : null,
      ...sumsOf(byYear.get(year) ?? []),
    }
  })
}
