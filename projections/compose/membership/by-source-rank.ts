import { groupBy } from '../../../src/common/group-by.ts'
import type { Day } from '../../../src/time/day.ts'
import type { MembershipSpan } from './membership.ts'

/** What a source says of a membership, and the place of that source in a policy: 0 is the most trusted. */
export interface TrustedSpan {
  readonly span: MembershipSpan
  readonly place: number
}

const without = (span: MembershipSpan, covered: readonly MembershipSpan[]): readonly MembershipSpan[] =>
  covered.reduce<readonly MembershipSpan[]>(
    (pieces, { from, to }) =>
      pieces.flatMap((piece) => {
        if (to <= piece.from || piece.to <= from) return [piece]
        const before = { ...piece, to: Math.min(piece.to, from) as Day }
        const after = { ...piece, from: Math.max(piece.from, to) as Day }
        return [before, after].filter((one) => one.from < one.to)
      }),
    [span],
  )

/**
 * Before its first admission an actor was no such member: what was coded otherwise gives way to a source that tells the
 * admission and is trusted no less, and is only possible where that admission may not have been the first act.
 */
const afterAdmissions = (told: readonly TrustedSpan[]): readonly TrustedSpan[] => {
  const admissions = groupBy(
    told.filter(({ span }) => span.firstAdmission !== undefined),
    ({ span }) => span.igo,
  )
  if (admissions.size === 0) return told
  return told.flatMap((one) => {
    const { span, place } = one
    if (!span.observed) return [one]
    const admission = admissions
      .get(span.igo)
      ?.find((other) => other.span.actor === span.actor && other.span.kind === span.kind && other.place <= place)?.span
    if (admission === undefined || span.from >= admission.from) return [one]
    const before: MembershipSpan = { ...span, to: Math.min(span.to, admission.from) as Day, certainty: 'possible' }
    const after = { ...span, from: admission.from }
    return [
      ...(admission.firstAdmission === 'possible' ? [before] : []),
      ...(after.from < after.to ? [after] : []),
    ].map((piece) => ({ place, span: piece }))
  })
}

/**
 * Spans as a policy lets them answer. Dated acts stand before years that were coded, except where a more trusted series
 * codes the year and knows the code, and a first admission before what years said earlier; of several series the most
 * trusted comes first.
 */
export const bySourceRank = (all: readonly TrustedSpan[]): readonly MembershipSpan[] => {
  const told = afterAdmissions(all)
  let [lastDated, firstCoded, lastCoded] = [-1, Infinity, -1]
  for (const { span, place } of told) {
    if (!span.observed) lastDated = Math.max(lastDated, place)
    else [firstCoded, lastCoded] = [Math.min(firstCoded, place), Math.max(lastCoded, place)]
  }
  if (lastDated <= firstCoded && firstCoded >= lastCoded) return told.map(({ span }) => span)
  const inOrder = told.toSorted((a, b) => (a.span.observed && b.span.observed ? a.place - b.place : 0))
  if (lastDated <= firstCoded) return inOrder.map(({ span }) => span)
  return [...groupBy(inOrder, ({ span }) => `${span.igo}\n${span.actor}`).values()].flatMap((list) =>
    list.flatMap(({ span, place }) =>
      span.observed
        ? [span]
        : without(
            span,
            list
              .filter((other) => other.span.observed && other.place < place && other.span.kind !== 'unknown')
              .map((other) => other.span),
          ),
    ),
  )
}
