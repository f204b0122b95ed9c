import { z } from 'zod'
import { counted } from '../question/output-fields.ts'
import { evidenceOf, evidenceOut, evidenceText } from '../status/explain-status.ts'
import { exposure } from './exposure.ts'
import { exposureInput } from './exposure-answer.ts'
import { exposureText } from './exposure-text.ts'
import { sum } from '../../exposure/sum.ts'
import { exposurePresets } from '../network/presets.ts'
import { loadEvidence } from '../record/evidence.ts'
import { withSystem } from '../subjects/default-system.ts'
import { question } from '../question/question.ts'

/** Of the events behind a number those that were corrected: the others are many, and say what they always said. */
const correctedText = (evidence: Parameters<typeof evidenceText>[0]): readonly string[] => {
  const corrected = evidence.filter(({ corrections }) => corrections.length > 0)
  return corrected.length === 0
    ? []
    : [`  ${corrected.length} of its events were corrected:`, ...evidenceText(corrected)]
}

export const explainExposure = question({
  name: 'explain exposure',
  asks: 'Why an exposure has its value: every term, every partner, every event behind them, with citations.',
  positional: ['state'],
  sources: 'asked',
  input: exposureInput,
  output: exposure.output.extend({
    total: z.number().nullable().describe('The contributions of the terms, added up'),
    evidence: evidenceOut.describe('Every membership and score that the terms and the bounds rest on'),
  }),
  presets: exposurePresets,
  settle: withSystem,
  answer: async (world, input) => {
    const answer = await exposure.answer(world, input)
    const all = [answer, ...(answer.channels ?? [])].flatMap(({ terms }) => terms)
    const terms = all.flatMap((term) =>
      'partners' in term ? [...term.decidedBy, ...term.partners.flatMap(({ decidedBy }) => decidedBy)] : term.decidedBy,
    )
    const ids = new Set([
      ...terms,
      ...[answer, ...(answer.channels ?? [])].flatMap(({ uncertain }) =>
        uncertain.flatMap(({ decidedBy }) => decidedBy),
      ),
    ])
    return {
      ...answer,
      total: answer.value === null ? null : sum(answer.terms.map(({ contribution }) => contribution)),
      evidence: evidenceOf(await loadEvidence(world, [...ids])),
    }
  },
  text: (answer) =>
    [
      ...exposureText(answer, 1_000),
      `  = ${answer.total ?? 'no value'}`,
      ...answer.uncertain.map(
        ({ actor, igo, may }) => `  uncertain: ${actor}${igo === null ? '' : ` in ${igo}`}, ${may.join(' or ')}`,
      ),
      ...[
        ...new Set(
          answer.evidence.flatMap(({ citations }) => citations.map((citation) => citation.split(';')[0] ?? citation)),
        ),
      ].map((citation) => `  source: ${citation}`),
      ...correctedText(answer.evidence),
      `  rests on ${counted(answer.evidence.length, 'event')}; the JSON answer lists them`,
    ].join('\n'),
})
