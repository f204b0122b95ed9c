import { z } from 'zod'
import type { SubjectKind } from '../names/names.ts'
import { clocksOut } from './answer-parts.ts'
import { intColumn, textColumn } from './columns.ts'
import { loadKnownIndicators } from './load/known-scores.ts'
import { loadSizes } from './load/organisation-sizes.ts'
import { question } from './question.ts'
import { clocksOf, clocksText, type World } from './world.ts'

const known = z.object({ id: z.string(), name: z.string() })
const organisation = known.extend({
  fullMembers: z
    .int()
    .nullable()
    .describe('Full members on that day, certain and possible ones; null where nothing tells who belonged to it then'),
  possible: z.int().nullable().describe('Of these, those who only may have been'),
})
const indicator = z.object({
  id: z.string().describe('As questions take it: rater:indicator'),
  rater: z.string(),
  indicator: z.string(),
  firstYear: z.int(),
  lastYear: z.int(),
  states: z.int().describe('Of how many states something is recorded'),
  scores: z.int().describe('States and years with a value'),
  missing: z.int().describe('States and years of which the rater says why there is none'),
})
const answer = z.object({
  states: z.array(known).describe('States and other actors'),
  treaties: z.array(known),
  norms: z.array(known),
  organisations: z.array(organisation),
  indicators: z.array(indicator).describe('What raters score'),
  ...clocksOut,
})
type NamesAnswer = z.infer<typeof answer>

const listOf = (world: World, kind: SubjectKind) =>
  world.names
    .subjects(kind)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const plain = ['states', 'treaties', 'norms'] as const

const membersText = ({ fullMembers, possible }: NamesAnswer['organisations'][number]): string => {
  if (fullMembers === null) return ''
  return possible ? ` · ${fullMembers} full members (${possible} of them possibly)` : ` · ${fullMembers} full members`
}

export const namesQuestion = question({
  name: 'names',
  asks: "What normtrail knows by name: states, treaties, norms, organisations with their size on the date, and raters' indicators with their years.",
  positional: [],
  input: z.object({}),
  output: answer,
  withoutRivals: 'names are defined, not claimed, and sizes and years follow the default order of sources',
  answer: async (world) => {
    const sizes = await loadSizes(world)
    const indicators = await loadKnownIndicators(world)
    return {
      states: listOf(world, 'state'),
      treaties: listOf(world, 'treaty'),
      norms: listOf(world, 'norm'),
      organisations: listOf(world, 'igo').map((one) => {
        const size = sizes.get(one.id)
        return {
          ...one,
          fullMembers: size === undefined ? null : size.certain + size.possible,
          possible: size?.possible ?? null,
        }
      }),
      indicators: indicators.map(({ from, to, ...one }) => ({
        id: `${one.rater}:${one.indicator}`,
        ...one,
        firstYear: from,
        lastYear: to,
      })),
      ...clocksOf(world),
    }
  },
  text: (found) =>
    [
      clocksText(found),
      ...plain.flatMap((kind) => [kind, ...found[kind].map(({ id, name }) => `  ${id.padEnd(14)} ${name}`)]),
      'organisations',
      ...found.organisations.map((one) => `  ${one.id.padEnd(14)} ${one.name}${membersText(one)}`),
      'indicators',
      ...found.indicators.map(
        ({ id, firstYear, lastYear, states, scores }) =>
          `  ${id.padEnd(24)} ${firstYear}-${lastYear}, ${scores} scores of ${states} states`,
      ),
    ].join('\n'),
  table: {
    columns: [
      textColumn('kind', 'states (and other actors), treaties, norms, organisations or indicators'),
      textColumn('id', 'The id that every question takes'),
      textColumn('name', 'The name', 'An indicator has none'),
      intColumn(
        'full_members',
        'Full members on the date, certain and possible ones',
        'It is no organisation, or nothing tells who belonged to it then',
      ),
      intColumn('possible_members', 'Of these, those who only may have been', 'As for full_members'),
      intColumn('first_year', 'The first year that is scored', 'It is no indicator'),
      intColumn('last_year', 'The last year that is scored', 'It is no indicator'),
      intColumn('scores', 'States and years with a value', 'It is no indicator'),
    ],
    rows: (found) => [
      ...plain.flatMap((kind) =>
        found[kind].map(({ id, name }) => [kind, id, name, null, null, null, null, null] as const),
      ),
      ...found.organisations.map(
        ({ id, name, fullMembers, possible }) =>
          ['organisations', id, name, fullMembers, possible, null, null, null] as const,
      ),
      ...found.indicators.map(
        ({ id, firstYear, lastYear, scores }) =>
          ['indicators', id, null, null, null, firstYear, lastYear, scores] as const,
      ),
    ],
  },
})
