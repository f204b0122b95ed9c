import { z } from 'zod'
import type { Snapshot } from '../../question/snapshot.ts'
import type { System } from '../../memberships/system-spells.ts'
import type { Years } from '../../network/lag.ts'
import type { ExtraName } from './extras.ts'
import type { LoadedColumn } from './reading.ts'

/** For which rows columns are loaded. */
export interface Scope {
  /** The years that are read: those of the rows, widened by lags and leads. */
  readonly from: number
  readonly to: number
  readonly system: System
  /** What stands beside the column: what nobody wants need not be reckoned. */
  readonly beside: readonly ExtraName[]
  /** The years of the days on which this column is read, before any lag of its own. */
  readonly read: Years
  /** The states that rows may be of, by id. */
  readonly states: () => Promise<ReadonlySet<string>>
  /** What several columns of one table read is loaded once: by what it is. */
  readonly shared: Map<string, Promise<unknown>>
}

/** A kind of column: what a recipe writes of it, and how it is read. */
export interface ColumnKind<Asked extends object = object> {
  /** The field that makes a column one of this kind. */
  readonly key: string
  /** One sentence: what such a column says. */
  readonly says: string
  /** An example, as a recipe would have it. */
  readonly example: Readonly<Record<string, unknown>>
  /** The fields of the kind itself; name, lag and what else all share is added. */
  readonly shape: z.ZodRawShape
  /** What may stand beside its values. */
  readonly extras: readonly ExtraName[]
  /** Whether it looks back by a lag of its own, and takes no other. */
  readonly hasOwnLag?: boolean
  // A method, so that a kind of any fields is a kind.
  load(world: Snapshot, asked: Asked, scope: Scope): Promise<LoadedColumn>
}

/** Declares a kind of column, with the fields that its shape has. */
export const columnKind = <S extends z.ZodRawShape>(
  kind: Omit<ColumnKind, 'shape' | 'load'> & {
    readonly shape: S
    readonly load: (world: Snapshot, asked: z.output<z.ZodObject<S>>, scope: Scope) => Promise<LoadedColumn>
  },
): ColumnKind => kind as unknown as ColumnKind

/** Loads what columns share once for all of them. */
export const sharedIn = <T>({ shared }: Scope, what: string, load: () => Promise<T>): Promise<T> => {
  const known = shared.get(what) as Promise<T> | undefined
  const loaded = known ?? load()
  shared.set(what, loaded)
  return loaded
}
