/**
 * Compressed rows: which items belong to which row, without an object per row.
 *
 * Layout: the items of row r are `items[start[r]] … items[start[r + 1] - 1]`, strictly ascending; `start` has one entry
 * more than there are rows. Two such tables describe a company: state → organisations, organisation → states.
 */
export interface Rows {
  readonly start: Uint32Array
  readonly items: Uint32Array
}
