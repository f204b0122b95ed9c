import type { z } from 'zod'
import type { Column } from '../question/columns.ts'
import type { TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Key, Listing } from './listing.ts'
import type { Place, PlaceInLog } from './place.ts'

/** Where a page of a list begins, how long it is, and whether all are counted. */
export interface Paged {
  readonly after?: Place | undefined
  readonly limit: number
  readonly count: boolean
}

/** What both clocks and the last event known then are called in an answer. */
export interface EchoedClocks {
  readonly asOf: string
  readonly asKnownAt: string | null
  readonly ordinal: number
}

/** A page of a list, and what is said beside it. */
export type Page<T, M = object> = M & {
  readonly items: readonly T[]
  readonly next: string | null
  readonly total?: number | undefined
}

export type ListAnswer<T, M = object> = Page<T, M> & EchoedClocks

/** How the entries of a list are found and shown. */
export interface Reading<F, E, T> {
  readonly name: string
  /** All that is asked for, in its order. */
  readonly find: (world: Snapshot, asked: F) => Promise<Listing<E>>
  readonly keyOf: (entry: E) => Key
  /** The items of some entries. */
  readonly show: (world: Snapshot, entries: readonly E[]) => Promise<readonly T[]>
  readonly cells: (item: T) => readonly TableCell[]
  /** Of a list that can be read from an event on: the field that says so, and the key that it stands for. */
  readonly from?: {
    readonly input: z.ZodType<Place | undefined>
    readonly keyOf: (world: Snapshot, place: PlaceInLog) => Promise<Key>
  }
}

/** What a list is defined by; what all lists share is added to it. */
export interface Definition<
  F extends z.ZodRawShape,
  E,
  I extends z.ZodRawShape,
  M extends z.ZodRawShape,
> extends Reading<z.output<z.ZodObject<F>>, E, z.output<z.ZodObject<I>>> {
  readonly asks: string
  readonly takesLong?: boolean
  /** What is listed, in words: one of them, and several. */
  readonly words: readonly [string, string]
  readonly withoutRivals: string
  readonly filters: z.ZodObject<F>
  readonly item: z.ZodObject<I>
  /** What an answer says beside its items. */
  readonly besides?: { readonly output: M; readonly tell: (world: Snapshot) => Promise<z.output<z.ZodObject<M>>> }
  /** An item in a terminal. */
  readonly lines: (item: z.output<z.ZodObject<I>>) => readonly string[]
  /** The last lines in a terminal. */
  readonly end?: (answer: z.output<z.ZodObject<M>>) => readonly string[]
  readonly columns: readonly Column[]
  readonly note?: string
  /** What an answer was in the release before: all at once, or so many at a time. */
  readonly formerly?: {
    readonly wasWhole: boolean
    readonly shape: (page: Page<z.output<z.ZodObject<I>>, z.output<z.ZodObject<M>>>, world: Snapshot) => Promise<object>
  }
}
