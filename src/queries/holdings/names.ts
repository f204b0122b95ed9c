import { z } from 'zod'
import { formalities, igoFields } from '../../events/igo.ts'
import { directions } from '../../events/source.ts'
import type { SubjectKind } from '../../names/names.ts'
import { intColumn, joined, textColumn } from '../question/columns.ts'
import { loadKnownIndicators } from '../subjects/known-scores.ts'
import { loadIsCounted } from '../memberships/formality.ts'
import { directionsOf } from '../subjects/directions.ts'
import { loadFields } from '../memberships/organisation-fields.ts'
import { loadSizes } from './organisation-sizes.ts'
import { question } from '../question/question.ts'
import { alsoCalled } from './also-called.ts'
import { loadShortTitles } from './short-titles.ts'
import { loadSources } from './registered-sources.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'

const known = z.object({
  id: z.string(),
  name: z.string(),
  also: z
    .array(z.string())
    .describe('Whatever else it is or was called, on any day: other names, codes of letters, the number of a treaty'),
})
const treaty = known.extend({
  shortTitle: z.string().nullable().describe('What a treaty is spoken of as, where its events say so'),
})
const organisation = known.extend({
  fullMembers: z
    .int()
    .nullable()
    .describe('Full members on that day, certain and possible ones; null where nothing tells who belonged to it then'),
  possible: z.int().nullable().describe('Of these, those who only may have been'),
  fields: z
    .array(z.enum(igoFields))
    .readonly()
    .nullable()
    .describe('What it is for, as its source sorts organisations: political, social, economic; null where none does'),
  formality: z.enum(formalities).describe('informal: no treaty founds it, and it counts only where it is asked for'),
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
  direction: z
    .enum(directions)
    .nullable()
    .describe('What a higher value means; null where no source says it, or two say otherwise'),
})
const answer = z.object({
  states: z.array(known).describe('States and other actors'),
  treaties: z.array(treaty),
  norms: z.array(known),
  organisations: z.array(organisation),
  indicators: z.array(indicator).describe('What raters score'),
})
type NamesAnswer = z.infer<typeof answer>

const listOf = (world: Snapshot, kind: SubjectKind) =>
  world.names
    .subjects(kind)
    .map((subject) => ({ id: subject.id, name: subject.name, also: alsoCalled(world.names, subject) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const plain = ['states', 'treaties', 'norms'] as const

const membersText = ({ fullMembers, possible }: NamesAnswer['organisations'][number]): string => {
  if (fullMembers === null) return ''
  return possible ? ` · ${fullMembers} full members (${possible} of them possibly)` : ` · ${fullMembers} full members`
}

const fieldsText = ({ fields }: NamesAnswer['organisations'][number]): string =>
  fields === null || fields.length === 0 ? '' : ` · ${fields.join(', ')}`

const formalityText = ({ formality }: NamesAnswer['organisations'][number]): string =>
  formality === 'formal' ? '' : ' · informal'

const directionText = (direction: NamesAnswer['indicators'][number]['direction']): string =>
  direction === null ? '' : `, ${direction.replaceAll('-', ' ')}`

export const namesQuestion = question({
  name: 'names',
  asks:
    'What normtrail knows by name: states, treaties, norms, organisations with what they are for and ' +
    "their size on the date, and raters' indicators with their years and what a higher value means.",
  positional: [],
  sources: { withoutRivals: 'names are defined, not claimed, and sizes and years follow the default order of sources' },
  input: z.object({}),
  output: answer,
  answer: async (world) => {
    const sizes = await loadSizes(world)
    const indicators = await loadKnownIndicators(world)
    const meanings = directionsOf(await loadSources(world))
    const fields = await loadFields(world)
    const shortTitles = await loadShortTitles(world)
    const isFormal = await loadIsCounted({ ...world, formality: 'formal' })
    return {
      states: listOf(world, 'state'),
      treaties: listOf(world, 'treaty').map((one) => ({ ...one, shortTitle: shortTitles.get(one.id) ?? null })),
      norms: listOf(world, 'norm'),
      organisations: listOf(world, 'igo').map((one) => {
        const size = sizes.get(one.id)
        return {
          ...one,
          fullMembers: size === undefined ? null : size.certain + size.possible,
          possible: size?.possible ?? null,
          fields: fields.get(one.id) ?? null,
          formality: isFormal(one.id) ? ('formal' as const) : ('informal' as const),
        }
      }),
      indicators: indicators.map(({ from, to, ...one }) => ({
        id: `${one.rater}:${one.indicator}`,
        ...one,
        firstYear: from,
        lastYear: to,
        direction: meanings.get(`${one.rater}:${one.indicator}`) ?? null,
      })),
    }
  },
  text: (found) =>
    [
      clocksText(found),
      ...plain.flatMap((kind) => [kind, ...found[kind].map(({ id, name }) => `  ${id.padEnd(14)} ${name}`)]),
      'organisations',
      ...found.organisations.map(
        (one) => `  ${one.id.padEnd(14)} ${one.name}${membersText(one)}${fieldsText(one)}${formalityText(one)}`,
      ),
      'indicators',
      ...found.indicators.map(
        ({ id, firstYear, lastYear, states, scores, direction }) =>
          `  ${id.padEnd(24)} ${firstYear}-${lastYear}, ${scores} ` +
          `scores of ${states} states${directionText(direction)}`,
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
      textColumn(
        'fields',
        'What an organisation is for, as its source sorts them: political, social, economic, with spaces between',
        'It is no organisation, or no source says any of them',
      ),
      textColumn(
        'direction',
        'What a higher value means: higher-is-better or higher-is-worse',
        'It is no indicator, or no source says it',
      ),
      textColumn('formality', 'formal, or informal: no treaty founds it', 'It is no organisation'),
    ],
    rows: (found) => [
      ...plain.flatMap((kind) =>
        found[kind].map(({ id, name }) => [kind, id, name, null, null, null, null, null, null, null, null] as const),
      ),
      ...found.organisations.map(
        ({ id, name, fullMembers, possible, fields, formality }) =>
          [
            'organisations',
            id,
            name,
            fullMembers,
            possible,
            null,
            null,
            null,
            joined(fields ?? []),
            null,
            formality,
          ] as const,
      ),
      ...found.indicators.map(
        ({ id, firstYear, lastYear, scores, direction }) =>
          ['indicators', id, null, null, null, firstYear, lastYear, scores, null, direction, null] as const,
      ),
    ],
  },
})
