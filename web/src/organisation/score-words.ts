/** A value with two decimals at most, and a minus that is one. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '\u2212')

/** Years in words, those that follow one another as a stretch: `1986 to 1994 and 1996`. */
export const yearsInWords = (years: readonly number[]): string => {
  const stretches: [number, number][] = []
  for (const year of years) {
    const last = stretches.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else stretches.push([year, year])
  }
  const words = stretches.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`))
  const [end, ...before] = words.toReversed()
  return before.length === 0 ? (end ?? '') : `${before.toReversed().join(', ')} and ${end}`
}

interface YearOfScores {
  readonly year: number
  readonly members: number | null
  readonly rated: number | null
  readonly mean: number | null
  readonly sigma: number | null
}

/** What the first and the last year with scores say of the members, as a sentence that can be quoted. */
export const convergenceSentence = (years: readonly YearOfScores[], organisation: string): string => {
  const rated = years.filter((one) => one.mean !== null)
  const [first, last] = [rated[0], rated.at(-1)]
  if (first === undefined || last === undefined) return `No member of ${organisation} is rated in these years.`
  if (first === last) return `In ${first.year}, ${valuesOf(first, organisation)}.`
  return `In ${first.year}, ${valuesOf(first, organisation)}; in ${last.year}, ${valuesOf(last, undefined)}.`
}

const valuesOf = ({ rated, members, mean, sigma }: YearOfScores, organisation: string | undefined): string => {
  const whose =
    organisation === undefined ? `${rated} of ${members}` : `${rated} of ${members} members of ${organisation}`
  const spread = sigma === null ? '' : `, with a standard deviation of ${decimal(sigma)}`
  return `${whose} scored ${decimal(mean ?? 0)}${rated === 1 ? '' : ' on average'}${spread}`
}
