import { groupBy } from '../../src/group-by.ts'
import type { Day } from '../../src/time/day.ts'
import type { MembershipSpan } from './membership.ts'

/** What a source says of a membership, and the place of that source in a policy: 0 is the most trusted. */
export interface TrustedSpan {
  readonly span: MembershipSpan
  readonly place: number
}

const without = (span: MembershipSpan, covered: readonly MembershipSpan[]): readonly MembershipSpan[] =>
  covered.reduce<readonly MembershipSpan[]>((pieces, { from, to }) => pieces.flatMap((piece) => {
    if (to <= piece.from || piece.to <= from) return [piece]
    const before = { ...piece, to: Math.min(piece.to, from) as Day }
    const after = { ...piece, from: Math.max(piece.from, to) as Day }
    return [before, after].filter((one) => one.from < one.to)
  }), [span])

/**
 * Spans as a policy lets them answer. Dated acts stand before years that were coded, except where a more trusted series codes the year and knows the code;
 * of several series the most trusted comes first.
 */
export const byTrust = (told: readonly TrustedSpan[]): readonly MembershipSpan[] => {
  let [lastDated, firstCoded, lastCoded] = [-1, Infinity, -1]
  for (const { span, place } of told) {
    if (!span.observed) lastDated = Math.max(lastDated, place)
    else [firstCoded, lastCoded] = [Math.min(firstCoded, place), Math.max(lastCoded, place)]
  }
  if (lastDated <= firstCoded && firstCoded >= lastCoded) return told.map(({ span }) => span)
  const inOrder = told.toSorted((a, b) => (a.span.observed && b.span.observed ? a.place - b.place : 0))
  if (lastDated <= firstCoded) return inOrder.map(({ span }) => span)
  return [...groupBy(inOrder, ({ span }) => `${span.igo}\n${span.actor}`).values()].flatMap((list) => list.flatMap(({ span, place }) =>
    span.observed ? [span] : without(span, list.filter((other) => other.span.observed && other.place < place && other.span.kind !== 'unknown').map((other) => other.span))))
}
