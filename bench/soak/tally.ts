import { idOf } from '../synthetic.ts'

export const soakPrefix = 'practice-soak-'

/** The id of an event of the soak: known from its place, so that nobody has to remember millions of them. */
export const soakId = (logName: string, stream: string, revision: number) => idOf(`${logName} ${stream} ${revision}`)

/** What the soak has appended to one stream. */
export interface Appended {
  /** Events that the log has acknowledged. */
  count: number
  /** Further ones that an append may or may not have written: it failed. */
  unsure: number
}

/** How many faults are told before the rest is only counted. */
const told = 5

/**
 * Holds what is met, in the order of each stream's revisions, against what was appended: each event once, at its place.
 */
export const tallyOf = (logName: string, appended: ReadonlyMap<string, Appended>) => {
  const met = new Map<string, number>()
  const faults: string[] = []
  return {
    note: (stream: string, revision: number, id: string): void => {
      const next = met.get(stream) ?? 0
      if (revision !== next) faults.push(`${stream}: revision ${revision} where ${next} was to come`)
      else if (id !== soakId(logName, stream, revision)) faults.push(`${stream}: revision ${revision} is another event`)
      met.set(stream, next + 1)
    },
    total: (): number => [...met.values()].reduce((sum, count) => sum + count, 0),
    /** What does not hold, in words. */
    faults: (): readonly string[] => {
      const strange = [...met.keys()]
        .filter((stream) => !appended.has(stream))
        .map((stream) => `${stream}: was never appended to`)
      const wrong = [...appended].flatMap(([stream, { count, unsure }]) => {
        const seen = met.get(stream) ?? 0
        return seen >= count && seen <= count + unsure
          ? []
          : [`${stream}: ${seen} events where ${count} were acknowledged`]
      })
      const all = [...faults, ...strange, ...wrong]
      return all.length <= told ? all : [...all.slice(0, told), `and ${all.length - told} more`]
    },
  }
}

export type Tally = ReturnType<typeof tallyOf>
