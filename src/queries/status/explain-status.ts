import { z } from 'zod'
import { formatDay, type Day } from '../../time/day.ts'
import { nullableDay } from '../question/output-fields.ts'
import { basisInWords, inForceInWords, inForceOn, type InForceOn } from '../treaties/in-force-on.ts'
import { stateInput, subjectInput } from '../question/inputs.ts'
import { correctionOut } from '../record/amendments.ts'
import type { TreatyLaw } from '../treaties/treaty-law.ts'
import { loadEvidence, type Evidence } from '../record/evidence.ts'
import { coverageText, reasonOut } from '../question/coverage-fields.ts'
import { positionsText } from './norm-positions-on.ts'
import { echoText } from '../question/echo.ts'
import { question } from '../question/question.ts'
import { status } from './status.ts'
import { derivedDates } from '../treaties/derived-dates.ts'
import { tooEarlyText } from './adopted-on.ts'
import { statehoodText } from '../memberships/statehood.ts'
import { keptSubject } from './kept-subject.ts'
import { actSentence } from '../record/act-words.ts'
import { summaryOf } from '../record/event-summary.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { StatusSubject } from './status-subject.ts'
import { loadTreatyTitles } from '../treaties/treaty-titles.ts'

export const evidenceOut = z.array(
  z
    .object({
      id: z.string(),
      ordinal: z.int(),
      type: z.string(),
      stream: z.string(),
      occurred: z.string().nullable(),
      says: z.string().describe('What it says, as corrected'),
      citations: z.array(z.string()),
      recordedAt: z.string(),
      recordedBy: z.string(),
      appendedAt: z.string().nullable().describe('In a backdated log: when the log really took it'),
      confidence: z.string(),
      corrections: z
        .array(correctionOut.extend({ citations: z.array(z.string()) }))
        .describe('How it came to read so: what it said before, why that was wrong, who recorded it and when'),
    })
    .meta({ id: 'Evidence', description: 'An event that an answer rests on' }),
)

export const toldOf = ({
  event,
  amended: { reads },
  citations,
  corrections,
}: Evidence): z.infer<typeof evidenceOut>[number] => ({
  id: event.id,
  ordinal: event.ordinal,
  type: reads.type,
  stream: event.stream,
  occurred: reads.occurred ?? null,
  says: summaryOf(reads),
  citations: [...citations],
  recordedAt: event.recordedAt,
  recordedBy: event.recordedBy,
  appendedAt: event.appendedAt ?? null,
  confidence: reads.confidence,
  corrections: corrections.map((correction) => ({ ...correction, citations: [...correction.citations] })),
})

export const evidenceOf = (evidence: readonly Evidence[]): z.infer<typeof evidenceOut> => evidence.map(toldOf)

/** Events with their citations; a correction stands with what it corrects. */
export const evidenceText = (evidence: z.infer<typeof evidenceOut>): readonly string[] => {
  const told = new Set(evidence.flatMap(({ corrections }) => corrections.map(({ id }) => id)))
  return evidence
    .filter(({ id }) => !told.has(id))
    .flatMap((event) => [
      `  ${event.occurred ?? 'undated'}  ${event.stream}: ${event.says}`,
      ...event.citations.map((citation) => `      ${citation}`),
      `      event ${event.id}, recorded ${event.recordedAt} by ` +
        `${event.recordedBy}${event.appendedAt === null ? '' : `, appended ${event.appendedAt}`}`,
      ...event.corrections.flatMap(({ id, before, reason, citations, recordedAt, recordedBy }) => [
        `      corrected; it said ${before.occurred ?? 'undated'}, ` +
          `${before.says}${before.effective === null ? '' : `, effective ${before.effective}`}. ` +
          `${reason}`,
        ...citations.map((citation) => `          ${citation}`),
        `          event ${id}, recorded ${recordedAt} by ${recordedBy}`,
      ]),
    ])
}

const ruleInForce = (rule: {
  enteredIntoForce: string | null
  basis: string
  triggerDate: string | null
  reachedOnly: string | null
  reason: InForceOn['reason']
}): string => {
  const { enteredIntoForce, basis, ...rest } = rule
  const found = { ...rest, basis: basis as InForceOn['basis'] }
  return enteredIntoForce === null
    ? inForceInWords({ ...found, date: null })
    : `in force ${enteredIntoForce} (${basisInWords(found)})`
}

/** When a treaty enters into force, whatever the day; what is not known of that on the day. */
const ruleOf = (law: TreatyLaw, day: Day) => {
  const { terms, entryIntoForce: eif } = law
  const dated = eif.date !== undefined
  const { basis, reason } = dated ? { basis: eif.basis, reason: null } : inForceOn(law, day)
  return {
    treaty: terms.treaty,
    rule: eif.rule,
    enteredIntoForce: eif.date === undefined ? null : formatDay(eif.date),
    basis,
    triggerDate: eif.triggerDate === undefined ? null : formatDay(eif.triggerDate),
    reachedOnly: eif.reachedOnly === undefined ? null : formatDay(eif.reachedOnly),
    reason,
    triggerEvents: [...eif.triggerEvents],
  }
}

/** From when on, or from some day between when and when. */
const fromDays = ({ date, latest }: { date: string; latest: string | null }): string => {
  if (date === latest) return `from ${date}`
  return latest === null ? `from ${date} at the earliest, if at all` : `from some day between ${date} and ${latest}`
}

const toldEvidence = async (world: Snapshot, ids: readonly string[], { laws }: Pick<StatusSubject, 'laws'>) => {
  const evidence = await loadEvidence(world, ids)
  const treaties = laws.map(({ terms: { treaty } }) => treaty)
  const titles = { names: world.names, treaty: await loadTreatyTitles(world, treaties) }
  return evidenceOf(evidence).map((told, index) => {
    const { event, amended } = evidence[index] ?? {}
    if (event === undefined || amended === undefined) return { ...told, sentence: told.says }
    return { ...told, sentence: actSentence({ ...amended.reads, stream: event.stream }, titles) }
  })
}

export const explainStatus = question({
  name: 'explain status',
  asks: 'Why a state has its status: the clause, the trigger, the deciding events and their citations.',
  positional: ['state', 'subject'],
  sources: 'asked',
  input: z.object({ state: stateInput, subject: subjectInput }),
  output: status.output.extend({
    rules: z.array(
      z.object({
        treaty: z.string(),
        rule: z.string(),
        enteredIntoForce: z.string().nullable(),
        basis: z.string(),
        triggerDate: z.string().nullable(),
        reachedOnly: nullableDay.describe('Where the day is stated: the later one that the acts at hand come to'),
        reason: reasonOut,
        triggerEvents: z.array(z.string()),
      }),
    ),
    dates: z
      .array(
        z.object({
          treaty: z.string(),
          what: z.enum(['bound', 'out']),
          date: z.string().describe('The first day that it may be'),
          latest: nullableDay.describe(
            'The last day that it may be: the same where that is certain; null where it may be none',
          ),
          rule: z.string().describe('The clause in words, or that the source states the day'),
          triggerDate: z.string(),
          triggerEvents: z.array(z.string()),
        }),
      )
      .describe("Every derived date of the state's spells: the rule that gives it and what set it off"),
    evidence: z.array(
      evidenceOut.element
        .extend({ sentence: z.string().describe('The same as a sentence of the field, with its date') })
        .meta({ id: 'ToldEvidence', description: 'An event that a status rests on, also as a sentence' }),
    ),
  }),
  answer: async (world, input) => {
    const answer = await status.answer(world, input)
    const subject = await keptSubject(world, input.subject)
    const beside = [...answer.anomalies.map(({ events }) => events), ...answer.positions.map((one) => one.decidedBy)]
    // What no act decides rests on the claim that there is none.
    const claims =
      answer.decidedBy.length > 0 || answer.coverage.state === 'none'
        ? []
        : subject
            .coverageOf(answer.state)
            .claims.filter(({ source }) => answer.coverage.by.includes(source))
            .flatMap(({ decidedBy }) => decidedBy)
    const ids = [...new Set([...answer.decidedBy, ...beside.flat(), ...claims])]
    return {
      ...answer,
      rules: subject.laws.map((law) => ruleOf(law, world.asOf)),
      dates: subject.laws.flatMap((law) => derivedDates(law, answer.state)),
      evidence: await toldEvidence(world, ids, subject),
    }
  },
  text: (answer) =>
    [
      `${answer.state} · ${answer.subject} · ${echoText(answer)}: ` +
        `${answer.inWords === null ? answer.status : `${answer.inWords} (${answer.status})`}` +
        `${answer.since === null ? '' : ` since ${answer.since}`}`,
      ...statehoodText(answer.state, answer.statehood),
      ...tooEarlyText(answer),
      `  ${coverageText(answer.coverage, answer.status)}`,
      ...answer.rules.map((rule) => `  ${rule.treaty}: ${rule.rule}; ${ruleInForce(rule)}`),
      ...answer.dates.map(
        (found) =>
          `  ${found.treaty}: ${found.what} ${fromDays(found)}: ${found.rule}; set off on ${found.triggerDate}`,
      ),
      ...positionsText(answer.positions),
      ...answer.anomalies.map((odd) => `  ! ${odd.code}: ${odd.says} (${odd.article})`),
      ...evidenceText(answer.evidence),
    ].join('\n'),
})
