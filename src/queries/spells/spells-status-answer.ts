import { z } from 'zod'
import { onOneLine } from '../../common/json-entry.ts'
import { addDays, FOREVER, formatBound, formatDay, type Day } from '../../time/day.ts'
import { at, coalesce, type Days } from '../../time/timeline.ts'
import { coverageStretches } from '../question/coverage-fields.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { adoptionFields, adoptionOf } from '../status/adopted-on.ts'
import { statusSpanOf, statusSpanOut, type StatusSpanOut } from '../status/status-spans.ts'
import type { StatusHistory, StatusSubject } from '../status/status-subject.ts'
import { staysOf } from '../memberships/stays.ts'
import type { SystemSpell, SystemSpells } from '../memberships/system-spells.ts'
import { loadTreatyTitles } from '../treaties/treaty-titles.ts'
import { lastCodes } from './last-codes.ts'
import { throughOfHalf } from './through-of-half.ts'

const days = {
  from: nullableDay.describe('First day; null since before all that is recorded'),
  to: nullableDay.describe('First day after these; null where they go on'),
}

export const statusSpellsOut = z.object({
  subject: z.string(),
  title: z.string().describe('Its title, or the name of the norm'),
  shortTitle: z.string().nullable().describe('What a treaty is spoken of as, where its events say so'),
  kind: z.enum(['treaty', 'norm']),
  system: z.string().nullable().describe('The state system; null where none was asked for and the log holds none'),
  ...adoptionFields,
  knownThrough: nullableDay.describe(
    'The last day that sources reach for at least half of the states that are in the system on the day asked about ' +
      '(of all that are listed, where there is no system, or none of them is in it); null where they do on no day',
  ),
  states: z.array(
    z.object({
      state: z.string(),
      name: z.string(),
      cow: z.int().nullable().describe('The Correlates of War number that it had last'),
      iso3: z.string().nullable().describe('The ISO 3166-1 alpha-3 code that it had last'),
      system: z
        .array(
          z.object({
            ...days,
            began: z.string().nullable().describe('When they began, as precisely as it is told: a day, or a year'),
            ended: z.string().nullable().describe('When the last of them was, likewise; null where they go on'),
          }),
        )
        .describe('The days on which it was, or may have been, in the state system'),
      untold: z
        .array(z.object(days))
        .optional()
        .describe(
          'The days on which the sources believed do not tell whether it was in the state system: on all others that ' +
            'are not among its days in it, it was outside; left out where there are none',
        ),
      covered: z
        .array(
          z.object({
            ...days,
            state: z
              .enum(['covered', 'carried', 'none'])
              .describe(
                'covered: a source holds all of it on these days; carried: one did before; none: no source says',
              ),
            through: nullableDay.describe('The last day on which a source holds all of it; null where none does'),
          }),
        )
        .describe('How far the sources reach, over all days'),
      spans: z
        .array(statusSpanOut)
        .describe(
          'Its statuses over all days, in order: one span for all days that touch and of which the same is told',
        ),
    }),
  ),
})
export type StatusSpells = z.infer<typeof statusSpellsOut>
type StateSpells = StatusSpells['states'][number]

const daysOf = ({ from, to }: Days) => ({ from: formatBound(from), to: formatBound(to) })

/** Spans that differ in what is not told here alone (facets of a norm, deciding events) are one. */
const unbroken = (timeline: StatusHistory['timeline']): readonly StatusSpanOut[] => {
  const said = timeline.map((span) => ({ ...span, says: JSON.stringify({ ...statusSpanOf(span), from: 0, to: 0 }) }))
  return coalesce(said, (before, next) => before.says === next.says).map(statusSpanOf)
}

const coveredDays = (coverage: ReturnType<StatusSubject['coverageOf']>): StateSpells['covered'] => {
  const told = coverageStretches(coverage).map(({ from, to, coverage: { state, through } }) => ({
    from,
    to,
    state,
    through: through === undefined ? null : formatDay(through),
  }))
  return coalesce(told, (a, b) => a.state === b.state && a.through === b.through).map((stretch) => ({
    ...stretch,
    ...daysOf(stretch),
  }))
}

const inSystem = (spells: readonly SystemSpell[]): StateSpells['system'] =>
  staysOf(spells).map((stay) => ({ ...daysOf(stay), began: stay.began, ended: stay.ended }))

/** The last day that sources reach for an actor: all days, where they reach them. */
const reached = (coverage: ReturnType<StatusSubject['coverageOf']>): Day | undefined => {
  const { state, through } = coverage.on(addDays(FOREVER, -1))
  return state === 'covered' ? FOREVER : through
}

/** Of whom it is said how far they are known: of whoever is in the system now. */
const knownThrough = (
  { asOf }: Snapshot,
  subject: StatusSubject,
  system: SystemSpells,
  actors: readonly string[],
): string | null => {
  const now = actors.filter((actor) => at(system.get(actor) ?? [], asOf) !== undefined)
  const day = throughOfHalf((now.length === 0 ? actors : now).map((actor) => reached(subject.coverageOf(actor))))
  return day === undefined ? null : formatBound(day)
}

/** Left out where there are none, so that an answer to draw from stays small. */
const untoldOf = (untold: readonly Days[]): Pick<StateSpells, 'untold'> =>
  untold.length === 0 ? {} : { untold: untold.map(daysOf) }

/** A state system, and the days on which it is not told of a state whether it was in it. */
interface ToldSystem {
  readonly spells: SystemSpells
  readonly untold: (state: string) => readonly Days[]
}

/** What is told of a subject: of some actors, their statuses over all days. */
export const statusSpells = async (
  world: Snapshot,
  subject: StatusSubject,
  { spells, untold }: ToldSystem,
  actors: readonly string[],
): Promise<Omit<StatusSpells, 'system'>> => {
  const spokenOf = subject.kind === 'norm' ? subject.name : (await loadTreatyTitles(world, [subject.id]))(subject.id)
  return {
    subject: subject.id,
    title: subject.name,
    shortTitle: spokenOf === subject.name ? null : spokenOf,
    kind: subject.kind,
    ...adoptionOf(subject),
    knownThrough: knownThrough(world, subject, spells, actors),
    states: actors.map((actor) =>
      onOneLine({
        ...lastCodes(world, actor),
        system: inSystem(spells.get(actor) ?? []),
        ...untoldOf(untold(actor)),
        covered: coveredDays(subject.coverageOf(actor)),
        spans: [...unbroken(subject.historyOf(actor).timeline)],
      }),
    ),
  }
}
