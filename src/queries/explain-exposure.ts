import { z } from 'zod'
import { evidenceOf, evidenceOut } from './explain-status.ts'
import { exposureAnswer, exposureInput, exposureOf, exposureText } from './exposure.ts'
import { sum } from '../exposure/sum.ts'
import { loadEvidence } from './load/citations.ts'
import { question } from './question.ts'

export const explainExposure = question({
  name: 'explain exposure',
  asks: 'Why an exposure has its value: every term, every partner, every event behind them, with citations.',
  positional: ['state'],
  input: exposureInput,
  output: exposureAnswer.extend({
    total: z.number().nullable().describe('The contributions of the terms, added up'),
    evidence: evidenceOut.describe('Every membership and score that the terms rest on'),
  }),
  answer: async (world, input) => {
    const answer = await exposureOf(world, input)
    const ids = new Set(answer.terms.flatMap((term) => ('igo' in term ? [...term.decidedBy, ...term.partners.flatMap(({ decidedBy }) => decidedBy)] : term.decidedBy)))
    return { ...answer, total: answer.value === null ? null : sum(answer.terms.map(({ contribution }) => contribution)), evidence: evidenceOf(await loadEvidence(world, [...ids])) }
  },
  text: (answer) =>
    [
      ...exposureText(answer, 1_000),
      `  = ${answer.total ?? 'no value'}`,
      ...[...new Set(answer.evidence.flatMap(({ citations }) => citations.map((citation) => citation.split(';')[0] ?? citation)))].map((citation) => `  source: ${citation}`),
      `  rests on ${answer.evidence.length} events; --format json lists them`,
    ].join('\n'),
})
