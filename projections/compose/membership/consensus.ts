import { FOREVER, type Day } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
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
  const days = [...new Set(dated.flat().flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const pieces: MembershipSpan[] = []
  for (const [index, from] of days.entries()) {
    const to = (days[index + 1] ?? FOREVER) as Day
    const holding = dated.map((spans) => spans.filter((span) => span.from <= from && from < span.to))
    const may = [...new Set(holding.flatMap(mayHold))]
    for (const kind of may) {
      const [model, ...rest] = holding.flat().filter((span) => span.kind === kind)
      if (model === undefined || from >= to) continue
      const certainty = may.length === 1 ? 'certain' : 'possible'
      const decidedBy = unionOf(model.decidedBy, ...rest.map((span) => span.decidedBy))
      const before = pieces.findIndex(
        (piece) => piece.to === from && piece.kind === kind && piece.certainty === certainty,
      )
      if (before < 0) pieces.push({ ...model, from, to, certainty, decidedBy })
      else
        pieces[before] = {
          ...(pieces[before] as MembershipSpan),
          to,
          decidedBy: unionOf(pieces[before]?.decidedBy ?? [], decidedBy),
        }
    }
  }
  return [...first.filter(({ observed }) => observed), ...pieces].toSorted((a, b) => a.from - b.from)
}
