import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { hazard } from '../../diffusion/hazard.ts'
import { FOREVER, formatDay, yearOf, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import {
  adoptionSpells,
  earliestOf,
  inYears,
  uncoveredSpells,
  type Adoption,
  type AdoptionSpell,
} from './adoption-spells.ts'
import { nullableDay } from '../question/output-fields.ts'
import { subjectInput, systemInput } from '../question/inputs.ts'
import { withSystem } from '../subjects/default-system.ts'
import { heldSystem, noStates } from '../subjects/state-systems.ts'
import { loadPartnerAdoption } from './partner-adoption.ts'
import { spreadColumns } from './spread-columns.ts'
import { curveOf, share } from './spread-curve.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { adoptionThresholds, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import type { StatusSubject } from '../status/status-subject.ts'

const answer = z.object({
  subject: z.string(),
  threshold: z.enum(adoptionThresholds),
  system: z.string(),
  adopters: z.array(
    z.object({
      order: z.int().describe('Rank by date; those of one day share it'),
      state: z.string(),
      name: z.string(),
      date: z.string().describe('First day on which it certainly had'),
      earliest: z.string().describe('First day on which it may have: the same day where its date is certain'),
      inSystem: z.boolean(),
      exposure: z
        .number()
        .nullable()
        .describe(
          "Share of the state's partners, by shared organisations, that had adopted at the end of the year before",
        ),
      exits: nullableDay.describe('First day on which it was no adopter any more'),
    }),
  ),
  curve: z.array(
    z.object({
      year: z.int(),
      system: z.int().describe('Members of the state system on 31 December'),
      signed: share,
      consented: share,
      inForce: share,
      adopters: z.int().describe('New adopters of the risk set in the year'),
      atRisk: z.int(),
      hazard: z.number().nullable(),
    }),
  ),
  exits: z.array(z.object({ state: z.string(), name: z.string(), date: z.string() })),
})

/** When states had adopted for certain, and when nobody knows; by state. */
interface Adoptions {
  readonly timelines: ReadonlyMap<string, Adoption>
  readonly spells: ReadonlyMap<string, readonly AdoptionSpell[]>
  readonly uncovered: ReadonlyMap<string, readonly AdoptionSpell[]>
}

const adoptionsOf = (
  subject: StatusSubject,
  states: Iterable<string>,
  threshold: AdoptionThreshold,
  until: Day,
): Adoptions => {
  const timelines = new Map(
    [...new Set([...subject.actors, ...states])].map((actor) => [actor, subject.historyOf(actor).timeline]),
  )
  return {
    timelines,
    spells: new Map(
      [...timelines].map(([state, timeline]) => [
        state,
        adoptionSpells(timeline, threshold).filter(({ from }) => from <= until),
      ]),
    ),
    uncovered: new Map([...timelines].map(([state, timeline]) => [state, uncoveredSpells(timeline, threshold)])),
  }
}

/** The years from the first in which anybody could adopt to that of a day. */
const yearsOf = ({ laws }: StatusSubject, until: Day): { readonly first: number; readonly last: number } => {
  const opened = Math.min(
    ...laws.flatMap(({ terms, acts }) => [terms.opened ?? FOREVER, ...acts.map((act) => act.done.lo)]),
  )
  const first = Number.isFinite(opened) && opened < FOREVER ? yearOf(opened as Day) : yearOf(until)
  return { first, last: Math.max(first, yearOf(until)) }
}

export const spread = question({
  name: 'spread',
  asks:
    'How a treaty or norm spread: who took it on in which order and how ' +
    'exposed, the share of the state system, the yearly hazard, exits.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input: z.object({
    subject: subjectInput,
    threshold: z
      .enum(adoptionThresholds)
      .default('CONSENTED')
      .describe('The status from which on a state counts as an adopter'),
    system: systemInput,
  }),
  output: answer,
  settle: withSystem,
  answer: async (world, input) => {
    const subject = await keptSubject(world, input.subject)
    const { system: chosen } = await withSystem(world, input)
    const system = await heldSystem(world, chosen)
    const { timelines, spells, uncovered } = adoptionsOf(subject, system.keys(), input.threshold, world.asOf)
    const first = [...spells]
      .flatMap(([state, [spell]]) => (spell === undefined ? [] : [{ state, ...spell }]))
      .toSorted((a, b) => a.from - b.from || (a.state < b.state ? -1 : 1))
    const exposureOf = await loadPartnerAdoption(world, subject, input.threshold, spells)
    const years = yearsOf(subject, world.asOf)
    const hazards = hazard({
      ...years,
      states: [...system].map(([state, spans]) => ({
        inSystem: inYears(spans),
        adopted: inYears(spells.get(state) ?? []),
        unknown: inYears(uncovered.get(state) ?? []),
      })),
    })
    const coverage = new Map([...system.keys()].map((state) => [state, subject.coverageOf(state).on]))
    const curve = curveOf(hazards, { timelines, system, coverage }, world.asOf)
    if (curve.every((year) => year.system === 0)) throw noStates(world, chosen, years.first, years.last)
    const name = (state: string) => world.names.nameOf('state', state)
    return {
      subject: subject.id,
      threshold: input.threshold,
      system: chosen,
      adopters: first.map(({ state, from, to }) => ({
        order: first.findIndex((other) => other.from === from) + 1,
        state,
        name: name(state),
        date: formatDay(from),
        earliest: formatDay(earliestOf(timelines.get(state) ?? [], from, input.threshold)),
        inSystem: at(system.get(state) ?? [], from) !== undefined,
        exposure: exposureOf(state, yearOf(from) - 1),
        exits: to <= world.asOf ? formatDay(to) : null,
      })),
      curve,
      exits: [...spells]
        .flatMap(([state, list]) =>
          list
            .filter(({ to }) => to <= world.asOf)
            .map(({ to }) => ({ state, name: name(state), date: formatDay(to) })),
        )
        .toSorted((a, b) => byText(a.date, b.date) || (a.state < b.state ? -1 : 1)),
    }
  },
  text: (found) =>
    [
      `${found.subject} · ${found.threshold} · ${found.system} system · ${echoText(found)}`,
      'year  system  signed  consented  in force  new  at risk  hazard  covered  carried',
      ...found.curve.map((year) =>
        [
          year.year,
          String(year.system).padStart(7),
          String(year.signed.count).padStart(7),
          String(year.consented.count).padStart(10),
          String(year.inForce.count).padStart(9),
          String(year.adopters).padStart(4),
          String(year.atRisk).padStart(8),
          (year.hazard === null ? '-' : year.hazard.toFixed(3)).padStart(7),
          String(year.consented.covered).padStart(8),
          String(year.consented.carried).padStart(8),
        ].join(' '),
      ),
      'adopters',
      ...found.adopters.map(
        (one) =>
          `  ${String(one.order).padStart(3)}  ${one.date}  ${one.state.padEnd(6)} ` +
          `${one.exposure === null ? '    -' : one.exposure.toFixed(3)}  ` +
          `${one.name}${one.inSystem ? '' : ' (not in the system)'}` +
          `${one.earliest === one.date ? '' : ` (possibly since ${one.earliest})`}`,
      ),
      ...(found.exits.length === 0
        ? []
        : ['exits', ...found.exits.map((one) => `  ${one.date}  ${one.state.padEnd(6)} ${one.name}`)]),
    ].join('\n'),
  table: {
    columns: spreadColumns,
    rows: (found) =>
      found.curve.map((year) => [
        year.year,
        year.system,
        year.signed.count,
        year.consented.count,
        year.inForce.count,
        year.signed.share,
        year.consented.share,
        year.inForce.share,
        year.adopters,
        year.atRisk,
        year.hazard,
        year.signed.possible,
        year.consented.possible,
        year.inForce.possible,
        ...[year.signed, year.consented, year.inForce].flatMap(({ covered, carried }) => [covered, carried]),
      ]),
  },
})
