import type { z } from 'zod'
import { asRowDamage } from '../../readmodel/damaged.ts'
import type { Column } from './columns.ts'
import { echoing, echoOut, type Echo, type EchoOut, type Rivals } from './echo.ts'
import type { Figure } from './figure.ts'
import type { Graph } from './graph.ts'
import { sourcesInput } from './inputs.ts'
import type { Presets } from './presets.ts'
import { checkReport, type Report } from './report.ts'
import type { Snapshot } from './snapshot.ts'
import { underPolicy } from './source-policy.ts'

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
  columnsOf?(answer: A): readonly Column[]
  rows(answer: A): Iterable<readonly TableCell[]>
}

/** What questions are defined by, and faces read. */
interface Described {
  /** One word, or two where a word has several (`panel status`). */
  readonly name: string
  /** One sentence: what it answers. */
  readonly asks: string
  /** Fields that are given by position on the command line, and in the path over HTTP. */
  readonly positional: readonly string[]
  /**
   * Whether it looks at all states or all treaties, year by year, and may take seconds: a server keeps a thread free of
   * such questions for the others.
   */
  readonly takesLong?: boolean
  /** Names that stand for several of its fields at once. */
  readonly presets?: Presets
  /** The format that is printed where none is asked for. Default `text`. */
  readonly format?: 'text' | 'csv'
  /** Of a question about one thing: the list that the thing is in, so that it is also found there by its id. */
  readonly resource?: string
}

/**
 * What users ask: the command line, HTTP, OpenAPI and the docs are made from it. No face knows a question by name.
 * Input fields are read from text (a flag, a query parameter); every field has a description. Both clocks come with the
 * world.
 */
export interface Question<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodObject = z.ZodObject,
  A = object,
  B = A,
> extends Described {
  readonly input: I
  readonly output: O
  // Methods, so that a question of any input and answer is a question.
  answer(world: Snapshot, input: z.output<I>): Promise<A>
  /**
   * The answer without what only JSON shows of it, where that is the most of it: text and table are made from it. What
   * it has is as the answer has it.
   */
  brief?(world: Snapshot, input: z.output<I>): Promise<B>
  /** What a person reads in a terminal. */
  text(answer: B): string
  /** The answer as a table, where it is one: then it also comes as csv, jsonl and parquet. */
  readonly table?: QuestionTable<B>
  /** The answer as a figure, where it has one: then it also comes as svg. Throws `bad-input` for a part without one. */
  figure?(answer: B): Figure
  /** The answer as a report with its sources, where it has one: then it also comes as md and html. */
  report?(answer: B): Report
  /**
   * The rows of the table without the answer, a page at a time, for one that may be longer than memory: tables are made
   * from it. A page is read once, and may make each row as it is taken.
   */
  pages?(world: Snapshot, input: z.output<I>): Rows
  /**
   * The answer with no rows in its field `rows`, where those of `pages` are what goes there: then JSON, too, is made
   * from them.
   */
  frame?(world: Snapshot, input: z.output<I>): Promise<A>
  /**
   * Fills in what is meant where nothing was said, as far as that follows from the world: it is a part of what names
   * the answer.
   */
  settle?<J extends z.output<I>>(world: Snapshot, input: J): Promise<J>
  /**
   * The world that it is asked of, where what is asked says so: a page of a list is read as things were known when the
   * first one was. What is in place already stays as it is.
   */
  place?(world: Snapshot, input: z.output<I>): Promise<Snapshot>
  /** The answer in the shape that it had in the release before, where that was another one. */
  formerly?(world: Snapshot, input: z.output<I>): Promise<object>
  /** Its answer as a graph over time, where it has one: nodes and edges are read as they are written. */
  graph?(world: Snapshot, input: z.output<I>): Promise<Graph>
  /** The ids of registered sources whose values its table or graph holds as they came: their terms bind who has it. */
  passesOn?(world: Snapshot, input: z.output<I>): Promise<readonly string[]>
  /** What is to be known beside a table, which has no room for it: a sentence each. */
  remarks?(answer: B): readonly string[]
  /** Of a question that takes no `sources`: why rival sources cannot change its answer. */
  readonly withoutRivals?: string
}

type Rows = AsyncIterable<Iterable<readonly TableCell[]>>

/** A question without what all share: it says what it makes of rival sources, and its own fields. */
interface Definition<I extends z.ZodRawShape, O extends z.ZodRawShape, S extends Rivals, B> extends Described {
  readonly sources: S
  readonly input: z.ZodObject<I>
  readonly output: z.ZodObject<O>
  /** The world is the one that the sources asked for tell of. */
  readonly answer: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<z.output<z.ZodObject<O>> & NoInfer<B>>
  readonly brief?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<B>
  readonly text: (answer: NoInfer<B> & Echo<S>) => string
  readonly table?: QuestionTable<NoInfer<B> & Echo<S>>
  readonly figure?: (answer: NoInfer<B> & Echo<S>) => Figure
  readonly report?: (answer: NoInfer<B> & Echo<S>) => Report
  readonly pages?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Rows
  readonly frame?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<z.output<z.ZodObject<O>>>
  readonly graph?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<Graph>
  readonly passesOn?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<readonly string[]>
  readonly remarks?: (answer: NoInfer<B> & Echo<S>) => readonly string[]
  readonly settle?: <J extends z.output<z.ZodObject<I>>>(world: Snapshot, input: J) => Promise<J>
  readonly place?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<Snapshot>
  readonly formerly?: (world: Snapshot, input: z.output<z.ZodObject<I>>) => Promise<object>
}

type Declared<I extends z.ZodRawShape, O extends z.ZodRawShape, S extends Rivals, B> = Question<
  z.ZodObject<I>,
  z.ZodObject<O & EchoOut<S>>,
  z.output<z.ZodObject<O>> & Echo<S>,
  B & Echo<S>
>

/**
 * Declares a question. To its own fields come those that all share: `sources` to the input, where it is asked for;
 * whom it believes, both clocks and the last event known then to the end of the answer.
 */
export const question = <
  I extends z.ZodRawShape,
  O extends z.ZodRawShape,
  S extends Rivals,
  B extends object = z.output<z.ZodObject<O>>,
>({
  sources,
  input,
  output,
  answer,
  brief,
  pages,
  frame,
  graph,
  passesOn,
  place,
  formerly,
  ...described
}: Definition<I, O, S, B>): Declared<I, O, S, B> => {
  type Input = z.output<z.ZodObject<I>> & { readonly sources?: readonly string[] }
  const takesSources = typeof sources === 'string'
  const believed = async (all: Snapshot, asked: Input): Promise<Snapshot> => {
    const world = place === undefined ? all : await place(all, asked)
    return takesSources ? underPolicy(world, asked.sources) : world
  }
  const echoed =
    <T extends object>(make: (world: Snapshot, asked: Input) => Promise<T>) =>
    async (all: Snapshot, asked: Input) => {
      const world = await believed(all, asked)
      return echoing(sources, world, await make(world, asked))
    }
  // What zod makes of two shapes that are not known yet is no type that can be checked here.
  return {
    ...described,
    input: takesSources ? input.extend({ sources: sourcesInput }) : input,
    output: output.extend(echoOut(sources)),
    answer: echoed(answer),
    ...(brief !== undefined && { brief: echoed(brief) }),
    ...(pages !== undefined && {
      pages: async function* (all: Snapshot, asked: Input) {
        try {
          yield* pages(await believed(all, asked), asked)
        } catch (thrown) {
          throw asRowDamage(thrown)
        }
      },
    }),
    ...(frame !== undefined && { frame: echoed(frame) }),
    ...(graph !== undefined && {
      graph: async (all: Snapshot, asked: Input) => graph(await believed(all, asked), asked),
    }),
    ...(passesOn !== undefined && {
      passesOn: async (all: Snapshot, asked: Input) => passesOn(await believed(all, asked), asked),
    }),
    ...(place !== undefined && { place }),
    ...(formerly !== undefined && { formerly: echoed(formerly) }),
    ...(typeof sources === 'object' && { withoutRivals: sources.withoutRivals }),
  } as unknown as Declared<I, O, S, B>
}

/** The table of an answer. Throws where the question has none. */
export const tableOf = ({ name, table }: Question, answer: object): AnswerTable => {
  if (table === undefined) throw new Error(`"${name}" has no table; formatNamed refuses it before`)
  return { columns: table.columnsOf?.(answer) ?? table.columns, rows: table.rows(answer) }
}

/** The figure of an answer. Throws where the question has none. */
export const figureOf = (asked: Question, answer: object): Figure => {
  if (asked.figure === undefined) throw new Error(`"${asked.name}" has no figure; formatNamed refuses it before`)
  return asked.figure(answer)
}

/** The report of an answer. Throws where the question has none, and where a sentence of it has no source. */
export const reportOf = (asked: Question, answer: object): Report => {
  if (asked.report === undefined) throw new Error(`"${asked.name}" has no report; formatNamed refuses it before`)
  return checkReport(asked.report(answer))
}
