import type { Chunk } from '../../exports/write-answer.ts'
import type { Settings } from '../../workspace/settings.ts'
import type { Asked, Part } from './answering.ts'
import type { SentFailure } from '../../common/sent-failure.ts'

/** What a thread that answers is started with. */
export interface AnswererData {
  readonly settings: Settings
  /** The module that has the questions, where they are not those of normtrail: `questionsFor(firstWord)`. */
  readonly questions: string | undefined
  /** Whether it answers a few questions for nobody before it is open. */
  readonly rehearses: boolean
  /** One number: of the answer that nobody waits for any more, while it is being worked on. */
  readonly unwanted: Int32Array
}

/**
 * What it is asked for: to begin with an answer, from a read model that stands at an ordinal at least; to go on with
 * one; to forget one; to take back the memory of a portion that is on its way to the client.
 */
export type Work =
  | { readonly begin: Asked; readonly answer: number; readonly atLeast: number }
  | { readonly goOn: true; readonly answer: number }
  | { readonly drop: true; readonly answer: number }
  | { readonly takeBack: readonly ArrayBuffer[] }

/** Whether a turn makes some of the body, and not the headers alone. */
export const isForBody = (work: Work): boolean => 'goOn' in work || ('begin' in work && !work.begin.mayBeHeld)

/** What it has made: what comes next of an answer, whether that was all, and what went wrong after it. */
export interface Made {
  readonly parts: readonly Part[]
  readonly done: boolean
  readonly failed?: SentFailure
}

export const sizeOf = (chunk: Chunk): number => chunk.length
