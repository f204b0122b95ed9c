import { z } from 'zod'
import { phasesOf, regressionsOf } from '../../diffusion/life-cycle.ts'
import type { ShareStep } from '../../diffusion/share-steps.ts'
import { tippingPoint } from '../../diffusion/tipping.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { at, holdsOn, inOrder } from '../../time/timeline.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Adoptions } from '../diffusion/adoptions.ts'
import { knownThrough } from './known-through.ts'
import { normProposedOn } from './norm-proposed.ts'

/** Years without an adoption by a member of the system after which a cascade has stalled. */
export const stallYears = 5
/** Exits that take so much off the share within so many years are a regression. */
const regression = { points: 0.05, years: 5 } as const
/** From which share on a norm may be internalized, and for how many years it must hold. */
const taken = { share: { numerator: 9, denominator: 10 }, years: 1 } as const

export const lifeCycleOut = {
  phases: z
    .array(
      z.object({
        phase: z.enum(['emergence', 'cascade', 'stalled cascade', 'unknown', 'internalization']),
        from: z.string(),
        to: nullableDay.describe('First day on which it no longer was; null where it lasts to the day asked about'),
      }),
    )
    .describe(
      'Life cycle: emergence from the proposal or the opening to the tipping date, then a cascade, stalled where ' +
        `no member of the system adopted for ${stallYears} years; unknown where it would have, and sources do ` +
        'not reach',
    ),
  emergence: z
    .enum(['proposed', 'opened', 'first act'])
    .nullable()
    .describe('What emergence counts from: the day the norm was put forward, else of opening, else of the first act'),
  internalization: z
    .object({
      state: z.enum(['not reached', 'unknown', 'reached']),
      ninetyPercent: nullableDay.describe('First day on which 90 % had adopted, and held for a year'),
      reason: z.string().nullable().describe('Why it is unknown'),
    })
    .describe('Whether it is internalized: takes 90 %, law at home in half of the states, and few objectors'),
  regressions: z
    .array(z.object({ from: z.string(), to: z.string(), byExits: z.number() }))
    .describe('Where exits alone took five points off the share within five years'),
}
export type LifeCycle = z.infer<z.ZodObject<typeof lifeCycleOut>>

/** What is known on a day of law at home, and of objectors, among the members of the system. */
const atHomeOn = ({ subject, system, timelines }: Adoptions, day: Day) => {
  const members = [...system].flatMap(([state, spans]) => (at(spans, day) === undefined ? [] : [state]))
  const domesticOf = subject.domesticOf ?? (() => [])
  const acts = members.map((state) => domesticOf(state).filter((span) => holdsOn(span, day)))
  return {
    members: members.length,
    known: acts.filter((list) => list.length > 0).length,
    incorporating: acts.filter((list) => list.some(({ value }) => value.incorporates)).length,
    objectors: members.filter((state) => at(timelines.get(state) ?? [], day)?.value.possible.includes('OBJECTING'))
      .length,
  }
}

const isInternalizedOn = (adoptions: Adoptions, day: Day): boolean => {
  const { members, incorporating, objectors } = atHomeOn(adoptions, day)
  return incorporating * 2 >= members && objectors * 20 <= members
}

const internalizationOf = (adoptions: Adoptions, steps: readonly ShareStep[], until: Day) => {
  const rule = { share: taken.share, criticalShare: taken.share, years: taken.years }
  const ninety = tippingPoint(steps, undefined, rule, until)
  if (ninety === undefined)
    return { day: undefined, out: { state: 'not reached', ninetyPercent: null, reason: null } as const }
  const ninetyPercent = formatDay(ninety.day)
  const acts = [...adoptions.timelines.keys()].flatMap((actor) => adoptions.subject.domesticOf?.(actor) ?? [])
  const days = inOrder([ninety.day, ...acts.map(({ from }) => from)]).filter((day) => day >= ninety.day && day <= until)
  const day = isInternalizedOn(adoptions, until) ? days.find((one) => isInternalizedOn(adoptions, one)) : undefined
  if (day !== undefined) return { day, out: { state: 'reached', ninetyPercent, reason: null } as const }
  const { members, known, incorporating } = atHomeOn(adoptions, until)
  const reason =
    known === 0
      ? 'no domestic acts are known'
      : `of ${members} members domestic acts are known of ${known}, and of ${incorporating} that they are law at home`
  return { day, out: { state: 'unknown', ninetyPercent, reason } as const }
}

/** The life cycle of a treaty or norm, as far as adoptions and what is known of it tell. */
export const lifeCycleOf = async (
  world: Snapshot,
  adoptions: Adoptions,
  steps: readonly ShareStep[],
  tipping: Day | undefined,
): Promise<LifeCycle> => {
  const { subject, opened } = adoptions
  const proposed = subject.kind === 'norm' ? await normProposedOn(world, subject.id) : undefined
  const { day: internalized, out } = internalizationOf(adoptions, steps, world.asOf)
  const phases = phasesOf({
    from: proposed ?? opened,
    tipping,
    adoptions: steps.filter(({ adopted }) => adopted > 0).map(({ day }) => day),
    internalized,
    until: world.asOf,
    knownThrough: knownThrough(world, adoptions),
    stallYears,
  })
  const acted = opened === undefined ? null : 'first act'
  const beginning = adoptions.isOpeningKnown ? 'opened' : acted
  return {
    phases: phases.map(({ phase, from, to }) => ({
      phase,
      from: formatDay(from),
      to: to === undefined ? null : formatDay(to),
    })),
    emergence: proposed !== undefined ? 'proposed' : beginning,
    internalization: out,
    regressions: regressionsOf(steps, regression).map(({ from, to, byExits }) => ({
      from: formatDay(from),
      to: formatDay(to),
      byExits,
    })),
  }
}
