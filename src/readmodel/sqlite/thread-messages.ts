import type { Closure } from '../engine.ts'
import type { Cell } from './row-statements.ts'

/** What a writing thread is to open. */
export interface ThreadData {
  readonly file: string
  /** Nobody sees the file before it is settled: it need not outlast a machine that fails. */
  readonly unseen: boolean
}

/** What a writing thread is asked for, one after the other. */
export type ThreadWork =
  | { readonly does: 'begin' | 'commit' | 'rollback' | 'close' }
  | {
      readonly does: 'insert'
      readonly table: string
      readonly columns: readonly string[]
      readonly cells: readonly Cell[]
    }
  | { readonly does: 'end-rows'; readonly table: string; readonly closures: readonly Closure[] }
  | { readonly does: 'ask'; readonly sql: string; readonly parameters: readonly Cell[] }

/** An error on its way between threads: what SQLite says beside the message would be lost. */
export interface ToldError {
  readonly message: string
  readonly said: Readonly<Record<string, unknown>>
}

/** One answer for each piece of work, in the same order. */
export type ThreadAnswer = { readonly rows: readonly unknown[] } | { readonly failed: ToldError }

export const toldError = (thrown: unknown): ToldError =>
  thrown instanceof Error ? { message: thrown.message, said: { ...thrown } } : { message: String(thrown), said: {} }

export const errorOf = ({ message, said }: ToldError): Error => Object.assign(new Error(message), said)
