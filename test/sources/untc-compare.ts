import { classOf } from '../../src/sources/untc/untc-act.ts'

/** An act of a table, with its names resolved: who did what under which treaty, and when. */
export interface ResolvedAct {
  readonly treaty: string
  readonly actor: string
  readonly type: string
  readonly date: string
}

/** A state and a treaty whose act of some class is not told alike by two tables. */
export interface Difference {
  readonly treaty: string
  readonly actor: string
  /** signature, consent, … */
  readonly class: string
  readonly earlier: readonly string[]
  readonly later: readonly string[]
}

/** What a later table says of the acts of an earlier one, for the treaties that both of them hold. */
export interface Comparison {
  /** Pairs of a state and a treaty: in both tables, only in the earlier, only in the later. */
  readonly pairs: {
    readonly both: number
    readonly absent: readonly (readonly [treaty: string, actor: string])[]
    readonly added: number
  }
  /** The pair is in both tables; what the earlier one tells of a class of act is told on another day. */
  readonly redated: readonly Difference[]
  /**
   * The pair is in both tables; the later one has nothing where the earlier one has an act of a class that it can show.
   */
  readonly blank: readonly Difference[]
}

/**
 * Compares two snapshots of the depositary's tables. Acts are compared by class and day, not by label: the later table
 * prints most acceptances as ratification or accession. Only signature and consent are compared, since the later table
 * shows nothing else.
 *
 * A pair that is absent from the later table, or blank in it, is a question and not an answer: a party that withdrew
 * vanishes, and so does one that another name or another state took the place of, and one that a scrape has lost.
 */
export const compareTables = (earlier: readonly ResolvedAct[], later: readonly ResolvedAct[]): Comparison => {
  const before = pairsOf(earlier)
  const after = pairsOf(later)
  const treaties = new Set([...after.values()].map(({ treaty }) => treaty))
  const shared = [...before].filter(([, { treaty }]) => treaties.has(treaty))
  const differences = shared.flatMap(([key, pair]) => {
    const now = after.get(key)
    if (now === undefined) return []
    return [...pair.days].flatMap(([kind, days]): Difference[] => {
      const found = now.days.get(kind) ?? []
      return days.join() === found.join()
        ? []
        : [{ treaty: pair.treaty, actor: pair.actor, class: kind, earlier: days, later: found }]
    })
  })
  const told = new Set([...before.values()].map(({ treaty }) => treaty))
  return {
    pairs: {
      both: shared.filter(([key]) => after.has(key)).length,
      absent: shared.filter(([key]) => !after.has(key)).map(([, { treaty, actor }]) => [treaty, actor]),
      added: [...after].filter(([key, { treaty }]) => told.has(treaty) && !before.has(key)).length,
    },
    redated: differences.filter((difference) => difference.later.length > 0),
    blank: differences.filter((difference) => difference.later.length === 0),
  }
}

interface Pair {
  readonly treaty: string
  readonly actor: string
  /** The days of each class of act, in order. */
  readonly days: Map<string, string[]>
}

const shown: ReadonlySet<string> = new Set(['signature', 'consent'])

const pairsOf = (acts: readonly ResolvedAct[]): ReadonlyMap<string, Pair> => {
  const pairs = new Map<string, Pair>()
  for (const { treaty, actor, type, date } of acts) {
    const kind = classOf(type)
    if (!shown.has(kind)) continue
    const key = `${treaty}|${actor}`
    const pair = pairs.get(key) ?? { treaty, actor, days: new Map<string, string[]>() }
    pairs.set(key, pair)
    const days = pair.days.get(kind) ?? []
    if (!days.includes(date)) pair.days.set(kind, [...days, date].toSorted())
  }
  return pairs
}
