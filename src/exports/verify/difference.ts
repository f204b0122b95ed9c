/** Something in a package that is not as it was made, or not as the log gives it. */
export interface Difference {
  /** A file of the package; `log` or `program` for what it was made from. */
  readonly where: string
  readonly says: string
}

/** So many differences of one file are told one by one. */
export const mostTold = 5

/** The first of several differences of a file, and how many more there are. */
export const firstOf = (where: string, all: readonly string[]): readonly Difference[] => {
  const told = all.slice(0, mostTold).map((says) => ({ where, says }))
  const more = all.length - told.length
  return more === 0 ? told : [...told, { where, says: `and ${more} more differences` }]
}
