/** How many rows have been taken so far. */
export interface Tally {
  rows: number
}

/** The same rows, counted as they are taken. */
export function* counted<T>(rows: Iterable<T>, tally: Tally): Generator<T> {
  for (const row of rows) {
    tally.rows += 1
    yield row
  }
}

/** The same of rows that come page by page. */
export async function* countedPages<T>(pages: AsyncIterable<Iterable<T>>, tally: Tally): AsyncGenerator<Iterable<T>> {
  for await (const rows of pages) yield counted(rows, tally)
}
