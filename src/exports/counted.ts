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
