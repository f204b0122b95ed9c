import { z } from 'zod'
import { notFound } from '../../src/common/error.ts'
import { dayOrYearInput, flag, stateInput, yearInput } from '../../src/queries/question/inputs.ts'
import { booleanColumn, doubleColumn, intColumn, textColumn } from '../../src/queries/question/columns.ts'
import { question } from '../../src/queries/question/question.ts'
import { formatDay } from '../../src/time/day.ts'

/**
 * Questions that nobody would ask, in every shape that a face must be able to make: they answer from what they were
 * given.
 */

const greeting = question({
  name: 'greeting',
  asks: 'How a state is greeted.',
  positional: ['state', 'subject'],
  sources: { withoutRivals: 'it is answered from what was given' },
  input: z.object({
    state: stateInput,
    subject: z.string().min(1).optional().describe('What it is greeted for'),
    manner: z.enum(['warm', 'cool']).default('warm').describe('How it is greeted'),
    bornOn: dayOrYearInput('first').optional().describe('When it came to be'),
  }),
  output: z.object({ words: z.string().describe('The greeting'), bornOn: z.string().nullable() }),
  answer: async (_world, { state, subject, manner, bornOn }) => {
    if (state === 'atlantis') throw notFound('unknown-actor', '"atlantis" is no actor.', { hint: 'Closest: none.' })
    if (state === 'crash') throw new Error('a fault')
    return {
      words: `${manner} words for ${state}${subject === undefined ? '' : ` and ${subject}`}`,
      bornOn: bornOn === undefined ? null : formatDay(bornOn),
    }
  },
  text: ({ words, asOf }) => `${words}, ${asOf}`,
})

const rowsOf = function* (years: number, wide: boolean) {
  const number = wide ? 2 ** 40 : 7
  for (let index = 0; index < years; index += 1)
    yield [index, index / 3, `state, "${index}"`, index % 2 === 0, index === 1 ? null : number]
}

const panelNumbers = question({
  name: 'panel numbers',
  asks: 'Rows of numbers.',
  positional: [],
  sources: { withoutRivals: 'it is answered from what was given' },
  input: z.object({
    years: yearInput.default(3).describe('How many rows'),
    excludeImputed: flag('Leaves out what was imputed'),
    wide: flag('Numbers that need 64 bits'),
  }),
  output: z.object({
    excludeImputed: z.boolean(),
    rows: z.custom<Iterable<readonly (string | number | boolean | null)[]>>(),
  }),
  answer: async (_world, { years, excludeImputed, wide }) => ({ excludeImputed, rows: rowsOf(years, wide) }),
  text: ({ excludeImputed }) => `excluded: ${excludeImputed}`,
  table: {
    columns: [
      intColumn('row', 'The number of the row'),
      doubleColumn('third', 'A third of it'),
      textColumn('name', 'A name that needs quotes'),
      booleanColumn('even', 'Whether the row is even'),
      doubleColumn('gap', 'A number', 'There is a gap'),
    ],
    rows: ({ rows }) => rows,
  },
  format: 'csv',
})

const explainGreeting = question({
  name: 'explain greeting',
  asks: 'Why a state is greeted.',
  positional: ['state'],
  sources: { withoutRivals: 'it is answered from what was given' },
  input: z.object({ state: stateInput }),
  output: z.object({ because: z.string() }),
  answer: async (_world, { state }) => ({ because: `${state} is polite` }),
  text: ({ because }) => because,
  figure: ({ because }) => ({
    title: because,
    subtitle: 'How polite',
    description: 'One line.',
    about: [],
    x: { title: 'Year', unit: 'time', from: 2000, to: 2001 },
    y: { title: 'Share of all', unit: 'share', from: 0, to: 1 },
    panels: [],
    key: [],
  }),
  report: ({ because }) => ({
    title: 'Greetings',
    subtitle: [{ text: `It is so because ${because}.`, cites: because.startsWith('uncited') ? [] : ['q-greeting'] }],
    sections: [],
    references: [{ id: 'q-greeting', kind: 'question', text: 'Why a state is greeted' }],
  }),
})

export const fakeQuestions = [greeting, panelNumbers, explainGreeting]
