import type { z } from 'zod'
import type { World } from './world.ts'

export type TableCell = string | number | boolean | null

/** An answer as rows: what CSV, JSON Lines and Parquet are made of. */
export interface AnswerTable {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly TableCell[]>
}

/** The same rows, a page at a time: read as they are taken. */
export interface TablePages {
  readonly columns: readonly string[]
  readonly pages: AsyncIterable<readonly (readonly TableCell[])[]>
}

/**
 * What users ask, defined once: the command line, HTTP, OpenAPI and the docs are made from it. No face knows a question by name.
 * Input fields are read from text (a flag, a query parameter); every field has a description. Both clocks come with the world.
 */
export interface Question<I extends z.ZodObject = z.ZodObject, A = unknown> {
  /** One word, or two where a word has several (`panel status`). */
  readonly name: string
  /** One sentence: what it answers. */
  readonly asks: string
  /** Fields that are given by position on the command line, and in the path over HTTP. */
  readonly positional: readonly string[]
  readonly input: I
  readonly output: z.ZodType<A>
  readonly answer: (world: World, input: z.output<I>) => Promise<A>
  /** What a person reads in a terminal. */
  readonly text: (answer: A) => string
  /** The answer as a table, where it is one: then it also comes as csv, jsonl and parquet. */
  readonly table?: (answer: A) => AnswerTable
  /** The table without the answer, for one that may be longer than memory: csv and jsonl are made from it. The rows are those of `table`. */
  readonly pages?: (world: World, input: z.output<I>) => TablePages
  /** Of a question that takes no `sources`: why rival sources cannot change its answer. Faces refuse a list of sources with it. */
  readonly withoutRivals?: string
  /** The format that is printed where none is asked for. Default `text`. */
  readonly format?: 'text' | 'csv'
}

/** Declares a question. Its answer type is that of its output schema. */
export const question = <I extends z.ZodObject, A>(definition: Question<I, A>): Question =>
  definition as unknown as Question
