import { z } from 'zod'
import { byText } from '../../common/by-text.ts'
import { dateColumn, intColumn, textColumn } from '../question/columns.ts'
import { knownRows } from '../question/known-rows.ts'
import { certainty, nullableDay } from '../question/output-fields.ts'
import { list } from '../lists/list.ts'
import { listingOf } from '../lists/listing.ts'
import { finder, searchInput } from '../lists/search.ts'
import { callings, codesOut, codesThen, nameOut } from './called.ts'
import { loadStateLives, systems } from './state-lives.ts'

const kindOut = z.string().describe('state, territory, organisation or entity')

const item = z.object({
  id: z.string(),
  name: nameOut,
  kind: kindOut,
  codes: codesOut,
  systems: z
    .array(z.object({ system: z.enum(systems), certainty }))
    .describe('The state systems that had it on the day, or may have had it'),
  firstDay: nullableDay.describe('The first day on which a list of states (cow, gw) has it; null where none does'),
  lastDay: nullableDay.describe('The last such day; null where none has it, or it goes on'),
})
type Item = z.infer<typeof item>

const number = (code = ''): number | null => (/^\d+$/.test(code) ? Number(code) : null)

const inSystem = ({ systems: of }: Item, asked: (typeof systems)[number]): string | null =>
  of.find(({ system }) => system === asked)?.certainty ?? null

const systemColumn = (system: string, title: string) =>
  textColumn(`in_${system}`, `Whether ${title} had it on the day: certain or possible`, 'They had not')

export const states = list({
  name: 'states',
  asks:
    'The states and other actors that normtrail knows: what each was called on the day, its codes, the state systems ' +
    'that had it, and its first and last day.',
  words: ['state or other actor', 'states and other actors'],
  withoutRivals: 'who is known by which name and code is defined, not claimed',
  filters: z.object({
    q: searchInput,
    kind: z.enum(['state', 'territory', 'organisation', 'entity']).optional().describe('Only actors of this kind'),
    system: z
      .enum(systems)
      .optional()
      .describe('Only those that this state system (cow, gw, un) had on the day, or may have had'),
  }),
  item,
  find: async (world, { q, kind, system }) => {
    const isFound = finder(q)
    const lives = system === undefined ? undefined : await loadStateLives(world)
    const rows = await knownRows(world, 'actor').select(['actor', 'kind']).execute()
    const kinds = new Map(rows.map((row) => [row.actor, row.kind]))
    const found = [...kinds].filter(
      ([id, of]) =>
        (kind === undefined || of === kind) &&
        (system === undefined || lives?.isIn(id, system, world.asOf) === true) &&
        isFound(callings(world, 'state', id)),
    )
    return listingOf(
      found.map(([id, of]) => ({ id, kind: of })).toSorted((a, b) => byText(a.id, b.id)),
      ({ id }) => id,
    )
  },
  keyOf: ({ id }) => id,
  show: async (world, entries) => {
    const lives = await loadStateLives(world)
    return entries.map(({ id, kind }) => ({
      id,
      name: world.names.nameOn('state', id, world.asOf),
      kind,
      codes: codesThen(world, 'state', id),
      systems: [...lives.systemsOn(id, world.asOf)],
      ...lives.daysOf(id),
    }))
  },
  lines: ({ id, name, kind, codes, systems: of }) => [
    `  ${id.padEnd(8)} ${name}${kind === 'state' ? '' : ` (${kind})`} · ${codes['iso3'] ?? '–'}, ` +
      `cow ${codes['cow'] ?? '–'}, gw ${codes['gw'] ?? '–'}` +
      of.map(({ system, certainty: how }) => ` · in ${system}${how === 'certain' ? '' : ' possibly'}`).join(''),
  ],
  columns: [
    textColumn('state', 'Id of the state or other actor'),
    textColumn('name', 'What it was called on the day'),
    textColumn('kind', 'state, territory, organisation or entity'),
    intColumn('cow', 'Its Correlates of War number on the day', 'It had none then'),
    intColumn('gw', 'Its Gleditsch-Ward number on the day', 'It had none then'),
    textColumn('iso3', 'Its ISO 3166-1 alpha-3 code on the day', 'It had none then'),
    systemColumn('cow', 'the Correlates of War list'),
    systemColumn('gw', 'the list of Gleditsch and Ward'),
    systemColumn('un', 'the United Nations'),
    dateColumn('first_day', 'The first day on which a list of states (cow, gw) has it', 'None does'),
    dateColumn('last_day', 'The last such day', 'None has it, or it goes on'),
  ],
  cells: (one) => [
    one.id,
    one.name,
    one.kind,
    number(one.codes['cow']),
    number(one.codes['gw']),
    one.codes['iso3'] ?? null,
    inSystem(one, 'cow'),
    inSystem(one, 'gw'),
    inSystem(one, 'un'),
    one.firstDay,
    one.lastDay,
  ],
})
