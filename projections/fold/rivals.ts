import { groupBy } from '../../src/common/group-by.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import type { Fact } from './fold.ts'
import { rankOf, shareSpeaker, speakerOf, type SourcePolicy } from './source-policy.ts'

/** An act as one or more sources tell it. */
export interface Assertion {
  /** What kind of act: signature, consent, start, … */
  readonly class: string
  readonly on: DateRange
  /** What else is a part of what happened, such as the kind of a membership. */
  readonly says: string
  readonly facts: readonly Fact[]
}

/** An act that sources tell differently: whom the policy follows, and what the others say. */
export interface Rivalry {
  readonly class: string
  /** What they disagree about: `consent/1`. */
  readonly fact: string
  readonly followed: Assertion
  readonly rivals: readonly Assertion[]
}

/** What a fact says happened; undefined of facts that are no act, which no policy touches. */
export type TellingOf = (fact: Fact) => Omit<Assertion, 'facts'> | undefined

const numberOf = (label: string): number => Number(/\d+$/.exec(label)?.[0] ?? 0)

/**
 * What an act is about. Of several labels the one with the highest number: who calls an act the second consent knows of
 * a first one that who calls it the first has lost (a depositary's table keeps the last accession of a party only).
 */
const labelOf = ({ facts }: Assertion): string | undefined =>
  facts.flatMap(({ fact }) => fact ?? []).toSorted((a, b) => numberOf(b) - numberOf(a) || (a < b ? -1 : 1))[0]

/**
 * The facts of one actor in one stream under a policy: those that none of its sources tells are left out; what sources
 * tell alike is one act; and of acts about the same thing (`fact`) on different days the one told by the most trusted
 * source stands: of equals, the one that more sources tell, then the earlier. Who tells two days himself tells two
 * acts; facts without a label are nobody's rivals.
 */
export const underPolicy = (
  facts: readonly Fact[],
  policy: SourcePolicy,
  tellingOf: TellingOf,
): { readonly standing: readonly Fact[]; readonly rivalries: readonly Rivalry[] } => {
  const tellings = facts.flatMap((fact) => {
    const telling = tellingOf(fact)
    return telling === undefined ? [] : [{ fact, telling, place: rankOf(policy, fact.sources) }]
  })
  const silenced = new Set<Fact>(tellings.flatMap(({ fact, place }) => (place === undefined ? [fact] : [])))
  const rivalries: Rivalry[] = []
  const heard = tellings.filter(({ place }) => place !== undefined)
  if (heard.length > 1) {
    const acts = [
      ...groupBy(heard, ({ telling }) => `${telling.class} ${telling.on.lo} ${telling.on.hi} ${telling.says}`).values(),
    ].map((list) => ({
      act: { ...(list[0] as (typeof list)[number]).telling, facts: list.map(({ fact }) => fact) } satisfies Assertion,
      place: Math.min(...list.map(({ place }) => place as number)),
    }))
    const about = groupBy(
      acts.filter(({ act }) => labelOf(act) !== undefined),
      ({ act }) => `${act.class} ${labelOf(act)}`,
    )
    for (const list of about.values()) {
      if (list.length < 2) continue
      const voices = ({ facts: of }: Assertion): number =>
        new Set(of.flatMap(({ sources }) => sources.map(speakerOf))).size
      const [first, ...rest] = list.toSorted(
        (a, b) =>
          a.place - b.place || voices(b.act) - voices(a.act) || a.act.on.lo - b.act.on.lo || a.act.on.hi - b.act.on.hi,
      )
      const followed = (first as (typeof list)[number]).act
      const rivals = rest.map(({ act }) => act).filter((act) => !shareSpeaker(act.facts, followed.facts))
      if (rivals.length === 0) continue
      for (const rival of rivals) for (const fact of rival.facts) silenced.add(fact)
      rivalries.push({ class: followed.class, fact: labelOf(followed) as string, followed, rivals })
    }
  }
  return { standing: silenced.size === 0 ? facts : facts.filter((fact) => !silenced.has(fact)), rivalries }
}
