import { coalesce, cuts, decidedByBoth, holdsOn, segments, unionOf } from '../../../src/time/timeline.ts'
import type { MembershipKind, MembershipSpan } from './membership.ts'

/** What one telling says may hold on a day, by dated acts; undefined where nothing, or not surely anything. */
const mayHold = (spans: readonly MembershipSpan[]): readonly (MembershipKind | undefined)[] => {
  const certain = spans.find(({ certainty }) => certainty === 'certain')
  return certain === undefined ? [undefined, ...spans.map(({ kind }) => kind)] : [certain.kind]
}

/**
 * Several tellings of one membership as one: certain is what they all say, and possible what some of them do. They are
 * of the same sources; what these coded by years is the same in all. One telling is left as it is.
 */
export const agreed = (tellings: readonly (readonly MembershipSpan[])[]): readonly MembershipSpan[] => {
  const [first = [], ...others] = tellings
  if (others.length === 0) return first
  const dated = tellings.map((spans) => spans.filter(({ observed }) => !observed))
  const pieces = segments(cuts(...dated)).flatMap(({ from, to }): readonly MembershipSpan[] => {
    const holding = dated.map((spans) => spans.filter((span) => holdsOn(span, from)))
    const may = [...new Set(holding.flatMap(mayHold))]
    const certainty = may.length === 1 ? 'certain' : 'possible'
    return may.flatMap((kind) => {
      const [model, ...rest] = holding.flat().filter((span) => span.kind === kind)
      const decidedBy = unionOf(model?.decidedBy ?? [], ...rest.map((span) => span.decidedBy))
      return model === undefined ? [] : [{ ...model, from, to, certainty, decidedBy }]
    })
  })
  const whole = coalesce(pieces, (a, b) => a.kind === b.kind && a.certainty === b.certainty, decidedByBoth)
  return [...first.filter(({ observed }) => observed), ...whole].toSorted((a, b) => a.from - b.from)
}
