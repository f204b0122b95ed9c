import { z } from 'zod'
import { addDays, ALWAYS, FOREVER, formatBound } from '../../time/day.ts'
import { dateColumn, stateColumn, textColumn } from '../question/columns.ts'
import { nullableDay } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'

const answer = z.object({
  states: z
    .array(
      z.object({
        state: z.string(),
        names: z.array(
          z.object({
            name: z.string(),
            from: nullableDay.describe('First day; null where it is from ever'),
            to: nullableDay.describe('Last day; null where it goes on'),
          }),
        ),
      }),
    )
    .describe('States and other actors that took another name, with all of their names in order'),
})

export const renamings = question({
  name: 'renamings',
  asks: 'Which states took another name, when, and what they were called before.',
  positional: [],
  sources: { withoutRivals: 'names are defined, not claimed' },
  input: z.object({}),
  output: answer,
  answer: ({ names }) =>
    Promise.resolve({
      states: names
        .subjects('state')
        .map(({ id }) => ({ state: id, names: names.namesOverTime('state', id) }))
        .filter(({ names: taken }) => taken.length > 1)
        .toSorted((a, b) => (a.state < b.state ? -1 : 1))
        .map(({ state, names: taken }) => ({
          state,
          names: taken.map(({ name, from, to }) => ({
            name,
            from: from <= ALWAYS ? null : formatBound(from),
            to: to >= FOREVER ? null : formatBound(addDays(to, -1)),
          })),
        })),
    }),
  text: (found) =>
    [
      clocksText(found),
      ...found.states.map(
        ({ state, names }) =>
          `  ${state.padEnd(8)} ` +
          names.map(({ name, to }) => `${name}${to === null ? '' : ` (to ${to})`}`).join(', then '),
      ),
    ].join('\n'),
  table: {
    columns: [
      stateColumn,
      textColumn('name', 'What it was called on these days'),
      dateColumn('valid_from', 'First day', 'From ever'),
      dateColumn('valid_to', 'Last day', 'It goes on'),
    ],
    rows: (found) =>
      found.states.flatMap(({ state, names }) => names.map((one) => [state, one.name, one.from, one.to])),
  },
})
