import { exposure } from '../exposure/exposure.ts'
import { ask } from '../question/ask.ts'
import { formatDay, type Day } from '../../time/day.ts'
import type { Question } from '../question/question.ts'
import type { Sentence } from '../question/report.ts'
import type { Audit } from './audit-context.ts'
import { exposureWords } from './leaders-section.ts'
import { say } from './ledger.ts'
import type { Spreading } from './spread-section.ts'

interface ByChannel {
  readonly channel: string
  readonly value: number | null
  readonly covered: { readonly state: 'covered' | 'carried' | 'none' }
}
interface Exposed extends ByChannel {
  readonly channels?: readonly ByChannel[]
}

/** How exposed a state was to the norm a year before a day, by each channel of the report. */
export const exposureSentence = async (
  { world, norm, ledger }: Audit,
  { found: { channels, threshold } }: Spreading,
  state: string,
  day: Day,
): Promise<Sentence> => {
  const question: Question = exposure
  const given = {
    state,
    adoption: norm,
    threshold,
    formula: 'dc',
    channel: channels.join(','),
    ...(channels.includes('advocacy') && { norm }),
  }
  const { answer } = await ask(question, { ...world, asOf: day }, question.input.parse(given), (of, meant) =>
    (question.brief ?? question.answer)(of, meant),
  )
  const found = answer as unknown as Exposed
  const each = found.channels ?? [found]
  const met = {
    exposure: Object.fromEntries(each.map(({ channel, value }) => [channel, value])),
    covered: Object.fromEntries(each.map(({ channel, covered }) => [channel, covered.state])),
  }
  return say(
    `A year before ${formatDay(day)}, its exposure to the norm was ${exposureWords(channels, met)}.`,
    await ledger.asked(question, given, day),
  )
}
