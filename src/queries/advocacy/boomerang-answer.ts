import { z } from 'zod'
import {
  boomerangSteps,
  daysBetween,
  lastDayWithin,
  type Boomerang,
  type Chain,
  type StepEvent,
  type StepEvents,
} from '../../../projections/compose/campaign/boomerang.ts'
import { ALWAYS, formatBound, formatDay, type Day } from '../../time/day.ts'
import { certainty, counted, eventIds, nullableDay } from '../question/output-fields.ts'
import { evidenceOut } from '../status/explain-status.ts'
import type { ConductAct } from '../subjects/conduct.ts'
import { formedIn, type Coalition } from './coalitions.ts'
import { knownOut } from './known-acts.ts'

const daysOut = z.object({ least: z.int(), most: z.int() }).describe('Days, over what the dates allow')

const stepOut = z.object({
  step: z.enum(boomerangSteps),
  says: z.string(),
  earliest: nullableDay.describe('The first day on which it may have come about; null where none is known'),
  latest: z.string(),
  sure: z.boolean().describe('Whether it is such a step for certain; not where a base is not recorded'),
  daysSince: daysOut.nullable().describe('Days since the step before; null of the first'),
  decidedBy: eventIds,
})

const completionOut = z.object({
  began: nullableDay.describe('The first day of the violation'),
  conceded: nullableDay.describe('The last day of the concession'),
  days: daysOut,
  steps: z.array(eventIds).describe('The events of each of its four steps'),
})

const coalitionOut = z.object({
  campaign: z.string(),
  name: z.string(),
  organisations: z.int().describe('How many organisations are recorded to have joined'),
  inside: z.array(z.string()).describe('Those based in the state'),
  outside: z.int().describe('How many are based elsewhere'),
  unknownBase: z.int().describe('How many have no base that is recorded'),
  formed: z
    .object({ earliest: z.string(), latest: z.string(), certainty, decidedBy: eventIds })
    .nullable()
    .describe(
      'When organisations of the state and of elsewhere had both joined, by the two events; possible where one has ' +
        'no base that is recorded; null where they had not, as far as recorded',
    ),
})

export const boomerangOut = z.object({
  state: z.string(),
  norm: z.string(),
  window: z.int().describe('All four steps lie within so many years, from the first day of the violation'),
  completed: z
    .enum(['yes', 'possible', 'no', 'unknown'])
    .describe(
      'yes: all four steps, in this order for certain; possible: on some of the days that dates allow, or if an ' +
        'organisation of no recorded base is where it would have to be; no: not as far as recorded; unknown: no ' +
        'violation is known to begin with',
    ),
  reached: z.int().nullable().describe('The furthest step that the chain below has, 1 to 4; null where it is unknown'),
  certainlyReached: z.int().nullable().describe('The furthest step in an order that is certain'),
  reason: z
    .enum(['no-violation-known', 'as-recorded'])
    .nullable()
    .describe('Why it is unknown; as-recorded: it is no because no more is recorded, of what nobody claims to hold'),
  certainty: certainty.nullable().describe('Whether the chain below is certain; null where there is none'),
  steps: z
    .array(stepOut)
    .describe(
      'The chain that goes furthest; among those the one that gets there first; among those the shortest. What came ' +
        'after what, and no claim that one brought the other about',
    ),
  days: daysOut.nullable().describe('From its first step to its last'),
  lacks: z.string().nullable().describe('What the next step lacked; null where there is none'),
  takenBack: z.string().nullable().describe('When the concession was taken back, as far as recorded'),
  completions: z
    .array(completionOut)
    .describe('Every concession that ended a whole chain of certain order: the first that followed some violation'),
  coalitions: z.array(coalitionOut).describe('Campaigns over the norm against the state, or against all states'),
  blockages: z
    .int()
    .describe('How many acts at home that close the way are recorded by the day: rulings, repeals, referendums'),
  known: knownOut,
  evidence: evidenceOut,
})

export const stepsOf = (chain: Chain): z.infer<typeof stepOut>[] =>
  chain.map((event, index) => {
    const before = chain[index - 1]
    return {
      step: boomerangSteps[index] ?? 'violation',
      says: event.says,
      earliest: formatBound(event.lo),
      latest: formatDay(event.hi),
      sure: event.sure,
      daysSince: before === undefined ? null : daysBetween(before, event),
      decidedBy: [...event.decidedBy],
    }
  })

export const daysOfChain = (chain: Chain) => {
  const [first, last] = [chain[0], chain.at(-1)]
  return first === undefined || last === undefined || chain.length < 2 ? null : daysBetween(first, last)
}

export const completionsOf = ({ completed }: Boomerang): z.infer<typeof completionOut>[] =>
  completed.map((chain) => {
    const [first, last] = [chain[0], chain.at(-1)] as [StepEvent, StepEvent]
    return {
      began: formatBound(first.lo),
      conceded: formatDay(last.hi),
      days: daysBetween(first, last),
      steps: chain.map(({ decidedBy }) => [...decidedBy]),
    }
  })

export const coalitionsOf = (
  coalitions: readonly Coalition[],
  actor: string,
  asOf: Day,
): z.infer<typeof coalitionOut>[] =>
  coalitions.map((coalition) => {
    const joined = coalition.members.filter(({ lo }) => lo <= asOf)
    const count = (isMeant: (base: string | undefined) => boolean): readonly string[] => [
      ...new Set(joined.filter(({ base }) => isMeant(base)).map(({ organisation }) => organisation)),
    ]
    const formed = formedIn(coalition, actor).find(({ lo }) => lo <= asOf)
    return {
      campaign: coalition.campaign,
      name: coalition.name,
      organisations: count(() => true).length,
      inside: [...count((base) => base === actor)],
      outside: count((base) => base !== undefined && base !== actor).length,
      unknownBase: count((base) => base === undefined).length,
      formed:
        formed === undefined
          ? null
          : {
              earliest: formatDay(formed.lo),
              latest: formatDay(formed.hi),
              certainty: formed.sure ? 'certain' : 'possible',
              decidedBy: [...formed.decidedBy],
            },
    }
  })

const stepWords = {
  violation: 'violation of the norm, and no blockage at home,',
  campaign: 'campaign over the norm in which organisations of the state and of elsewhere had joined',
  pressure: 'pressure of a third state or organisation over the norm',
  concession: 'concession over the norm',
} as const

/** What the step after a chain lacked, in words; nothing where the chain is whole. */
export const lackOf = (chain: Chain, events: StepEvents, window: number): string | null => {
  const step = boomerangSteps[chain.length]
  const [first, last] = [chain[0], chain.at(-1)]
  if (step === undefined || first === undefined || last === undefined) return null
  const until = lastDayWithin(first.lo <= ALWAYS ? first.hi : first.lo, window)
  const all = events[step]
  if (all.length === 0) return `no ${stepWords[step]} is recorded`
  const after = all.filter(({ lo }) => lo > last.hi).toSorted((a, b) => a.lo - b.lo)
  const within = `after ${formatDay(last.hi)} and by ${formatDay(until)}`
  const recorded = `no ${stepWords[step]} is recorded ${within}`
  const [next] = after
  if (next === undefined) return `${recorded}: ${counted(all.length, 'that is known', 'that are known')} came before`
  if (next.lo <= until) return `${recorded} for certain`
  return `${recorded}: the next came on ${formatDay(next.lo)}, ${counted(next.hi - until, 'day')} too late`
}

/** When a concession was taken back: the first reversal of its kind after it, as far as recorded. */
export const takenBackOn = (concession: StepEvent | undefined, acts: readonly ConductAct[]): string | null => {
  if (concession === undefined) return null
  const made = acts.find(({ act, decidedBy }) => act === 'concession' && decidedBy[0] === concession.decidedBy[0])
  const [reversal] = acts
    .filter(({ act, kind, latest }) => act === 'reversal' && kind === made?.kind && latest >= concession.lo)
    .toSorted((a, b) => a.latest - b.latest)
  return reversal === undefined ? null : formatDay(reversal.latest)
}
