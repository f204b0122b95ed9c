import type { z } from 'zod'
import type { Column } from './columns.ts'
import type { Snapshot } from './snapshot.ts'

export type TableCell = string | number | boolean | null

/** An answer as rows: what CSV, JSON Lines and Parquet are made of. */
export interface AnswerTable {
  readonly columns: readonly Column[]
  readonly rows: Iterable<readonly TableCell[]>
}

/** How an answer becomes a table. */
export interface QuestionTable<A> {
  /**
   * Every column that it can have, for help and codebook: where names follow from what is asked, `<formula>` and `N`
   * stand for it.
   */
  readonly columns: readonly Column[]
  /** What is to be known of the columns as a whole. */
  readonly note?: string
  /** The columns of one answer, where they follow from what was asked. */
  readonly columnsOf?: (answer: A) => readonly Column[]
  readonly rows: (answer: A) => Iterable<readonly TableCell[]>
}

/**
 * What users ask, defined once: the command line, HTTP, OpenAPI and the docs are made from it. No face knows a question
 * by name. Input fields are read from text (a flag, a query parameter); every field has a description. Both clocks come
 * with the world.
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
  readonly answer: (world: Snapshot, input: z.output<I>) => Promise<A>
  /** What a person reads in a terminal. */
  readonly text: (answer: A) => string
  /** The answer as a table, where it is one: then it also comes as csv, jsonl and parquet. */
  readonly table?: QuestionTable<A>
  /**
   * The rows of the table without the answer, a page at a time, for one that may be longer than memory: csv and jsonl
   * are made from it.
   */
  readonly pages?: (world: Snapshot, input: z.output<I>) => AsyncIterable<readonly (readonly TableCell[])[]>
  /**
   * Fills in what is meant where nothing was said, as far as that follows from the world: it is a part of what names
   * the answer.
   */
  readonly settle?: (world: Snapshot, input: z.output<I>) => Promise<z.output<I>>
  /**
   * Of a question that takes no `sources`: why rival sources cannot change its answer. Faces refuse a list of sources
   * with it.
   */
  readonly withoutRivals?: string
  /**
   * Whether it looks at all states or all treaties, year by year, and may take seconds: a server keeps a thread free of
   * such questions for the others.
   */
  readonly takesLong?: boolean
  /** The format that is printed where none is asked for. Default `text`. */
  readonly format?: 'text' | 'csv'
}

/** Declares a question. Its answer type is that of its output schema. */
export const question = <I extends z.ZodObject, A>(definition: Question<I, A>): Question =>
  definition as unknown as Question

/** The table of an answer. Throws where the question has none. */
export const tableOf = ({ name, table }: Question, answer: unknown): AnswerTable => {
  if (table === undefined) throw new Error(`"${name}" has no table; formatNamed refuses it before`)
  return { columns: table.columnsOf?.(answer) ?? table.columns, rows: table.rows(answer) }
}
