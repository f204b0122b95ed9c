import type { Day } from '../../../src/time/day.ts'
import { at, type Certainty, type Span } from '../../../src/time/timeline.ts'
import type { StandingAttachment } from '../reservations/standing-attachments.ts'
import type { Standing } from '../treaty/legal-status.ts'
import { cappedBy, isInForce, stepOf, stronger, weaker, type NormStatus } from './norm-statuses.ts'
import type { LinkedInstrument, InstrumentRule } from './links.ts'

/** Roles whose instruments bind. Monitoring adds attributes, and soft law caps at endorsement: neither binds. */
const together: ReadonlySet<string> = new Set(['core', 'regional', 'successor'])
const binding: ReadonlySet<string> = new Set([...together, 'protocol'])

/** What one instrument may bring on a day, and why. */
export interface Contribution {
  readonly link: LinkedInstrument
  readonly standing: Span<Standing>
  readonly steps: ReadonlySet<NormStatus>
  readonly reserved: Span<readonly StandingAttachment[]> | undefined
  /** The parent, where it caps. */
  readonly parent: Span<Standing> | undefined
}

/** One legal status for each instrument on which others depend. */
type Assumed = ReadonlyMap<string, string>

/** The instruments that others depend on: parents of protocols, and successors that may mask. */
const entangled = (links: readonly LinkedInstrument[], day: Day): readonly (readonly [string, readonly string[]])[] => {
  const found = new Map<string, readonly string[]>()
  for (const { instrument, role, timeline, parent } of links) {
    if (role === 'successor') found.set(instrument, at(timeline, day)?.value.possible ?? ['NONE'])
    if (parent !== undefined) found.set(parent.instrument, at(parent.timeline, day)?.value.possible ?? ['NONE'])
  }
  return [...found]
}

/** Every way to assume one possible status for each of them. */
const assumptions = (links: readonly LinkedInstrument[], day: Day): readonly Assumed[] =>
  entangled(links, day).reduce<readonly Assumed[]>(
    (before, [instrument, possible]) =>
      before.flatMap((assumed) => possible.map((status) => new Map([...assumed, [instrument, status]]))),
    [new Map()],
  )

/**
 * Instruments that a successor in force for the actor takes the place of (VCLT arts 30, 59). A party to the old one
 * only keeps the old.
 */
const maskedBy = (links: readonly LinkedInstrument[], inForce: (instrument: string) => boolean): ReadonlySet<string> =>
  new Set(
    links
      .filter(({ role, instrument }) => role === 'successor' && inForce(instrument))
      .flatMap(({ instrument, succeeds }) =>
        succeeds === undefined
          ? links
              .filter((link) => link.role === 'core' && link.instrument !== instrument)
              .map((link) => link.instrument)
          : [succeeds],
      ),
  )

/** The instruments that are masked for sure. */
export const maskedOn = (links: readonly LinkedInstrument[], day: Day): ReadonlySet<string> => {
  const statuses = new Map(
    links.map(({ instrument, timeline }) => [instrument, at(timeline, day)?.value.status ?? 'NONE']),
  )
  return maskedBy(links, (instrument) => isInForce(statuses.get(instrument) ?? 'NONE'))
}

/** Reservations that stand qualify who is bound: those that only may stand leave it open. */
const qualifiedBy = (step: NormStatus, reserved: Certainty | undefined): readonly NormStatus[] => {
  if (step !== 'BOUND' || reserved === undefined) return [step]
  return reserved === 'certain' ? ['BOUND_QUALIFIED'] : ['BOUND', 'BOUND_QUALIFIED']
}

/** What a legal status under an instrument comes to, given the reservations that stand and the parent that it needs. */
const stepsOf = (
  link: LinkedInstrument,
  legal: string,
  reserved: Certainty | undefined,
  assumed: Assumed,
): readonly NormStatus[] => {
  const own = qualifiedBy(stepOf(legal), reserved)
  const parent = link.parent === undefined ? undefined : assumed.get(link.parent.instrument)
  return parent === undefined ? own : own.map((one) => cappedBy(one, parent))
}

const choicesOf = (link: LinkedInstrument, day: Day, assumed: Assumed): readonly NormStatus[] => {
  const standing = at(link.timeline, day)?.value
  if (standing === undefined) return []
  const reserved = at(link.reserved ?? [], day)?.certainty
  const known = assumed.get(link.instrument)
  return [
    ...new Set(
      (known === undefined ? standing.possible : [known]).flatMap((legal) => stepsOf(link, legal, reserved, assumed)),
    ),
  ]
}

/** What soft law comes to: whoever has signed it or more has endorsed the norm. */
const softSteps = (links: readonly LinkedInstrument[], day: Day): readonly (readonly NormStatus[])[] =>
  links
    .filter(({ role }) => role === 'softLaw')
    .map(({ timeline }) => [
      ...new Set(
        (at(timeline, day)?.value.possible ?? []).map((legal): NormStatus =>
          ['SIGNALLED', 'COMMITTED', 'BOUND', 'EXITING'].includes(stepOf(legal)) ? 'ENDORSED' : 'NO_POSITION',
        ),
      ),
    ])

/** Everything that one choice out of each list may come to, two by two. */
const allWays = (
  lists: readonly (readonly NormStatus[])[],
  join: (a: NormStatus, b: NormStatus) => NormStatus,
  start: NormStatus,
): ReadonlySet<NormStatus> => {
  let found: readonly NormStatus[] = [start]
  for (const list of lists)
    if (list.length > 0) found = [...new Set(found.flatMap((one) => list.map((other) => join(one, other))))]
  return new Set(found)
}

/** Everything that the instruments, and an endorsement beside them, may come to on a day. */
export const outcomesOf = (
  links: readonly LinkedInstrument[],
  day: Day,
  rule: InstrumentRule,
  endorsed: Certainty | undefined,
): ReadonlySet<NormStatus> => {
  const soft: readonly (readonly NormStatus[])[] = [
    ...softSteps(links, day),
    ...(endorsed === undefined
      ? []
      : [endorsed === 'certain' ? ['ENDORSED' as const] : ['ENDORSED' as const, 'NO_POSITION' as const]]),
  ]
  const deciding = links.filter(({ role }) => binding.has(role))
  const every = deciding.filter(({ role }) => together.has(role))
  const found = new Set<NormStatus>()
  for (const assumed of assumptions(links, day)) {
    const masked = maskedBy(links, (instrument) => isInForce(assumed.get(instrument) ?? 'NONE'))
    const counted = (rule === 'all' && every.length > 0 ? every : deciding).filter(
      ({ instrument }) => !masked.has(instrument),
    )
    const choices = counted.map((link) => choicesOf(link, day, assumed))
    const hard =
      rule === 'all' && choices.some((list) => list.length > 0)
        ? allWays(choices, weaker, 'BOUND')
        : allWays(choices, stronger, 'NO_POSITION')
    for (const one of hard) for (const status of allWays(soft, stronger, one)) found.add(status)
  }
  return found
}

/** What each instrument may bring on a day, whatever the others come to. Soft law that endorses counts as one. */
export const contributions = (links: readonly LinkedInstrument[], day: Day): readonly Contribution[] => {
  const ways = assumptions(links, day)
  return links.flatMap((link): readonly Contribution[] => {
    const standing = at(link.timeline, day)
    if (standing === undefined || (!binding.has(link.role) && link.role !== 'softLaw')) return []
    const free = ways.flatMap((assumed) =>
      maskedBy(links, (instrument) => isInForce(assumed.get(instrument) ?? 'NONE')).has(link.instrument)
        ? []
        : [assumed],
    )
    const steps = new Set(
      link.role === 'softLaw'
        ? softSteps([link], day).flat()
        : free.flatMap((assumed) => choicesOf(link, day, assumed)),
    )
    const caps =
      link.parent !== undefined &&
      ways.some((assumed) => !isInForce(assumed.get(link.parent?.instrument ?? '') ?? 'NONE'))
    return [
      {
        link,
        standing,
        steps,
        reserved: steps.has('BOUND_QUALIFIED') ? at(link.reserved ?? [], day) : undefined,
        parent: caps && link.parent !== undefined ? at(link.parent.timeline, day) : undefined,
      },
    ]
  })
}
