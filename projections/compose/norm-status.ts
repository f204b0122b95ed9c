import { ALWAYS, FOREVER, type Day } from '../../src/time/day.ts'
import { at, cuts, unionOf, type Span, type Timeline } from '../../src/time/timeline.ts'
import type { LegalStatus, Standing } from './legal-status.ts'

/** Layer 2: where an actor stands towards a norm, over all instruments that carry it. Domestic acts and contestation have no events yet. */
export const normStatuses = ['NO_POSITION', 'SIGNALLED', 'COMMITTED', 'BOUND', 'EXITING', 'EXITED', 'UNKNOWN'] as const
export type NormStatus = (typeof normStatuses)[number]

export interface NormStanding {
  readonly status: NormStatus
  readonly possible: readonly NormStatus[]
  /** The highest spell number among the instruments that decide. */
  readonly spell: number
  /** Bound by one instrument while leaving, or having left, another. */
  readonly partialExit: boolean
}

/** The standing of the actor under one linked instrument. */
export interface Linked {
  readonly instrument: string
  readonly role: string
  readonly timeline: Timeline<Standing>
  /** The days [from, to) on which the instrument carries the norm. */
  readonly from: Day
  readonly to: Day
}

/** Roles whose instruments bind, each by itself (the max rule). Monitoring adds attributes, and soft law caps at endorsement: neither binds. */
const binding: ReadonlySet<string> = new Set(['core', 'regional', 'successor', 'protocol'])

const steps: Readonly<Record<LegalStatus, NormStatus>> = {
  NONE: 'NO_POSITION',
  SIGNED: 'SIGNALLED',
  PROVISIONAL: 'COMMITTED',
  CONSENTED: 'COMMITTED',
  IN_FORCE: 'BOUND',
  EXIT_PENDING: 'EXITING',
  EXITED: 'EXITED',
  EXTINCT: 'NO_POSITION',
  UNKNOWN: 'UNKNOWN',
}

/** What several instruments come to: being bound by any outweighs leaving another; leaving shows only where nothing else binds. */
const ladder: readonly NormStatus[] = ['BOUND', 'EXITING', 'EXITED', 'COMMITTED', 'SIGNALLED', 'NO_POSITION']

/** Everything that a choice of one possible status for each instrument may come to. */
const outcomes = (choices: readonly (readonly LegalStatus[])[]): readonly NormStatus[] => {
  let found = new Set<NormStatus>(['NO_POSITION'])
  for (const choice of choices) {
    const next = new Set<NormStatus>()
    for (const before of found)
      for (const status of choice) {
        const step = steps[status]
        next.add(ladder.find((rung) => rung === before || rung === step) ?? 'UNKNOWN')
      }
    found = next
  }
  return normStatuses.filter((status) => found.has(status))
}

/** A norm status timeline, composed from the timelines of the linked instruments; its deciding events are the union of theirs. */
export const normStatus = (links: readonly Linked[]): Timeline<NormStanding> => {
  const deciding = links.filter((link) => binding.has(link.role))
  const days = [...new Set([ALWAYS, ...cuts(...deciding.map((link) => link.timeline)), ...deciding.flatMap((link) => [link.from, link.to])])]
    .filter((day) => day < FOREVER)
    .toSorted((a, b) => a - b)
  const spans: Span<NormStanding>[] = []
  for (const [index, from] of days.entries()) {
    const span = standingOn(deciding, from, days[index + 1] ?? FOREVER)
    const last = spans.at(-1)
    if (last !== undefined && JSON.stringify(last.value) === JSON.stringify(span.value))
      spans[spans.length - 1] = { ...last, to: span.to, decidedBy: unionOf(last.decidedBy, span.decidedBy) }
    else spans.push(span)
  }
  return spans
}

const standingOn = (links: readonly Linked[], from: Day, to: Day): Span<NormStanding> => {
  const standings = links.filter((link) => link.from <= from && from < link.to).flatMap((link) => at(link.timeline, from) ?? [])
  const possible = outcomes(standings.map(({ value }) => value.possible))
  const [only] = possible
  const certain = possible.length === 1 && only !== undefined
  const status = certain ? only : 'UNKNOWN'
  const decisive = standings.filter(({ value }) => value.possible.some((legal) => possible.includes(steps[legal]) && steps[legal] !== 'NO_POSITION'))
  const leaving = standings.some(({ value }) => value.status === 'EXIT_PENDING' || value.status === 'EXITED')
  return {
    from,
    to,
    value: { status, possible, spell: Math.max(0, ...decisive.map(({ value }) => value.spell)), partialExit: status === 'BOUND' && leaving },
    certainty: certain ? 'certain' : 'possible',
    decidedBy: unionOf(...decisive.map(({ decidedBy }) => decidedBy)),
  }
}
