import type { SentFailure } from '../../common/sent-failure.ts'
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

/** One answer for each piece of work, in the same order. */
export type ThreadAnswer = { readonly rows: readonly unknown[] } | { readonly failed: SentFailure }
