import { z } from 'zod'
import { ALWAYS, addDays, FOREVER, formatBound, type Day } from '../../time/day.ts'
import { igoInput } from '../question/inputs.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { calledOverTime, codesOverTimeOut, daysText, namesOut } from './called.ts'
import {
  loadOrganisationLives,
  organisationOut,
  organisationsAsShown,
  organisationText,
} from './known-organisations.ts'

const dayOrNull = (day: Day): string | null => (day <= ALWAYS || day >= FOREVER ? null : formatBound(day))

export const organisation = question({
  name: 'organisation',
  resource: 'organisations',
  asks:
    'What an organisation is: what it called itself and when, its codes over time, what it is for, how many full ' +
    'members it had on the day, and which one took its place.',
  positional: ['igo'],
  sources: { withoutRivals: 'organisations are defined, not claimed, and sizes follow the default order of sources' },
  input: z.object({ igo: igoInput }),
  output: organisationOut.extend({
    calledItself: z
      .array(
        z.object({
          name: z.string(),
          from: z.string().nullable().describe('Since when; of the first name, since it was founded'),
          to: z.string().nullable().describe('Its last day, of the last name when it ended; null: it goes on'),
        }),
      )
      .describe('Its own names, one after the other, each time as precisely as it is told: a day, or a year'),
    names: namesOut,
    codesOverTime: codesOverTimeOut,
  }),
  answer: async (world, input) => {
    const id = world.names.require('igo', input.igo, { day: world.asOf })
    const [shown] = await organisationsAsShown(world, [id])
    const took = (await loadOrganisationLives(world)).get(id)?.names ?? []
    const last = took.length - 1
    const { names, codes } = calledOverTime(world, 'igo', id)
    return {
      ...(shown as z.infer<typeof organisationOut>),
      calledItself: took.map(({ name, from, to }, place) => ({
        name,
        from: place === 0 ? (shown?.founded ?? null) : dayOrNull(from),
        to: place === last ? (shown?.ended ?? null) : dayOrNull(addDays(to, -1)),
      })),
      names,
      codesOverTime: codes,
    }
  },
  text: (found) =>
    [
      `${organisationText(found).trimStart()} ${clocksText(found)}`,
      ...found.calledItself.map(({ name, ...days }) => `  ${name} ${daysText(days)}`.trimEnd()),
      ...found.codesOverTime.map(({ scheme, code, ...days }) =>
        `  ${scheme.padEnd(8)} ${code}  ${daysText(days)}`.trimEnd(),
      ),
      ...(found.successor === null ? [] : [`  its place was taken by ${found.successor}`]),
      `  also called: ${found.names.map(({ name }) => name).join('; ')}`,
    ].join('\n'),
})
