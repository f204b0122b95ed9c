import { z } from 'zod'
import { formatDay, yearOf, type Day } from '../../time/day.ts'
import { adoptionsListed } from '../spread/adopters.ts'
import { earliestOf } from '../diffusion/adoption-spells.ts'
import { loadAdoptions } from '../diffusion/adoptions.ts'
import { dayInYear, stateYears } from '../panels/state-years.ts'
import { dateColumn, intColumn, textColumn } from '../question/columns.ts'
import { echoText } from '../question/echo.ts'
import { fromInput, subjectInput, systemInput, toInput, yearDayInput } from '../question/inputs.ts'
import { counted, nullableDay } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { lastCodes } from '../spells/last-codes.ts'
import { withSystem } from '../subjects/default-system.ts'
import { adoptionInputs, oneAdoption } from './adoptions-input.ts'

const input = z.object({
  subject: subjectInput,
  from: fromInput,
  to: toInput,
  at: yearDayInput,
  system: systemInput,
  ...adoptionInputs,
})

const node = z.object({
  node: z.string(),
  toa: z.int().nullable().describe('The first year on whose day it had adopted; null where on none up to the last'),
  adopted: nullableDay.describe('The day on which it certainly had adopted, whenever that was'),
  earliest: nullableDay.describe('The first day on which it may have'),
  left: nullableDay.describe('The first day on which it no longer had: netdiffuseR knows no exit'),
  name: z.string(),
  cow: z.int().nullable().describe('The Correlates of War number that it had last'),
  iso3: z.string().nullable().describe('The ISO 3166-1 alpha-3 code that it had last'),
})

const answer = z.object({
  subject: z.string(),
  threshold: z.string(),
  spells: z.enum(oneAdoption),
  system: z.string(),
  nodes: z.array(node).describe('By id: the same states as in the edges of the same years'),
  before: z.int().describe('Adopters from before the first year: they stand in it'),
  after: z.int().describe('Adopters from after the last year: they have no time'),
  left: z.int().describe('States whose adoption ended by the last year: they count as adopters on'),
})
type Answer = z.output<typeof answer>

/** The first year on whose day an adoption held, not before the first one asked for. */
export const timeOfAdoption = (
  adopted: Day,
  { from, to, dayOf }: { readonly from: number; readonly to: number; readonly dayOf: (year: number) => Day },
): number | null => {
  const year = yearOf(adopted)
  const first = Math.max(adopted > dayOf(year) ? year + 1 : year, from)
  return first > to ? null : first
}

const remarksOf = ({ subject, spells, before, after, left }: Answer): readonly string[] => [
  `${subject}: of a state that adopted again after an exit, the ${spells} adoption counts`,
  ...(before === 0 ? [] : [`${counted(before, 'state')} had adopted before the first year, and stand in it`]),
  ...(after === 0 ? [] : [`${counted(after, 'state')} adopted after the last year, and have no time`]),
  ...(left === 0 ? [] : [`${counted(left, 'state')} left again by the last year; netdiffuseR counts them on`]),
]

export const netdiffuserToa = question({
  name: 'network netdiffuser toa',
  asks: 'The one time at which each state adopted a treaty or norm, as as_diffnet of netdiffuseR takes it.',
  takesLong: true,
  positional: ['subject'],
  sources: 'asked',
  input,
  output: answer,
  format: 'csv',
  settle: withSystem,
  answer: async (world, asked) => {
    const { system } = await withSystem(world, asked)
    const dayOf = dayInYear(asked.at)
    const years = await stateYears(world, system, asked.from, asked.to, dayOf)
    const states = [...new Set(years.filter(({ inSystem }) => inSystem).map(({ state }) => state))].toSorted()
    const adoptions = await loadAdoptions(world, { ...asked, system })
    const byState = new Map(adoptionsListed(adoptions, asked.spells).map((one) => [one.state, one]))
    const lastDay = dayOf(asked.to)
    const nodes = states.map((state) => {
      const { name, cow, iso3 } = lastCodes(world, state)
      const one = byState.get(state)
      const earliest = one && earliestOf(adoptions.timelines.get(state) ?? [], one.from, asked.threshold)
      return {
        node: state,
        toa: one === undefined ? null : timeOfAdoption(one.from, { ...asked, dayOf }),
        adopted: one === undefined ? null : formatDay(one.from),
        earliest: earliest === undefined ? null : formatDay(earliest),
        left: one === undefined || one.to > world.asOf ? null : formatDay(one.to),
        name,
        cow,
        iso3,
      }
    })
    const first = formatDay(dayOf(asked.from - 1))
    return {
      subject: adoptions.subject.id,
      threshold: asked.threshold,
      spells: asked.spells,
      system,
      nodes,
      before: nodes.filter(({ adopted, toa }) => adopted !== null && adopted <= first && toa !== null).length,
      after: nodes.filter(({ adopted, toa }) => adopted !== null && toa === null).length,
      left: nodes.filter(({ left, toa }) => left !== null && left <= formatDay(lastDay) && toa !== null).length,
    }
  },
  text: (found) =>
    [
      `${found.subject} · ${counted(found.nodes.length, 'state')} · ${found.threshold} · ${found.system} system · ` +
        echoText(found),
      ...found.nodes.map(({ node: id, toa, name }) => `  ${id.padEnd(8)} ${toa ?? '   –'} ${name}`),
      ...remarksOf(found),
    ].join('\n'),
  remarks: remarksOf,
  table: {
    columns: [
      textColumn('node', 'Id of the state, as in the edges of the same years'),
      intColumn(
        'toa',
        'The first year on whose day it had adopted, not before the first one',
        'It had not by the last',
      ),
      dateColumn('adopted', 'The day on which it certainly had adopted, whenever that was', 'It never did'),
      dateColumn('earliest', 'The first day on which it may have', 'It certainly never did'),
      dateColumn('left', 'The first day on which it no longer had: netdiffuseR knows no exit', 'It has not left'),
      textColumn('name', 'Its name'),
      intColumn('cow', 'The Correlates of War number that it had last', 'It never had one'),
      textColumn('iso3', 'The ISO 3166-1 alpha-3 code that it had last', 'It never had one'),
    ],
    note: 'One row a state that was in the system on the day of any of the years.',
    rows: ({ nodes }) =>
      nodes.map((one) => [one.node, one.toa, one.adopted, one.earliest, one.left, one.name, one.cow, one.iso3]),
  },
})
