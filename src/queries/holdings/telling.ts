import type { RecordedEvent } from '../../events/envelope.ts'
import { bodyOf } from '../../readmodel/stored-event.ts'
import type { Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { groupBy } from '../../common/group-by.ts'
import { isMeta } from '../../../projections/fold/facts.ts'
import type { Source } from '../../events/source.ts'

/** What is asked of an event: whether it tells of something. */
export type ToldEvent = Pick<RecordedEvent, 'stream' | 'type' | 'ordinal' | 'occurred' | 'data'>

/** A part of the log that tells of something: events of some streams, all of them or some. */
export interface Telling {
  /** A stream: `treaty-cat`; all whose names begin so where it ends in a dash; all there are where it is empty. */
  readonly stream: string
  /** Whether an event of such a stream tells of it; every one does where nobody says. */
  readonly counts?: ((event: ToldEvent) => boolean) | undefined
  /** Of a stream in which nothing was done by this day nothing tells of it. */
  readonly by?: Day | undefined
  /** What a stream has to tell for anything of it to count: an organisation of which no member is told has none. */
  readonly needs?: ((event: ToldEvent) => boolean) | undefined
  /** Whether it tells whomever the world believes. */
  readonly isOfAnybody?: boolean
}

/** Whether a stream is among those that a telling names. */
export const isWithin = (stream: string, { stream: named }: Telling): boolean =>
  named === '' || (named.endsWith('-') ? stream.startsWith(named) : stream === named)

/** An event as its row has it: its text is read where something of it is asked. */
export interface StoredTold extends ToldEvent {
  readonly id: string
  readonly body: string
}

/** A row of an event, to be asked whether it tells of something. */
export const storedTold = (row: Omit<StoredTold, 'data' | 'occurred'>): StoredTold => {
  let read: ReturnType<typeof bodyOf> | undefined
  const whole = () => (read ??= bodyOf(row.body))
  return {
    ...row,
    get data() {
      return whole().data
    },
    get occurred() {
      return whole().occurred as string
    },
  }
}

/** Whether anything of a stream was done by a day; so it may have been where nothing of it has a date. */
export const hasBegunBy = (events: readonly StoredTold[], day: Day): boolean => {
  let isDated = false
  for (const { occurred } of events) {
    if (occurred === undefined) continue
    if (parseDate(occurred).lo <= day) return true
    isDated = true
  }
  return !isDated
}

interface Amending {
  readonly target?: string
  readonly replacement?: { readonly sources?: readonly Source[] }
}

/** What later events of a stream say of its earlier ones: which are amended, and by whose word. */
export const amendmentsIn = (events: readonly StoredTold[]) => {
  const amending = events.filter(isMeta).map((event) => ({ event, ...(event.data as unknown as Amending) }))
  const byTarget = groupBy(amending, ({ target = '' }) => target)
  return {
    /** The id of the event that this one is about: its own, where it amends none. */
    about: (event: StoredTold): string =>
      isMeta(event) ? ((event.data as unknown as Amending).target ?? event.id) : event.id,
    isAmended: (id: string): boolean => byTarget.has(id),
    /** The sources that later events put in the place of those of an event. */
    sourcesOf: (id: string): readonly Source[] =>
      (byTarget.get(id) ?? []).flatMap(({ replacement }) => replacement?.sources ?? []),
  }
}
