import type { Day } from '../../time/day.ts'
import { segments, type Certainty, type Days } from '../../time/timeline.ts'

/** What stands at the other end of the ties of a state. */
export type AlterKind = 'state' | 'igo' | 'treaty'

/** Days on which a state was tied to another one, an organisation or a treaty, in one way. */
export interface TieDays extends Days {
  readonly ego: string
  readonly alter: string
  /** The kind of membership, or the source's own class of a tie; null where it has none. */
  readonly kind: string | null
  /** In the unit of the source; null where the tie has no value. */
  readonly weight: number | null
  readonly certainty: Certainty
  /** Whether it is told to the day, or only by the year. */
  readonly toldBy: 'days' | 'years'
  /** Whether its source does not speak of these days, and the tie is taken to hold on. */
  readonly isAssumed: boolean
  /** The series that tells it; null where acts do, or it is composed of several. */
  readonly series: string | null
}

/** The ties of one word, state by state. */
export interface Ties {
  readonly alters: AlterKind
  readonly isDirected: boolean
  /** Those of a state, by the other end; of an undirected tie between two states the lesser id has it. */
  readonly of: (ego: string) => readonly TieDays[]
}

/** The days that two have in common; undefined where they have none. */
export const overlap = (a: Days, b: Days): Days | undefined => {
  const [from, to] = [Math.max(a.from, b.from) as Day, Math.min(a.to, b.to) as Day]
  return from < to ? { from, to } : undefined
}

/** The parts of some days that lie within others. */
export const within = <D extends Days>(days: D, others: readonly Days[]): readonly D[] =>
  others.flatMap((other) => {
    const common = overlap(days, other)
    return common === undefined ? [] : [{ ...days, ...common }]
  })

/** Which of two tellings of one tie on one day stands: what is certain, told, and told to the day comes first. */
const byStanding = (a: TieDays, b: TieDays): number =>
  Number(a.certainty === 'possible') - Number(b.certainty === 'possible') ||
  Number(a.isAssumed) - Number(b.isAssumed) ||
  Number(a.toldBy === 'years') - Number(b.toldBy === 'years') ||
  (b.weight ?? 0) - (a.weight ?? 0)

/** What stands of several tellings of one tie, without overlap, in the order of days. */
export const standing = (told: readonly TieDays[]): readonly TieDays[] =>
  told.length < 2
    ? told
    : segments(told.flatMap(({ from, to }) => [from, to])).flatMap(({ from, to }) => {
        const [first] = told.filter((one) => one.from <= from && to <= one.to).toSorted(byStanding)
        return first === undefined ? [] : [{ ...first, from, to }]
      })
