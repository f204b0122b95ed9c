import { z } from 'zod'
import { systemShare } from '../../diffusion/share.ts'
import { lastDayOfYear, type Day } from '../../time/day.ts'
import { at, type Span } from '../../time/timeline.ts'
import type { HazardYear } from '../../diffusion/hazard.ts'
import { committedIn, hasReached, mayHaveReached, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import type { Adoption } from './adoption-spells.ts'

/** How many members of a state system had taken on a treaty or norm by the end of a year. */
export const share = z.object({
  count: z.int().describe('Members of the system that certainly had'),
  possible: z.int().describe('Further members that may have: their dates or their status leave it open'),
  share: z.number().nullable().describe('Count over system; the further ones that may are not in it'),
  covered: z.int().describe('Members of which it is known, by a source that covers the day'),
  carried: z.int().describe('Further ones of which it was known last before the day'),
  outside: z.int().describe('Adopters that are no members of the system'),
})

/** What shares are counted among: the histories of all actors, the members, and how far sources reach of these. */
export interface CurveInputs {
  readonly timelines: ReadonlyMap<string, Adoption>
  readonly system: ReadonlyMap<string, readonly Span<unknown>[]>
  readonly coverage: ReadonlyMap<string, ReturnType<StatusSubject['coverageOf']>['on']>
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

const shareOn = (
  day: Day,
  members: readonly string[],
  threshold: AdoptionThreshold,
  inputs: CurveInputs,
): z.infer<typeof share> => {
  const { timelines } = inputs
  const reached = [...timelines].flatMap(([state, timeline]) =>
    hasReached(standingIn(timeline, day), threshold) === true ? [state] : [],
  )
  const { adopters, outside } = systemShare(reached, members)
  const open = members.filter((state) => mayHaveReached(standingIn(timelines.get(state), day), threshold))
  return {
    count: adopters,
    possible: open.length,
    share: members.length === 0 ? null : adopters / members.length,
    ...coveredAmong(
      members.filter((state) => !open.includes(state)),
      inputs,
      day,
    ),
    outside: outside.length,
  }
}

/** The curve of a spread: year by year, on 31 December or on the last day asked about, the shares and the hazard. */
export const curveOf = (hazards: readonly HazardYear[], inputs: CurveInputs, until: Day) =>
  hazards.map(({ year, adopters, atRisk, hazard }) => {
    const day = Math.min(lastDayOfYear(year), until) as Day
    const members = [...inputs.system].flatMap(([state, spans]) => (at(spans, day) === undefined ? [] : [state]))
    return {
      year,
      system: members.length,
      signed: shareOn(day, members, 'SIGNED', inputs),
      consented: shareOn(day, members, 'CONSENTED', inputs),
      inForce: shareOn(day, members, 'IN_FORCE', inputs),
      adopters,
      atRisk,
      hazard: typeof hazard === 'number' ? hazard : null,
    }
  })
