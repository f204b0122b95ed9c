import { z } from 'zod'
import type { SubjectKind } from '../names/names.ts'
import { clocksOut } from './answer-parts.ts'
import { textColumn } from './columns.ts'
import { question } from './question.ts'
import { clocksOf, clocksText, type World } from './world.ts'

const known = z.array(z.object({ id: z.string(), name: z.string() }))
const answer = z.object({
  states: known.describe('States and other actors'),
  treaties: known,
  norms: known,
  organisations: known,
  ...clocksOut,
})

const listOf = (world: World, kind: SubjectKind) =>
  world.names
    .subjects(kind)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

export const namesQuestion = question({
  name: 'names',
  asks: 'Every state, treaty, norm and organisation that normtrail knows, by id and name.',
  positional: [],
  input: z.object({}),
  output: answer,
  withoutRivals: 'names are defined, not claimed',
  answer: async (world) => ({
    states: listOf(world, 'state'),
    treaties: listOf(world, 'treaty'),
    norms: listOf(world, 'norm'),
    organisations: listOf(world, 'igo'),
    ...clocksOf(world),
  }),
  text: (found) =>
    [
      clocksText(found),
      ...(['states', 'treaties', 'norms', 'organisations'] as const).flatMap((kind) => [
        kind,
        ...found[kind].map(({ id, name }) => `  ${id.padEnd(14)} ${name}`),
      ]),
    ].join('\n'),
  table: {
    columns: [
      textColumn('kind', 'states (and other actors), treaties, norms or organisations'),
      textColumn('id', 'The id that every question takes'),
      textColumn('name', 'The name'),
    ],
    rows: (found) =>
      (['states', 'treaties', 'norms', 'organisations'] as const).flatMap((kind) =>
        found[kind].map(({ id, name }) => [kind, id, name]),
      ),
  },
})
