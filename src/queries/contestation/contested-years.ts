import { z } from 'zod'
import { yearOf, type Day } from '../../time/day.ts'
import { holdsOn } from '../../time/timeline.ts'
import type { SaidAgainst, Statement } from './said-against.ts'

const ofType = z.object({
  statements: z.int().describe('How often states spoke against it so by the day, or may have'),
  states: z.int().describe('How many states did'),
  standing: z.int().describe('How many states certainly have not taken it back on the day'),
})

export const contestedOut = z
  .object({
    validity: ofType,
    application: ofType,
    withdrawals: z.int(),
    years: z.array(z.object({ year: z.int(), validity: z.int(), application: z.int(), withdrawals: z.int() })),
    ofNoOneYear: z.int().describe('Statements whose date leaves open in which year they were made'),
  })
  .describe(
    'What states said against the norm, as recorded: against its validity, which weakens it, or its application',
  )
export type Contested = z.infer<typeof contestedOut>

const kindOf = ({ says, type }: Statement): 'validity' | 'application' | 'withdrawals' =>
  says === 'withdrawal' ? 'withdrawals' : type

/** What was said against a norm, by type and by year. A year in which nothing was said is not listed. */
export const contestedOf = (said: ReadonlyMap<string, SaidAgainst>, day: Day): Contested => {
  const all = [...said.values()].flatMap(({ statements }) => statements)
  const countOf = (type: 'validity' | 'application'): z.infer<typeof ofType> => ({
    statements: all.filter((one) => kindOf(one) === type).length,
    states: [...said.values()].filter(({ statements }) => statements.some((one) => kindOf(one) === type)).length,
    standing: [...said.values()].filter(({ standing }) =>
      standing.some((span) => span.value.type === type && span.certainty === 'certain' && holdsOn(span, day)),
    ).length,
  })
  const dated = all.filter(({ when }) => yearOf(when.lo) === yearOf(when.hi))
  const years = [...new Set(dated.map(({ when }) => yearOf(when.lo)))].toSorted((a, b) => a - b)
  return {
    validity: countOf('validity'),
    application: countOf('application'),
    withdrawals: all.filter(({ says }) => says === 'withdrawal').length,
    years: years.map((year) => {
      const ofYear = dated.filter(({ when }) => yearOf(when.lo) === year)
      const count = (kind: ReturnType<typeof kindOf>): number => ofYear.filter((one) => kindOf(one) === kind).length
      return { year, validity: count('validity'), application: count('application'), withdrawals: count('withdrawals') }
    }),
    ofNoOneYear: all.length - dated.length,
  }
}
