import { readDay } from '../words/read-day.ts'

/** What a view's URL holds: what is looked at, both clocks, whom to believe, and the release that was cited. */
export interface Address {
  readonly state?: string | undefined
  readonly subject?: string | undefined
  readonly organisation?: string | undefined
  /** Two of anything, side by side: `tur,grc` or `cat,ccpr`. */
  readonly compare?: string | undefined
  /** The log, newest first; what it is filtered by. */
  readonly log?: string | undefined
  readonly asOf?: string | undefined
  readonly asKnownAt?: string | undefined
  readonly sources?: string | undefined
  readonly system?: string | undefined
  /** A rater's indicator, as `cirights:physint`. */
  readonly score?: string | undefined
  /** By which channels the company of a state is drawn, as `igo,alliance`. */
  readonly channel?: string | undefined
  /** Whose status the why column tells. */
  readonly why?: string | undefined
  /** The release id of the answer that was cited. */
  readonly release?: string | undefined
  readonly embed?: string | undefined
}

export type ViewName = 'front' | 'norm' | 'state' | 'organisation' | 'compare' | 'log'

const fields = [
  'state',
  'subject',
  'organisation',
  'compare',
  'log',
  'asOf',
  'asKnownAt',
  'sources',
  'system',
  'score',
  'channel',
  'why',
  'release',
  'embed',
] as const satisfies readonly (keyof Address)[]

/** A day is read as people write it; what is none is left out, so that the view says which day it shows. */
const read = (field: keyof Address, value: string | undefined): string | undefined =>
  field === 'asOf' && value !== undefined ? readDay(value) : value

export const readAddress = (search: string): Address => {
  const given = new URLSearchParams(search)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = read(field, given.get(field)?.trim())
      return value === undefined || (value === '' && field !== 'log' && field !== 'embed') ? [] : [[field, value]]
    }),
  )
}

/** The query of an address, in one order whatever it was made from: `?subject=cat&asOf=1995-06-01`. */
export const searchOf = (address: Address): string => {
  const query = new URLSearchParams()
  for (const field of fields) {
    const value = address[field]
    if (value !== undefined) query.set(field, value)
  }
  const text = query.toString()
  return text === '' ? '?' : `?${text}`
}

/** Which view an address is of. */
export const viewOf = (address: Address): ViewName => {
  if (address.log !== undefined) return 'log'
  if (address.compare !== undefined) return 'compare'
  if (address.organisation !== undefined) return 'organisation'
  if (address.state !== undefined) return 'state'
  return address.subject === undefined ? 'front' : 'norm'
}

/** Both clocks and whom to believe, as questions take them. */
export const clocksOf = ({ asKnownAt, sources }: Address) => ({
  ...(asKnownAt !== undefined && { asKnownAt }),
  ...(sources !== undefined && { sources }),
})
