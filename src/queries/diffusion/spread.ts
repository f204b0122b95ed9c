import { z } from 'zod'
import { adoptionExposureOf } from '../../diffusion/adoption-exposure.ts'
import { hazard } from '../../diffusion/hazard.ts'
import { systemShare } from '../../diffusion/share.ts'
import { sharedOrganisationsOf } from '../../exposure/shared-organisations.ts'
import { FOREVER, formatDay, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { adoptionSpells, earliestOf, inYears, isWithin, uncoveredSpells } from './adoption-spells.ts'
import { clocksOut, nullableDay } from '../question/output-fields.ts'
import { loadCompanies } from '../exposure/network.ts'
import type { CompanyOn } from '../exposure/network-on-day.ts'
import { companyInputs } from '../exposure/exposure-inputs.ts'
import { sourcesInput, subjectInput, systemInput } from '../question/inputs.ts'
import { withSystem } from '../subjects/default-system.ts'
import { heldSystem, noStates } from '../subjects/state-systems.ts'
import { spreadColumns } from './spread-columns.ts'
import { question } from '../question/question.ts'
import {
  committedIn,
  hasReached,
  mayHaveReached,
  adoptionThresholds,
  type AdoptionThreshold,
} from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { underPolicy, policyIn, policyOut, policyText } from '../question/source-policy.ts'
import { clocksOf, clocksText } from '../question/snapshot.ts'

const share = z.object({
  count: z.int().describe('Members of the system that certainly had'),
  possible: z.int().describe('Further members that may have: their dates or their status leave it open'),
  share: z.number().nullable().describe('Count over system; the further ones that may are not in it'),
  covered: z.int().describe('Members of which it is known, by a source that covers the day'),
  carried: z.int().describe('Further ones of which it was known last before the day'),
  outside: z.int().describe('Adopters that are no members of the system'),
})

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
  ...policyOut,
  ...clocksOut,
})

/**
 * Each state's exposure to those who had adopted at the end of a year; undefined where it shares no organisation with
 * anybody of whom that is known.
 */
const exposuresIn = (on: CompanyOn, hasAdopted: (state: string) => boolean, isKnown: (state: string) => boolean) => {
  const flags = (is: (state: string) => boolean) => Uint8Array.from(on.company.states, (state) => (is(state) ? 1 : 0))
  const [adopted, known] = [flags(hasAdopted), flags(isKnown)]
  const weightsOf = sharedOrganisationsOf(on.company)
  return (state: string): number | null => {
    const i = on.indexOf(state)
    return i === undefined ? null : (adoptionExposureOf(i, weightsOf(i), adopted, known) ?? null)
  }
}

export const spread = question({
  name: 'spread',
  asks:
    'How a treaty or norm spread: who took it on in which order and how ' +
    'exposed, the share of the state system, the yearly hazard, exits.',
  takesLong: true,
  positional: ['subject'],
  input: z.object({
    subject: subjectInput,
    threshold: z
      .enum(adoptionThresholds)
      .default('CONSENTED')
      .describe('The status from which on a state counts as an adopter'),
    system: systemInput,
    sources: sourcesInput,
  }),
  output: answer,
  settle: withSystem,
  answer: async (all, input) => {
    const world = await underPolicy(all, input.sources)
    const subject = await keptSubject(world, input.subject)
    const { system: chosen } = await withSystem(world, input)
    const system = await heldSystem(world, chosen)
    const timelines = new Map(
      [...new Set([...subject.actors, ...system.keys()])].map((actor) => [actor, subject.historyOf(actor).timeline]),
    )
    const coverage = new Map([...system.keys()].map((state) => [state, subject.coverageOf(state).on]))
    const inSystem = (state: string, day: Day) => at(system.get(state) ?? [], day) !== undefined
    const spells = new Map(
      [...timelines].map(([state, timeline]) => [
        state,
        adoptionSpells(timeline, input.threshold).filter(({ from }) => from <= world.asOf),
      ]),
    )
    const uncovered = new Map(
      [...timelines].map(([state, timeline]) => [state, uncoveredSpells(timeline, input.threshold)]),
    )
    const first = [...spells]
      .flatMap(([state, [spell]]) => (spell === undefined ? [] : [{ state, ...spell }]))
      .toSorted((a, b) => a.from - b.from || (a.state < b.state ? -1 : 1))

    const companies = await loadCompanies(world, {
      ...z.object(companyInputs).parse({ adoption: subject.id, yearCodes: 'whole' }),
    })
    const exposures = new Map<number, (state: string) => number | null>()
    const exposureIn = (year: number) => {
      const known = exposures.get(year)
      if (known !== undefined) return known
      const day = lastDayOfYear(year)
      const made = exposuresIn(
        companies.on(day),
        (state) => isWithin(spells.get(state), day),
        (state) => {
          if (!timelines.has(state)) timelines.set(state, subject.historyOf(state).timeline)
          return !isWithin(uncoveredSpells(timelines.get(state) ?? [], input.threshold), day)
        },
      )
      exposures.set(year, made)
      return made
    }
    const opened = Math.min(
      ...subject.laws.flatMap(({ terms, acts }) => [terms.opened ?? FOREVER, ...acts.map((act) => act.done.lo)]),
    )
    const firstYear = Number.isFinite(opened) && opened < FOREVER ? yearOf(opened as Day) : yearOf(world.asOf)
    const lastYear = Math.max(firstYear, yearOf(world.asOf))
    const hazards = hazard({
      first: firstYear,
      last: lastYear,
      states: [...system].map(([state, spans]) => ({
        inSystem: inYears(spans),
        adopted: inYears(spells.get(state) ?? []),
        unknown: inYears(uncovered.get(state) ?? []),
      })),
    })
    /** Of how many members one knows it by a source that covers the day, and of how many by one that did before. */
    const coveredOf = (members: readonly string[], open: readonly string[], day: Day) => {
      const states = members
        .filter((state) => !open.includes(state))
        .map((state) => coverage.get(state)?.(day).state ?? 'none')
      return {
        covered: states.filter((state) => state === 'covered').length,
        carried: states.filter((state) => state === 'carried').length,
      }
    }
    const curve = hazards.map(({ year, adopters, atRisk, hazard: rate }) => {
      const day = Math.min(lastDayOfYear(year), world.asOf) as Day
      const members = [...system.keys()].filter((state) => inSystem(state, day))
      const at31 = (threshold: AdoptionThreshold) => {
        const reached = [...timelines].flatMap(([state, timeline]) =>
          hasReached(committedIn(at(timeline, day)?.value ?? { possible: [] }), threshold) === true ? [state] : [],
        )
        const { adopters: within, outside } = systemShare(reached, members)
        const open = members.filter((state) =>
          mayHaveReached(committedIn(at(timelines.get(state) ?? [], day)?.value ?? { possible: [] }), threshold),
        )
        return {
          count: within,
          possible: open.length,
          share: members.length === 0 ? null : within / members.length,
          ...coveredOf(members, open, day),
          outside: outside.length,
        }
      }
      return {
        year,
        system: members.length,
        signed: at31('SIGNED'),
        consented: at31('CONSENTED'),
        inForce: at31('IN_FORCE'),
        adopters,
        atRisk,
        hazard: typeof rate === 'number' ? rate : null,
      }
    })
    if (curve.every((year) => year.system === 0)) throw noStates(world, chosen, firstYear, lastYear)
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
        inSystem: inSystem(state, from),
        exposure: exposureIn(yearOf(from) - 1)(state),
        exits: to <= world.asOf ? formatDay(to) : null,
      })),
      curve,
      exits: [...spells]
        .flatMap(([state, list]) =>
          list
            .filter(({ to }) => to <= world.asOf)
            .map(({ to }) => ({ state, name: name(state), date: formatDay(to) })),
        )
        .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.state < b.state ? -1 : 1)),
      ...policyIn(world),
      ...clocksOf(world),
    }
  },
  text: (found) =>
    [
      `${found.subject} · ${found.threshold} · ${found.system} system · ${clocksText(found)}${policyText(found)}`,
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
