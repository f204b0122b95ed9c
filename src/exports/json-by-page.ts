import { batches } from '../common/batches.ts'
import type { TableCell } from '../queries/question/question.ts'

const rowsPerChunk = 500

/**
 * An answer as JSON whose field `rows` is read a page at a time, to the same bytes as if it had been there as a whole.
 * `frame` is the answer with no rows. Nothing is given before the first page is there.
 */
export async function* pagedJson(
  frame: object,
  pages: AsyncIterable<Iterable<readonly TableCell[]>>,
): AsyncGenerator<string> {
  const text = JSON.stringify(frame, null, 2)
  // No text within the answer holds a line end as it is.
  const place = text.indexOf('\n  "rows": []') + '\n  "rows": ['.length
  let before = text.slice(0, place)
  for await (const rows of pages)
    for (const batch of batches(rows, rowsPerChunk)) {
      yield `${before}${entriesOf(batch)}`
      before = ','
    }
  yield before === ',' ? `\n  ${text.slice(place)}\n` : `${text}\n`
}

/** Entries of a field of the answer, as they are indented there. */
const entriesOf = (rows: readonly (readonly TableCell[])[]): string =>
  JSON.stringify({ rows }, null, 2).slice('{\n  "rows": ['.length, -'\n  ]\n}'.length)
