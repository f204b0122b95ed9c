import type { NewEvent } from '../../events/envelope.ts'
import type { EventLog } from '../../log/port.ts'
import type { RegisteredRelease } from '../../readmodel/lookups/registered-sources.ts'
import { parseDate } from '../../time/edtf.ts'
import type { DateRange } from '../../time/date-range.ts'

/** When releases were published, by the id of their registered source, as far as it says so. */
export type Publications = ReadonlyMap<string, DateRange | undefined>

/** The release that an event cites, where it is a registered source. */
export const releaseOf = ({ sources: [source] }: Pick<NewEvent, 'sources'>): string | undefined =>
  source !== undefined && 'ref' in source ? source.ref : undefined

/** The days that a date of publication may mean; undefined where none is readable. */
export const dateOf = (published: unknown): DateRange | undefined => {
  if (typeof published !== 'string') return undefined
  try {
    return parseDate(published)
  } catch {
    return undefined
  }
}

/** Whether one release was certainly published after another; undefined where the dates do not tell. */
export const isLaterRelease = (publications: Publications, one: string, other: string): boolean | undefined => {
  const [a, b] = [publications.get(one), publications.get(other)]
  if (a === undefined || b === undefined) return undefined
  if (a.lo > b.hi) return true
  return a.hi < b.lo ? false : undefined
}

/** Whether a release that was certainly published later is registered in the same series. */
export const isOvertaken = (
  { id, series, published }: RegisteredRelease,
  registered: readonly RegisteredRelease[],
): boolean => {
  const dates = new Map([...registered, { id, published }].map((one) => [one.id, dateOf(one.published)]))
  return registered.some((one) => one.series === series && isLaterRelease(dates, one.id, id) === true)
}

/** Looks up releases, each once; the one that is being imported is not in the log yet. */
export const publicationsIn = (
  log: EventLog,
  importing?: { readonly id: string; readonly published?: string | undefined },
) => {
  const known = new Map<string, DateRange | undefined>()
  if (importing !== undefined) known.set(importing.id, dateOf(importing.published))
  return async (releases: readonly (string | undefined)[]): Promise<Publications> => {
    for (const release of releases) {
      if (release === undefined || known.has(release)) continue
      known.set(release, undefined)
      for await (const event of log.readStream(`source-${release}`, { limit: 1 }))
        known.set(release, dateOf(event.data.published))
    }
    return known
  }
}
