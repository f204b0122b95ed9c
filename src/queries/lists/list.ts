import { z } from 'zod'
import { flag } from '../question/inputs.ts'
import { counted } from '../question/output-fields.ts'
import { question, type Question } from '../question/question.ts'
import { clocksText, type Snapshot } from '../question/snapshot.ts'
import type { Definition, ListAnswer, Paged } from './definition.ts'
import { knownThen } from './known-then.ts'
import { pageOf, rowsOf } from './pages.ts'
import { afterInput, isInLog } from './place.ts'

const most = 10_000
/** More entries than any list has. */
const everything = 1_000_000_000

const limitInput = z.coerce
  .number()
  .int()
  .min(1)
  .max(most)
  .default(100)
  .describe('At most so many at once; a table (csv, jsonl, parquet) has them all, whatever is given here')

const pageOut = {
  next: z
    .string()
    .nullable()
    .describe(
      'Where the list goes on: given as `after`, with the same filters, it leads to the next page, as things were ' +
        'known to the first one; null where nothing follows',
    ),
  total: z.int().optional().describe('How many there are in all; only where that is asked'),
}

const headText = (
  [one, several]: readonly [string, string],
  { items, total, ...clocks }: ListAnswer<unknown>,
): string => `${counted(items.length, one, several)}${total === undefined ? '' : ` of ${total}`} ${clocksText(clocks)}`

/** The same, where the list goes on. */
const moreText = ({ next }: ListAnswer<unknown>): readonly string[] =>
  next === null ? [] : [`… more: the parameter \`after\` reaches them with ${next}`]

/**
 * Declares a list: a question whose answer comes in pages, all as things were known to the first one, and whose table
 * is whole.
 */
export const list = <
  F extends z.ZodRawShape,
  E,
  I extends z.ZodRawShape,
  M extends z.ZodRawShape = Record<never, never>,
>(
  definition: Definition<F, E, I, M>,
): Question => {
  type Asked = z.output<z.ZodObject<F>> & Paged
  type Answer = ListAnswer<z.output<z.ZodObject<I>>, z.output<z.ZodObject<M>>>
  const {
    name,
    asks,
    takesLong,
    words,
    withoutRivals,
    filters,
    item,
    besides,
    lines,
    end,
    columns,
    cells,
    note,
    formerly,
  } = definition
  const answer = async (world: Snapshot, asked: Asked) =>
    ({ ...(await pageOf(definition, world, asked)), ...(await besides?.tell(world)) }) as Answer
  const declared = {
    name,
    asks,
    positional: [],
    sources: { withoutRivals },
    input: z.object({
      ...filters.shape,
      after: definition.from?.input ?? afterInput,
      limit: limitInput,
      count: flag('Says how many there are in all, too'),
    }),
    output: z.object({ items: z.array(item), ...pageOut, ...besides?.output }),
    answer,
    pages: (world: Snapshot, asked: Asked) => rowsOf(definition, world, asked),
    place: async (world: Snapshot, asked: Asked) =>
      asked.after === undefined || isInLog(asked.after) ? world : knownThen(world, asked.after, name, asked),
    text: (found: Answer) =>
      [headText(words, found), ...found.items.flatMap(lines), ...moreText(found), ...(end?.(found) ?? [])].join('\n'),
    table: { columns, rows: (found: Answer) => found.items.map(cells), ...(note !== undefined && { note }) },
    ...(takesLong !== undefined && { takesLong }),
    ...(formerly !== undefined && {
      formerly: async (world: Snapshot, asked: Asked) =>
        formerly.shape(await answer(world, formerly.wasWhole ? { ...asked, limit: everything } : asked), world),
    }),
  }
  // What zod makes of shapes that are not known yet is no type that can be checked here.
  return question(declared as never)
}
