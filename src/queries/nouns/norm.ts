import { z } from 'zod'
import { ALWAYS, addDays, FOREVER, formatBound, formatDay, type Day } from '../../time/day.ts'
import { nullableDay } from '../question/output-fields.ts'
import { question } from '../question/question.ts'
import { clocksText } from '../question/snapshot.ts'
import { loadNormTerms } from '../subjects/norms.ts'
import { calledOverTime, daysText, namesOut } from './called.ts'
import { instrumentOut, loadKnownNorms, normOut } from './known-norms.ts'

const dayOrNull = (day: Day): string | null => (day <= ALWAYS || day >= FOREVER ? null : formatBound(day))

export const norm = question({
  name: 'norm',
  resource: 'norms',
  asks: 'What a norm is: what it asks of states, its core articles, the treaties that carry it and since when.',
  positional: ['norm'],
  sources: { withoutRivals: 'norms are defined, not claimed' },
  input: z.object({ norm: z.string().min(1).describe('A norm: id (torture) or name') }),
  output: z.object({
    ...normOut,
    coreArticles: z.array(z.string()).describe('Articles to which a reservation qualifies its adoption: cat 1'),
    names: namesOut,
    instruments: z
      .array(z.object({ ...instrumentOut, from: nullableDay, to: nullableDay.describe('Last day; null: it goes on') }))
      .describe('The treaties that carry it, ever'),
    superseded: z
      .object({ by: z.string(), from: z.string() })
      .nullable()
      .describe('The norm that took its place, and since when'),
  }),
  answer: async (world, input) => {
    const id = world.names.require('norm', input.norm, { day: world.asOf })
    const known = (await loadKnownNorms(world)).find((one) => one.id === id)
    const { coreArticles, superseded } = await loadNormTerms(world, id)
    return {
      id,
      name: known?.name ?? id,
      statement: known?.statement ?? '',
      rule: known?.rule ?? 'any',
      coreArticles: [...coreArticles],
      names: calledOverTime(world, 'norm', id).names,
      instruments: (known?.instruments ?? []).map(({ from, to, ...one }) => ({
        ...one,
        from: dayOrNull(from),
        to: dayOrNull(to >= FOREVER ? to : addDays(to, -1)),
      })),
      superseded: superseded === undefined ? null : { by: superseded.by, from: formatDay(superseded.from) },
    }
  },
  text: (found) =>
    [
      `${found.id}: ${found.name} ${clocksText(found)}`,
      ...(found.statement === '' ? [] : [`  ${found.statement}`]),
      ...found.instruments.map(({ treaty, title, role, articles, ...days }) =>
        [`  ${treaty.padEnd(12)} ${title} · ${role}`, articles.join(', '), daysText(days)].filter(Boolean).join(' '),
      ),
      ...(found.superseded === null
        ? []
        : [`  its place was taken by ${found.superseded.by} on ${found.superseded.from}`]),
    ].join('\n'),
})
